/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/widgets/form.h"

/** pamong_resident_fields_add: the groups of a resident's fields, as one types them; all of the registry but the family itself.
 * @simple: only what is required, NIK and telephone. */
void pamong_resident_fields_add (PamongForm *form, gboolean simple);
