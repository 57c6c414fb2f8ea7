/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"

/* Isian dari kabupaten: what the regency filled in, and the village's word on it. */

/** pamong_office_confirm: these residents came from the regency and have been checked here: they wait no longer. Many are written as acts of at most
 * PAMONG_ACT_MAX. @uids: (array zero-terminated=1): those that do not wait are passed over. @n: (out) (optional): how many were confirmed. */
gboolean pamong_office_confirm (PamongOffice *office, const char *const *uids, guint *n, GError **error);

/** pamong_inject_keep_own: every open difference that only came from the regency is settled with the value that stands here. @n: (out) (optional): how many. */
gboolean pamong_inject_keep_own (PamongOffice *office, guint *n, GError **error);

/* At the village, as a whole (inject_return.c). */
/** pamong_inject_return: the village takes back what the regency filled in by batch @uid: whoever it made and nobody confirmed leaves the list, fields go back where nobody changed them
 * since. Its effect: pamong_import_undo_effect(). DENIED away from the village, or for an account limited to a part. INVALID when it does not stand. */
gboolean pamong_inject_return (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_inject_again: what the village took back comes in again: the same people wait to be checked, fields are filled that are as they were. INVALID when it was not the village that
 * took it back last. */
gboolean pamong_inject_again (PamongOffice *office, const char *uid, PamongImportProgressFunc progress, gpointer data, GError **error);

/* At the regency (inject.c): one file over many villages is as many imports of the act "inject" as it names villages, each with its own dry run, batch and way back. */

/** PamongInjection: @batches: (element-type PamongImport): one per village, by its code. @homeless: rows that name no village; @where: (nullable): the first of them, "Lembar 1 baris 7". */
typedef struct {
  GPtrArray *batches;
  guint homeless;
  char *where;
} PamongInjection;
void pamong_injection_free (PamongInjection *injection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongInjection, pamong_injection_free)

/** pamong_inject_split: the import @uid that was read is taken apart by villages and compared; it is there no more. @village: (nullable): of rows that name none. INVALID when no
 * row names a village. */
PamongInjection *pamong_inject_split (PamongOffice *office, const char *uid, const char *village, PamongImportProgressFunc progress, gpointer data, GError **error);
/** pamong_inject_offer: differences go to the village too, as beda isian for it to settle. Without it they stay in the list of the regency. */
gboolean pamong_inject_offer (PamongOffice *office, const char *uid, GError **error);
/** pamong_inject_groups: what was read to be filled in, or has been. Returns: (transfer full) (element-type GPtrArray of PamongImport): one per file read, newest first, its villages by
 * code. */
GPtrArray *pamong_inject_groups (PamongStore *store, GError **error);
/** pamong_inject_together: those that came with batch @uid from one file, itself too; of another computer's only what says the same of itself on the same day. @village: (nullable): only there.
 * Returns: (transfer full) (element-type PamongImport): NULL with NOT_FOUND. */
GPtrArray *pamong_inject_together (PamongStore *store, const char *uid, const char *village, GError **error);
