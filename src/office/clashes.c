/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/clashes.h"
#include "domain/dates.h"
#include "office/imports.h"
#include "wire/conflict.h"
#include <glib/gi18n-lib.h>

static void
free_side (PamongClashSide *side)
{
  g_free (side->words);
  g_free (side->by);
  g_free (side->source);
  g_free (side);
}

void
pamong_clash_free (PamongClash *clash)
{
  g_free (clash->uid);
  g_free (clash->subject_uid);
  g_free (clash->who);
  g_free (clash->where);
  g_ptr_array_unref (clash->sides);
  g_free (clash);
}

/* All fields of the group in one line: "Bojonegoro, 17-09-1978". */
static char *
side_words (const PamongConflictSide *side)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; side->keys[i] != NULL; i++)
    {
      const PamongField *field = pamong_field_find (side->values->kind, side->keys[i]);
      g_autofree char *value = field != NULL ? pamong_record_format (side->values, field->index) : NULL;

      if (value != NULL && *value != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", value);
    }
  return words->len > 0 ? g_strdup (words->str) : g_strdup (_ ("not filled in"));
}

static void
add_side (PamongStore *store, PamongClash *clash, const PamongConflictSide *side)
{
  PamongClashSide *shown = g_new0 (PamongClashSide, 1);

  shown->words = side_words (side);
  shown->by = g_strdup (side->by);
  shown->source = pamong_import_source_words (store, side->act);
  shown->t = side->t;
  g_ptr_array_add (clash->sides, shown);
}

static gboolean
add_sides (PamongStore *store, PamongClash *clash, const PamongRecord *conflict)
{
  g_autoptr (PamongConflictSide) current = pamong_conflict_current (conflict, NULL);
  g_autoptr (GPtrArray) others = pamong_conflict_others (conflict, NULL);

  if (current == NULL || others == NULL)
    return FALSE;
  add_side (store, clash, current);
  for (guint i = 0; i < others->len; i++)
    add_side (store, clash, others->pdata[i]);
  return TRUE;
}

static char *
place_words (const PamongRecord *family)
{
  const char *rt = pamong_record_text (family, PAMONG_FAMILY_RT), *rw = pamong_record_text (family, PAMONG_FAMILY_RW);

  return rt != NULL ? g_strdup_printf ("RT %s/RW %s", rt, rw != NULL ? rw : "-") : g_strdup ("");
}

static void
describe_resident (PamongStore *store, PamongClash *clash, const PamongRecord *resident)
{
  const char *family_uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongRecord) family = family_uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;
  g_autofree char *place = family != NULL ? place_words (family) : g_strdup ("");
  const char *born = pamong_record_text (resident, PAMONG_RESIDENT_BIRTH_DATE), *father = pamong_record_text (resident, PAMONG_RESIDENT_FATHER_NAME);
  g_autoptr (GString) where = g_string_new (place);

  clash->who = g_strdup (pamong_record_text (resident, PAMONG_RESIDENT_NAME));
  if (born != NULL)
    {
      g_autofree char *date = pamong_date_format (born);

      g_string_append_printf (where, where->len > 0 ? ", %s %s" : "%s %s", _ ("born"), date);
    }
  if (father != NULL)
    g_string_append_printf (where, where->len > 0 ? ", %s %s" : "%s %s", _ ("father"), father);
  clash->where = g_strdup (where->str);
}

static void
describe_family (PamongStore *store, PamongClash *clash, const PamongRecord *family)
{
  g_autoptr (PamongFamilyCard) card = pamong_store_card (store, family->uid, NULL);
  const PamongRecord *head = card != NULL ? pamong_family_card_head (card) : NULL;

  if (head != NULL)
    clash->who = g_strdup_printf (_ ("family of %s"), pamong_record_text (head, PAMONG_RESIDENT_NAME));
  clash->where = place_words (family);
}

static PamongClash *
read_clash (PamongStore *store, const PamongRecord *conflict)
{
  const char *kind_name = pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND), *key = pamong_record_text (conflict, PAMONG_CONFLICT_FIELD);
  int kind = kind_name != NULL ? pamong_kind_from_name (kind_name) : -1;
  const PamongField *field = kind >= 0 && key != NULL ? pamong_field_find ((PamongKind) kind, key) : NULL;
  g_autoptr (PamongClash) clash = g_new0 (PamongClash, 1);
  g_autoptr (PamongRecord) subject = NULL;

  clash->sides = g_ptr_array_new_with_free_func ((GDestroyNotify) free_side);
  if (field == NULL || !add_sides (store, clash, conflict))
    return NULL;
  clash->uid = g_strdup (conflict->uid);
  clash->kind = (PamongKind) kind;
  clash->subject_uid = g_strdup (pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID));
  clash->field = field->label;
  subject = pamong_store_get (store, clash->kind, clash->subject_uid, NULL);
  if (subject != NULL && clash->kind == PAMONG_KIND_RESIDENT)
    describe_resident (store, clash, subject);
  else if (subject != NULL && clash->kind == PAMONG_KIND_FAMILY)
    describe_family (store, clash, subject);
  return g_steal_pointer (&clash);
}

gboolean
pamong_clash_is_filled_in (const PamongClash *clash)
{
  for (guint i = 1; i < clash->sides->len; i++)
    if (((PamongClashSide *) clash->sides->pdata[i])->source == NULL)
      return FALSE;
  return clash->sides->len > 1;
}

GPtrArray *
pamong_clashes (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) records = pamong_store_all (store, PAMONG_KIND_CONFLICT, error);
  g_autoptr (GPtrArray) clashes = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_clash_free);

  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    if (pamong_record_int (records->pdata[i], PAMONG_CONFLICT_CLOSED) == 0)
      {
        PamongClash *clash = read_clash (store, records->pdata[i]);

        if (clash != NULL)
          g_ptr_array_add (clashes, clash);
      }
  return g_steal_pointer (&clashes);
}
