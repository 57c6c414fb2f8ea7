/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/** pamong_keys_window_show: a window with the keys of this page and those that work everywhere. Esc closes it. */
void pamong_keys_window_show (GtkWidget *parent, const PamongPageKey *page_keys);
