/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/exchange/import_view.h"
#include "signed_in.h"

/* A home-made list on its way through the page Impor & ekspor. Its column "Hub" is guessed by nobody; row 3 has a date that is none, and so is left out. */

/** exchange_list: a .csv of @n families of one in @folder, born and numbered by their place. @religion: what stands in everybody's cell. Returns: (transfer full): its path. */
char *exchange_list (const char *folder, const char *name, guint n, const char *religion);
/** exchange_page: goes there. Returns: (transfer none): its import. */
PamongImportView *exchange_page (PamongWindow *window);
/** exchange_until: waits for @step, and until nothing is at work. */
void exchange_until (PamongImportView *view, PamongImportStep step);
/** exchange_match: on the mapping screen: "Hub" is the place in the family; kept as @name; then the file is checked. */
void exchange_match (PamongImportView *view, const char *name);
