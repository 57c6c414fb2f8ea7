/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/** pamong_findings_view_new: what the rules found, by kind and urgency. A sub-view of Perlu dicek. */
GtkWidget *pamong_findings_view_new (PamongSession *session);
