/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/rules.h"
#include "store/store.h"

/** PamongPerson: one resident with all that a screen says of them, read at once. */
typedef struct {
  PamongRecord *resident;
  PamongFamilyCard *card; /* (nullable): penduduk lepas has none */
  PamongStatus status;
  PamongRecord *conflict; /* (nullable): first open conflict about them */
  GPtrArray *findings;    /* PamongFinding, the worst first */
} PamongPerson;

/** pamong_person_load: Returns: (transfer full) (nullable): NULL with NOT_FOUND when nobody has @uid. */
PamongPerson *pamong_person_load (PamongStore *store, const char *uid, GError **error);
void pamong_person_free (PamongPerson *person);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongPerson, pamong_person_free)
/** pamong_person_family: Returns: (nullable) (transfer none). */
const PamongRecord *pamong_person_family (const PamongPerson *person);
/** pamong_person_who: Returns: (transfer full): "Perempuan, 47 tahun · istri SUTRISNO". */
char *pamong_person_who (const PamongPerson *person, const char *today);
/** pamong_person_where: Returns: (transfer full): "RT 003/RW 001, Dusun Clebung"; with the village when @with_village. */
char *pamong_person_where (const PamongPerson *person, gboolean with_village);
/** pamong_status_words: Returns: (transfer none): a status for the screen: "meninggal", "dikeluarkan dari daftar". */
const char *pamong_status_words (PamongStatus status);
