/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_waiting_view_new: Menunggu Dukcapil: what was filed and waits, and the standing lists. A sub-view of Perlu dicek. */
GtkWidget *pamong_waiting_view_new (PamongSession *session);
