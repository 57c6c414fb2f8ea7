/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "office/identity.h"
#include "office/letters_persons.h"
#include "office/officials.h"

enum { POST_HEAD = 1, POST_CLERGY = 10, POST_RT = 21 };

char *
pamong_letter_date (const PamongLetterCase *letter)
{
  return letter->date != NULL ? g_strdup (letter->date) : pamong_clock_today ();
}

static void
set_name (PamongLetterFacts *facts, const char *what, const char *key, const char *text)
{
  g_autofree char *whole = g_strconcat (what, ".", key, NULL);

  pamong_letter_facts_set (facts, whole, text);
}

static void
put_place (PamongLetterFacts *facts, const char *what, const PamongRegion *region)
{
  g_autofree char *title = region != NULL ? pamong_regions_title (region->code) : NULL;

  set_name (facts, what, "name", region != NULL ? region->name : NULL);
  set_name (facts, what, "title", title);
  set_name (facts, what, "code", region != NULL ? region->code : NULL);
}

static void
put_letterhead (PamongLetterFacts *facts, const PamongRecord *identity)
{
  static const struct { int field; const char *before; } parts[] = {
    { PAMONG_IDENTITY_ADDRESS, "" }, { PAMONG_IDENTITY_POSTCODE, "Kode Pos " }, { PAMONG_IDENTITY_PHONE, "Telepon " }, { PAMONG_IDENTITY_EMAIL, "Surel " }, { PAMONG_IDENTITY_WEBSITE, "" }
  };
  g_auto (GStrv) lines = pamong_identity_letterhead (identity);
  g_autoptr (GString) under = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    pamong_letter_facts_set_cell (facts, "letterhead", pamong_letter_facts_add_row (facts, "letterhead"), "line", lines[i]);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (pamong_record_is_set (identity, parts[i].field))
      g_string_append_printf (under, "%s%s%s", under->len > 0 ? ", " : "", parts[i].before, pamong_record_text (identity, parts[i].field));
  pamong_letter_facts_set (facts, "letterhead.address", under->str);
}

static gboolean
put_village (PamongStore *store, PamongLetterFacts *facts, GError **error)
{
  static const struct { const char *key; PamongIdentityWord word; } words[] = { { "head", PAMONG_WORD_HEAD }, { "hamlet", PAMONG_WORD_HAMLET }, { "clergy", PAMONG_WORD_CLERGY }, { "secretary", PAMONG_WORD_SECRETARY } };
  static const struct { const char *key; int field; } texts[] = {
    { "address", PAMONG_IDENTITY_ADDRESS }, { "postcode", PAMONG_IDENTITY_POSTCODE }, { "phone", PAMONG_IDENTITY_PHONE }, { "email", PAMONG_IDENTITY_EMAIL }, { "website", PAMONG_IDENTITY_WEBSITE }
  };
  g_autoptr (PamongRecord) identity = pamong_identity (store, error);
  const PamongRegion *village = pamong_regions_find (pamong_store_area (store)), *district = NULL;

  if (identity == NULL)
    return FALSE;
  put_place (facts, "village", village);
  set_name (facts, "village", "kind", village != NULL && g_str_equal (village->type, "kelurahan") ? "Kelurahan" : "Desa");
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *word = pamong_identity_word_of (identity, words[i].word);

      set_name (facts, "village", words[i].key, word);
    }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    set_name (facts, "village", texts[i].key, pamong_record_text (identity, texts[i].field));
  district = village != NULL && village->parent != NULL ? pamong_regions_find (village->parent) : NULL;
  put_place (facts, "district", district);
  put_place (facts, "regency", district != NULL && district->parent != NULL ? pamong_regions_find (district->parent) : NULL);
  pamong_letter_facts_set (facts, "province.name", PAMONG_PROVINCE);
  pamong_letter_facts_set (facts, "province.title", "Provinsi " PAMONG_PROVINCE);
  pamong_letter_facts_set (facts, "province.code", "35");
  put_letterhead (facts, identity);
  return TRUE;
}

/* Whom the kecamatan has told us of; else the page leaves room to write. */
static gboolean
put_camat (PamongStore *store, PamongLetterFacts *facts, const char *date, GError **error)
{
  const PamongRegion *village = pamong_regions_find (pamong_store_area (store)), *district = village != NULL && village->parent != NULL ? pamong_regions_find (village->parent) : NULL;
  g_autoptr (GPtrArray) officials = district != NULL ? pamong_officials_at (store, district->code, date, error) : NULL;
  g_autofree char *plain = district != NULL ? g_strconcat ("CAMAT ", district->name, NULL) : NULL, *line = plain != NULL ? g_utf8_strup (plain, -1) : NULL;

  pamong_letter_facts_set (facts, "camat.line", line);
  for (guint i = 0; officials != NULL && i < officials->len; i++)
    if (pamong_record_int (officials->pdata[i], PAMONG_OFFICIAL_POST) == POST_HEAD)
      {
        const char *nip = pamong_record_text (officials->pdata[i], PAMONG_OFFICIAL_NIP);
        g_autofree char *number = nip != NULL ? g_strconcat ("NIP. ", nip, NULL) : NULL;

        pamong_letter_facts_set (facts, "camat.name", pamong_record_text (officials->pdata[i], PAMONG_OFFICIAL_NAME));
        pamong_letter_facts_set (facts, "camat.nip", number);
        break;
      }
  return district == NULL || officials != NULL;
}

/* The head of the RT in which the first person lives, unless the slip names another. */
static gboolean
put_introduction (PamongStore *store, PamongLetterFacts *facts, const PamongLetterCase *letter, const char *date, GError **error)
{
  g_autoptr (GPtrArray) officials = pamong_officials (store, date, error);
  const char *rt = pamong_letter_facts_get (facts, "subject.rt"), *rw = pamong_letter_facts_get (facts, "subject.rw"), *head = pamong_letter_case_get (letter, "rt.head");
  g_autofree char *title = *rt != '\0' ? g_strdup_printf ("Ketua RT %s%s%s", rt, *rw != '\0' ? " RW " : "", rw) : NULL;

  if (officials == NULL)
    return FALSE;
  for (guint i = 0; i < officials->len && head == NULL && *rt != '\0'; i++)
    {
      const PamongRecord *official = officials->pdata[i];
      const char *place = pamong_record_text (official, PAMONG_OFFICIAL_RW);

      if (pamong_record_int (official, PAMONG_OFFICIAL_POST) == POST_RT && g_strcmp0 (pamong_record_text (official, PAMONG_OFFICIAL_RT), rt) == 0
          && (place == NULL || *rw == '\0' || g_str_equal (place, rw)))
        head = pamong_record_text (official, PAMONG_OFFICIAL_NAME);
    }
  pamong_letter_facts_set (facts, "rt.title", title);
  pamong_letter_facts_set (facts, "rt.head", head);
  pamong_letter_facts_set (facts, "rt.number", pamong_letter_case_get (letter, "rt.number"));
  pamong_letter_facts_set (facts, "rt.date", pamong_letter_case_get (letter, "rt.date"));
  return TRUE;
}

static gboolean
put_person (PamongStore *store, PamongLetterFacts *facts, const PamongLetterPerson *role, const PamongCasePerson *person, const char *on, GError **error)
{
  PamongPersonSink sink = { facts, role->id, role->many, 0 };
  g_autoptr (PamongRecord) resident = NULL;

  if (person->uid != NULL && (resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, person->uid, error)) == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This resident is not on this computer. Find them again in the list."));
      return FALSE;
    }
  if (role->many)
    sink.row = pamong_letter_facts_add_row (facts, role->id);
  if (resident != NULL)
    pamong_person_put_resident (&sink, store, resident, on);
  else if (person->outsider != NULL)
    pamong_person_put_outsider (&sink, person->outsider, on);
  pamong_person_put_columns (&sink, role->columns, person->columns);
  return TRUE;
}

/* Everybody on the card of the first person, and what is known of the house. */
static gboolean
put_card (PamongStore *store, PamongLetterFacts *facts, const PamongLetterCase *letter, const char *role, const char *on, GError **error)
{
  const PamongCasePerson *first = role != NULL ? pamong_letter_case_person (letter, role) : NULL;
  g_autoptr (PamongRecord) subject = first != NULL && first->uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, first->uid, error) : NULL;
  const char *uid = subject != NULL ? pamong_record_text (subject, PAMONG_RESIDENT_FAMILY_UID) : NULL;
  g_autoptr (PamongFamilyCard) card = uid != NULL ? pamong_store_card (store, uid, error) : NULL;
  g_autofree char *desil = NULL;

  if (card == NULL)
    return uid == NULL;
  if (pamong_record_is_set (card->family, PAMONG_FAMILY_DESIL))
    desil = g_strdup_printf ("%d", (int) pamong_record_int (card->family, PAMONG_FAMILY_DESIL));
  pamong_letter_facts_set (facts, "family.kk_number", pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER));
  pamong_letter_facts_set (facts, "family.desil", desil);
  pamong_letter_facts_set (facts, "family.desil_date", pamong_record_text (card->family, PAMONG_FAMILY_DESIL_DATE));
  for (guint i = 0; i < card->members->len; i++)
    {
      PamongPersonSink sink = { facts, "family", TRUE, pamong_letter_facts_add_row (facts, "family") };

      pamong_person_put_resident (&sink, store, card->members->pdata[i], on);
    }
  return TRUE;
}

static gboolean
put_persons (PamongStore *store, PamongLetterFacts *facts, const PamongLetterType *type, const PamongLetterCase *letter, const char *on, GError **error)
{
  for (guint r = 0; r < type->persons->len; r++)
    {
      const PamongLetterPerson *role = type->persons->pdata[r];

      for (guint i = 0; i < letter->persons->len; i++)
        {
          const PamongCasePerson *person = letter->persons->pdata[i];

          if (!g_str_equal (person->role, role->id))
            continue;
          if (!put_person (store, facts, role, person, on, error))
            return FALSE;
          if (!role->many)
            break;
        }
    }
  return put_card (store, facts, letter, type->persons->len > 0 ? ((PamongLetterPerson *) type->persons->pdata[0])->id : NULL, on, error);
}

static void
put_answers (PamongLetterFacts *facts, const PamongLetterType *type, const PamongLetterCase *letter)
{
  for (guint i = 0; i < type->fields->len; i++)
    {
      const PamongLetterField *field = type->fields->pdata[i];
      g_autofree char *key = g_strconcat ("answer.", field->id, NULL), *code_key = g_strconcat (key, ".code", NULL), *code = NULL;
      g_autofree char *words = pamong_answer_words (field, pamong_letter_case_get (letter, field->id), &code);

      pamong_letter_facts_set (facts, key, words);
      pamong_letter_facts_set (facts, code_key, code);
    }
}

/* What was asked and is no longer shown says nothing on the page either. */
static void
drop_hidden (PamongLetterFacts *facts, const PamongLetterType *type)
{
  for (guint i = 0; i < type->fields->len; i++)
    {
      const PamongLetterField *field = type->fields->pdata[i];
      g_autofree char *key = g_strconcat ("answer.", field->id, NULL), *code_key = g_strconcat (key, ".code", NULL);

      if (field->show == NULL || pamong_condition_holds (field->show, facts, NULL, 0))
        continue;
      pamong_letter_facts_set (facts, key, NULL);
      pamong_letter_facts_set (facts, code_key, NULL);
    }
}

static void
put_letter (PamongStore *store, PamongLetterFacts *facts, const PamongLetterType *type, const PamongLetterCase *letter, const char *date)
{
  g_autofree char *until = pamong_letter_type_valid_until (type, date);
  const PamongRegion *village = pamong_regions_find (pamong_store_area (store));

  pamong_letter_facts_set (facts, "letter.date", date);
  pamong_letter_facts_set (facts, "letter.valid_until", until);
  pamong_letter_facts_set (facts, "letter.place", village != NULL ? village->name : NULL);
  pamong_letter_facts_set (facts, "letter.title", type->name);
  pamong_letter_facts_set (facts, "letter.type", type->key);
  pamong_letter_facts_set (facts, "letter.applicant", letter->applicant);
  pamong_letter_facts_set (facts, "letter.addressed", letter->addressed);
}

PamongLetterFacts *
pamong_letter_facts_of (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, GError **error)
{
  g_autoptr (PamongLetterFacts) facts = pamong_letter_facts_new ();
  g_autofree char *date = pamong_letter_date (letter);
  g_autoptr (PamongRecord) signer = NULL;

  put_letter (store, facts, type, letter, date);
  if (!put_village (store, facts, error) || !put_persons (store, facts, type, letter, date, error))
    return NULL;
  put_answers (facts, type, letter);
  drop_hidden (facts, type);
  if (!put_camat (store, facts, date, error) || !put_introduction (store, facts, letter, date, error))
    return NULL;
  /* A page is shown before there is anybody to sign; it is not issued so. */
  signer = pamong_letter_signer (store, type, letter, date, NULL);
  if (signer != NULL && !pamong_letter_put_signer (store, facts, signer, date, error))
    return NULL;
  return g_steal_pointer (&facts);
}
