/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "signed_in.h"

/* A home-made list on its way through the page Impor & ekspor. Row 3 has a date that is none, and so is left out.
 * A view here is a PamongImportView: a walk over all pages must not meet the names of exchange. */

/** ExchangeStep: PamongImportStep. */
typedef enum { EXCHANGE_START, EXCHANGE_WORK, EXCHANGE_COLUMNS, EXCHANGE_RESULT } ExchangeStep;
/** exchange_list: a .csv of @n families of one in @folder, born and numbered by their place. @religion: what stands in everybody's cell. Returns: (transfer full): its path. */
char *exchange_list (const char *folder, const char *name, guint n, const char *religion);
/** exchange_page: goes there. Returns: (transfer none): its import. */
GtkWidget *exchange_page (PamongWindow *window);
void exchange_open (GtkWidget *view, const char *path);
/** exchange_until: waits for @step, and until nothing is at work. */
void exchange_until (GtkWidget *view, ExchangeStep step);
/** exchange_match: on the mapping screen: "Hub" is the place in the family; kept as @name; then the file is checked. */
void exchange_match (GtkWidget *view, const char *name);
/** exchange_write: Ctrl+S on the result, and the result again. */
void exchange_write (GtkWidget *view);
/** exchange_differing: only rows that differ. */
void exchange_differing (GtkWidget *view);
