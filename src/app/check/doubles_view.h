/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_doubles_view_new: pairs of records that may speak of one person, the surest first; Enter sets them side by side. A sub-view of Perlu dicek. */
GtkWidget *pamong_doubles_view_new (PamongSession *session);
