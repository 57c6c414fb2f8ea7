/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* What a letter is filled from: keys with their text, and lists of rows. Plain values, made by office, frozen with the letter, drawn by letters.
 *
 * Days are YYYY-MM-DD and money is digits: the markup's filters make words of them. Codes come as people read them (pamong_codes_display); beside each stands
 * its number as KEY.code ("answer.alasan.code"), for forms that have boxes. A yes is "1", a no and all that is not known is absent.
 *
 *   ROLE.*       of each person of the type (ROLE: "subject", "father", "reporter" …, as the type names them): name, nik, kk_number, birth_place, birth_date, age,
 *                sex, religion, marital, occupation, education, nationality ("WNI"), blood, shdk, phone, passport, father_name, father_nik, mother_name,
 *                mother_nik, died_on; head_name (of the family); address (all of it in one line), street, dusun, rt, rw, village, district, regency, province,
 *                postcode. Coded: sex, religion, marital, occupation, education, nationality, blood, shdk. And what the type asks of that person: ROLE.COLUMN
 *   ROLE         of a person with many=true: a list, one row a person, with the same columns
 *   family       a list: everybody on the card of the first person, in the order of the card; family.kk_number, family.desil, family.desil_date
 *   answer.ID    of each field; a list when it is one
 *   letter.*     number, date, valid_until, place, title, classification, type
 *   village.*    name, kind ("Desa"), title ("Desa Mojodelik"), code, head ("Kepala Desa"), hamlet ("Dusun"), clergy, address, postcode, phone, email, website
 *   district.*, regency.*, province.*   name, title ("Kecamatan Gayam"), code
 *   letterhead   a list: line, of the lines over the letter; letterhead.address: what stands under them
 *   signer.*     name, title ("Kepala Desa Mojodelik": who states it), nip ("NIP. 19…" or "NIPD. …", as printed), rank, nik, address
 *   signer       a list: line: what stands over the name: "a.n. KEPALA DESA MOJODELIK", "SEKRETARIS DESA"
 *   head.*       of the head of the village, whoever signs: name, nip, line ("KEPALA DESA MOJODELIK", "Pj. KEPALA DESA …")
 *   camat.*      line ("CAMAT GAYAM"), name, nip; the page has dots where a name is not known
 *   rt.*         the introduction: title ("Ketua RT 003 RW 001"), head, number, date
 */
typedef struct _PamongLetterFacts PamongLetterFacts;

PamongLetterFacts *pamong_letter_facts_new (void);
PamongLetterFacts *pamong_letter_facts_ref (PamongLetterFacts *facts);
void pamong_letter_facts_unref (PamongLetterFacts *facts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongLetterFacts, pamong_letter_facts_unref)
/** pamong_letter_facts_copy: Returns: (transfer full): one that may be changed apart. */
PamongLetterFacts *pamong_letter_facts_copy (PamongLetterFacts *facts);
/** pamong_letter_facts_set: @text: (nullable): NULL and "" take it out. Control characters become spaces. */
void pamong_letter_facts_set (PamongLetterFacts *facts, const char *key, const char *text);
/** pamong_letter_facts_get: Returns: (transfer none): "" when it is not known. */
const char *pamong_letter_facts_get (PamongLetterFacts *facts, const char *key);
/** pamong_letter_facts_keys: Returns: (transfer container) (array zero-terminated=1): sorted. */
const char **pamong_letter_facts_keys (PamongLetterFacts *facts);
/** pamong_letter_facts_add_row: Returns: the number of the new row of @list, from 0. */
guint pamong_letter_facts_add_row (PamongLetterFacts *facts, const char *list);
void pamong_letter_facts_set_cell (PamongLetterFacts *facts, const char *list, guint row, const char *column, const char *text);
const char *pamong_letter_facts_cell (PamongLetterFacts *facts, const char *list, guint row, const char *column);
guint pamong_letter_facts_n_rows (PamongLetterFacts *facts, const char *list);
/** pamong_letter_facts_columns: Returns: (transfer container) (array zero-terminated=1): of one row, sorted. */
const char **pamong_letter_facts_columns (PamongLetterFacts *facts, const char *list, guint row);
/** pamong_letter_facts_lists: Returns: (transfer container) (array zero-terminated=1): names of those with rows, sorted. */
const char **pamong_letter_facts_lists (PamongLetterFacts *facts);
/** pamong_letter_facts_clear_list: takes all rows of @list out. */
void pamong_letter_facts_clear_list (PamongLetterFacts *facts, const char *list);
