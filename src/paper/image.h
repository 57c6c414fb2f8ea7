/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "paper/text.h"

/** pamong_image_get: a PNG, read once and kept with @text; not larger than print can show. Returns: (transfer none) (nullable): NULL when it is no image. */
cairo_surface_t *pamong_image_get (PamongText *text, GBytes *png);
