/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/error.h"

G_DEFINE_QUARK (pamong-error-quark, pamong_error)
