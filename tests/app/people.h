/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Synthetic people for windows and benches: the same @seed gives the same village. */

/** people_init: a new store in a new folder, signed in as an operator. @dir: (out) (transfer full). */
PamongOffice *people_init (PamongLevel level, const char *area, char **dir);
/** people_fill: about @n residents in families of one to six into @area, as if they had come from the server: nothing waits to be sent. */
void people_fill (PamongOffice *office, const char *area, guint n, guint seed);
/** people_count_reveals: lines of the access log about @uid. */
int people_count_reveals (PamongOffice *office, const char *uid);
/** people_drop: removes the folder and frees @dir. */
void people_drop (char *dir);
