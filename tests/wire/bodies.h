/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/envelope.h"

/* Every body of the protocol by its name, so that golden files and the fuzzer loop over one table. */
typedef struct {
  const char *name; /* golden files begin with it: push-request-2.json */
  GBytes *(*again) (GBytes *body, GError **error); /* parsed and written again; NULL with error */
} Body;
extern const Body bodies[];
extern const guint n_bodies;
/** bodies_find: by the name of a golden file. */
const Body *bodies_find (const char *file);
