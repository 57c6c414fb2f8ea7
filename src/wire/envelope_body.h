/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/change_codec.h"
#include "wire/envelope.h"

/* How every body begins and ends, for the files of this room. */

/** pamong_body_open: Returns: (transfer full) (nullable): the one object of a body, checked. */
JsonObject *pamong_body_open (GBytes *body, GError **error);
/** pamong_body_close: (transfer full) takes @out, closes its object. */
GBytes *pamong_body_close (GString *out);
/** pamong_result_put, _take: one result inside an answer. */
void pamong_result_put (GString *out, const PamongResult *result);
PamongResult *pamong_result_take (PamongJsonReader *reader);
