/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_reasons_view_new: reasons with which a rule was passed over, each can be withdrawn. A sub-view of Perlu dicek. */
GtkWidget *pamong_reasons_view_new (PamongSession *session);
