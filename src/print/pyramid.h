/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/registers.h"
#include "paper/text.h"

/** pamong_pyramid_draw: men to the left, women to the right, the young at the bottom; each bar with its figure. */
void pamong_pyramid_draw (PamongText *text, cairo_t *cr, const PamongAges ages, double x, double y, double width, double height);
