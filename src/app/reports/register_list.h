/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include <gtk/gtk.h>

/** PamongRegisterChosenFunc: another register was chosen. */
typedef void (*PamongRegisterChosenFunc) (const PamongRegister *reg, gpointer data);
/** pamong_register_list_new: the registers by what they are; none is chosen yet. */
GtkWidget *pamong_register_list_new (PamongRegisterChosenFunc func, gpointer data);
/** pamong_register_list_choose: as by hand. FALSE: there is none called @name. */
gboolean pamong_register_list_choose (GtkWidget *list, const char *name);
