/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/* A person as the entry form of SIAK asks for him: its fields in its order (data/sheets/siak-copy.csv), codes in its words, dates day first. */

/** PamongSiakField: @text: "" when nothing is known. */
typedef struct { char *heading, *text; } PamongSiakField;
/** pamong_siak_copy: @family: (nullable). Returns: (transfer full) (element-type PamongSiakField). */
GPtrArray *pamong_siak_copy (const PamongRecord *resident, const PamongRecord *family);
