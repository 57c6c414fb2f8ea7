/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <string.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "office/identity.h"
#include "office/letters_persons.h"

/* What a letter says of one person: a resident with the family, or somebody from elsewhere who was typed in. */

static void
put (const PamongPersonSink *sink, const char *column, const char *text)
{
  g_autofree char *key = NULL;

  if (sink->many)
    {
      pamong_letter_facts_set_cell (sink->facts, sink->role, sink->row, column, text);
      return;
    }
  key = g_strconcat (sink->role, ".", column, NULL);
  pamong_letter_facts_set (sink->facts, key, text);
}

static void
put_code (const PamongPersonSink *sink, const char *column, const PamongRecord *record, int field)
{
  const PamongField *known = pamong_field_get (record->kind, field);
  int code = (int) pamong_record_int (record, field);
  g_autofree char *number = code != 0 ? g_strdup_printf ("%d", code) : NULL, *key = g_strconcat (column, ".code", NULL);

  put (sink, column, code != 0 ? pamong_codes_display (known->codes, code) : NULL);
  put (sink, key, number);
}

/* "JL. MERDEKA 12" as on a sign: "Jl. Merdeka 12". What stands in small letters was written so on purpose. */
static char *
sign_case (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean begins = TRUE, shouts = text != NULL && strpbrk (text, "abcdefghijklmnopqrstuvwxyz") == NULL;

  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      g_string_append_unichar (out, begins || !shouts ? c : g_unichar_tolower (c));
      begins = !g_unichar_isalnum (c) && c != '\'';
    }
  return g_string_free (out, FALSE);
}

static void
append_words (GString *line, const char *before, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (line->len > 0)
    g_string_append_c (line, ' ');
  if (*before != '\0')
    g_string_append_printf (line, "%s ", before);
  g_string_append (line, text);
}

static const PamongRegion *
region_above (const char *area, const char *type)
{
  const PamongRegion *region = area != NULL ? pamong_regions_find (area) : NULL;

  while (region != NULL && !g_str_equal (region->type, type))
    region = region->parent != NULL ? pamong_regions_find (region->parent) : NULL;
  return region;
}

/* The hamlet once, though many write it as the street too. */
static void
append_house (GString *line, PamongStore *store, const char *street, const char *dusun, const char *rt, const char *rw)
{
  g_autofree char *hamlet = pamong_identity_word (store, PAMONG_WORD_HAMLET);
  gboolean said = dusun != NULL && street != NULL && g_str_has_suffix (street, dusun);

  append_words (line, "", street);
  if (!said)
    append_words (line, hamlet, dusun);
  append_words (line, "RT", rt);
  append_words (line, "RW", rw);
}

static void
put_address (const PamongPersonSink *sink, PamongStore *store, const PamongRecord *family)
{
  g_autofree char *street = sign_case (pamong_record_text (family, PAMONG_FAMILY_ADDRESS)), *dusun = sign_case (pamong_record_text (family, PAMONG_FAMILY_DUSUN));
  g_autofree char *village = pamong_regions_title (family->area);
  const PamongRegion *here = pamong_regions_find (family->area), *district = region_above (family->area, "kecamatan"), *regency = region_above (family->area, "kabupaten");
  g_autofree char *district_title = district != NULL ? pamong_regions_title (district->code) : NULL, *regency_title = regency != NULL ? pamong_regions_title (regency->code) : NULL;
  g_autoptr (GString) line = g_string_new (NULL);

  append_house (line, store, street, dusun, pamong_record_text (family, PAMONG_FAMILY_RT), pamong_record_text (family, PAMONG_FAMILY_RW));
  append_words (line, "", village);
  append_words (line, "", district_title);
  append_words (line, "", regency_title);
  put (sink, "address", line->str);
  put (sink, "street", street);
  put (sink, "dusun", dusun);
  put (sink, "rt", pamong_record_text (family, PAMONG_FAMILY_RT));
  put (sink, "rw", pamong_record_text (family, PAMONG_FAMILY_RW));
  put (sink, "postcode", pamong_record_text (family, PAMONG_FAMILY_POSTCODE));
  put (sink, "village", here != NULL ? here->name : NULL);
  put (sink, "district", district != NULL ? district->name : NULL);
  put (sink, "regency", regency != NULL ? regency->name : NULL);
  put (sink, "province", PAMONG_PROVINCE);
}

static void
put_age (const PamongPersonSink *sink, const char *birth_date, const char *on)
{
  g_autofree char *age = NULL;

  if (birth_date == NULL || !pamong_date_is_valid (birth_date) || strcmp (birth_date, on) > 0)
    return;
  age = g_strdup_printf ("%d", pamong_date_age (birth_date, on));
  put (sink, "age", age);
}

static void
put_self (const PamongPersonSink *sink, const PamongRecord *person, const char *on)
{
  static const struct { const char *column; int field; } texts[] = {
    { "name", PAMONG_RESIDENT_NAME }, { "nik", PAMONG_RESIDENT_NIK }, { "birth_date", PAMONG_RESIDENT_BIRTH_DATE }, { "phone", PAMONG_RESIDENT_PHONE },
    { "passport", PAMONG_RESIDENT_PASSPORT }, { "father_name", PAMONG_RESIDENT_FATHER_NAME }, { "father_nik", PAMONG_RESIDENT_FATHER_NIK },
    { "mother_name", PAMONG_RESIDENT_MOTHER_NAME }, { "mother_nik", PAMONG_RESIDENT_MOTHER_NIK }, { "birth_cert", PAMONG_RESIDENT_BIRTH_CERT },
    { "marriage_cert", PAMONG_RESIDENT_MARRIAGE_CERT }, { "marriage_date", PAMONG_RESIDENT_MARRIAGE_DATE }, { "divorce_cert", PAMONG_RESIDENT_DIVORCE_CERT },
    { "divorce_date", PAMONG_RESIDENT_DIVORCE_DATE },
  };
  static const struct { const char *column; int field; } codes[] = {
    { "sex", PAMONG_RESIDENT_SEX }, { "religion", PAMONG_RESIDENT_RELIGION }, { "marital", PAMONG_RESIDENT_MARITAL_STATUS }, { "occupation", PAMONG_RESIDENT_OCCUPATION },
    { "education", PAMONG_RESIDENT_EDUCATION }, { "nationality", PAMONG_RESIDENT_NATIONALITY }, { "blood", PAMONG_RESIDENT_BLOOD_TYPE }, { "shdk", PAMONG_RESIDENT_SHDK },
    { "disability", PAMONG_RESIDENT_DISABILITY },
  };
  g_autofree char *place = sign_case (pamong_record_text (person, PAMONG_RESIDENT_BIRTH_PLACE));

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    put (sink, texts[i].column, pamong_record_text (person, texts[i].field));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    put_code (sink, codes[i].column, person, codes[i].field);
  put (sink, "birth_place", place);
  put_age (sink, pamong_record_text (person, PAMONG_RESIDENT_BIRTH_DATE), on);
}

/* The day of the death that stands: none that was taken back. */
static char *
find_death (PamongStore *store, const char *uid)
{
  g_autoptr (GPtrArray) events = pamong_store_status (store, uid) == PAMONG_STATUS_DEAD ? pamong_store_find (store, PAMONG_KIND_EVENT, PAMONG_EVENT_RESIDENT_UID, uid, NULL) : NULL;
  g_autoptr (GHashTable) cancelled = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; events != NULL && i < events->len; i++)
    if (pamong_record_is_set (events->pdata[i], PAMONG_EVENT_CANCELS))
      g_hash_table_add (cancelled, (gpointer) pamong_record_text (events->pdata[i], PAMONG_EVENT_CANCELS));
  for (guint i = 0; events != NULL && i < events->len; i++)
    {
      const PamongRecord *event = events->pdata[i];

      if (pamong_record_int (event, PAMONG_EVENT_TYPE) == PAMONG_EVENT_DEATH && !g_hash_table_contains (cancelled, event->uid))
        return g_strdup (pamong_record_text (event, PAMONG_EVENT_DATE));
    }
  return NULL;
}

static void
put_family (const PamongPersonSink *sink, PamongStore *store, const PamongRecord *resident)
{
  const char *uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = uid != NULL ? pamong_store_card (store, uid, NULL) : NULL;
  PamongRecord *head = card != NULL ? pamong_family_card_head (card) : NULL;

  if (card == NULL)
    return;
  put (sink, "kk_number", pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER));
  put (sink, "head_name", head != NULL ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : NULL);
  put_address (sink, store, card->family);
}

void
pamong_person_put_resident (const PamongPersonSink *sink, PamongStore *store, const PamongRecord *resident, const char *on)
{
  g_autofree char *died = find_death (store, resident->uid), *elsewhere = sign_case (pamong_record_text (resident, PAMONG_RESIDENT_CURRENT_ADDRESS));

  put_self (sink, resident, died != NULL ? died : on);
  put_family (sink, store, resident);
  put (sink, "current_address", elsewhere);
  put (sink, "died_on", died);
}

/* Whoever is in no list has an address as it was typed. */
void
pamong_person_put_outsider (const PamongPersonSink *sink, const PamongRecord *person, const char *on)
{
  put_self (sink, person, on);
  put (sink, "address", pamong_record_text (person, PAMONG_RESIDENT_CURRENT_ADDRESS));
}

void
pamong_person_put_columns (const PamongPersonSink *sink, GPtrArray *columns, GHashTable *answers)
{
  for (guint i = 0; columns != NULL && i < columns->len; i++)
    {
      const PamongLetterField *column = columns->pdata[i];
      g_autofree char *words = NULL, *code = NULL, *key = g_strconcat (column->id, ".code", NULL);

      words = pamong_answer_words (column, g_hash_table_lookup (answers, column->id), &code);
      put (sink, column->id, words);
      put (sink, key, code);
    }
}

char *
pamong_answer_words (const PamongLetterField *field, const char *answer, char **code)
{
  int number;

  *code = NULL;
  if (answer == NULL || *answer == '\0')
    return NULL;
  if (field->type == PAMONG_ANSWER_BOOL)
    return g_str_equal (answer, "1") ? g_strdup ("1") : NULL;
  if (field->type != PAMONG_ANSWER_CODE || field->list == NULL)
    return g_strdup (answer);
  number = pamong_codes_parse (field->list, answer);
  if (number == 0)
    return g_strdup (answer);
  *code = g_strdup_printf ("%d", number);
  return g_strdup (pamong_codes_display (field->list, number));
}
