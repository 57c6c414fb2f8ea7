/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/nik.h"
#include "office/act.h"
#include "office/merge_private.h"

/* What speaks for keeping a record: each outweighs all below it. */
enum { WEIGHT_LEADS = 1000, WEIGHT_NIK = 400, WEIGHT_CARD = 100 };

static const char *
name_of (const PamongRecord *resident)
{
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME);

  return name != NULL ? name : _("this resident");
}

/* Two records of one person often bear one name: the number or the day of birth tells them apart. */
static char *
full_name (const PamongRecord *resident)
{
  const char *nik = pamong_record_text (resident, PAMONG_RESIDENT_NIK);
  g_autofree char *masked = nik != NULL ? pamong_nik_mask (nik) : NULL, *born = pamong_record_format (resident, PAMONG_RESIDENT_BIRTH_DATE);

  if (masked != NULL)
    return g_strdup_printf (_("%s (NIK %s)"), name_of (resident), masked);
  return *born != '\0' ? g_strdup_printf (_("%s (no NIK, born %s)"), name_of (resident), born) : g_strdup_printf (_("%s (no NIK)"), name_of (resident));
}

static void
add_taken (PamongStore *store, const PamongRecord *kept, const PamongRecord *merged, GPtrArray *sentences)
{
  for (guint i = 0; i < merged->n_values; i++)
    {
      g_autofree char *old = NULL, *new = NULL;

      if (!pamong_record_differs (kept, merged, (int) i))
        continue;
      old = pamong_office_value_words (store, kept, (int) i, &kept->values[i]);
      new = pamong_office_value_words (store, merged, (int) i, &merged->values[i]);
      g_ptr_array_add (sentences, g_strdup_printf (_("%s: %s becomes %s."), _(pamong_field_get (PAMONG_KIND_RESIDENT, (int) i)->label), old, new));
    }
}

/* What only the double says, and nobody will see on the list any more. */
static void
add_left (PamongStore *store, const PamongRecord *merged, const PamongRecord *gone, GPtrArray *sentences)
{
  g_autoptr (GString) left = g_string_new (NULL);

  for (guint i = 0; i < gone->n_values; i++)
    {
      g_autofree char *words = NULL;

      if (gone->values[i].type == PAMONG_VALUE_NULL || !pamong_record_differs (merged, gone, (int) i))
        continue;
      words = pamong_office_value_words (store, gone, (int) i, &gone->values[i]);
      g_string_append_printf (left, "%s%s %s", left->len > 0 ? ", " : "", _(pamong_field_get (PAMONG_KIND_RESIDENT, (int) i)->label), words);
    }
  if (left->len > 0)
    g_ptr_array_add (sentences, g_strdup_printf (_("Not taken over, but kept in the history of the double: %s."), left->str));
}

/* Cards on which nobody but the two stood, and only one of them still does. */
static void
add_empty (PamongStore *store, const PamongRecord *record, const PamongRecord *merged, const PamongRecord *gone, GPtrArray *sentences)
{
  const char *uid = pamong_record_text (record, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = uid != NULL ? pamong_store_card (store, uid, NULL) : NULL;
  const char *number = card != NULL ? pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER) : NULL;

  if (card == NULL || g_strcmp0 (uid, pamong_record_text (merged, PAMONG_RESIDENT_FAMILY_UID)) == 0)
    return;
  for (guint i = 0; i < card->members->len; i++)
    {
      const char *member = ((PamongRecord *) g_ptr_array_index (card->members, i))->uid;

      if (g_strcmp0 (member, merged->uid) != 0 && g_strcmp0 (member, gone->uid) != 0)
        return;
    }
  if (number != NULL)
    g_ptr_array_add (sentences, g_strdup_printf (_("The family card ending in %s is left without members."), number + MAX (0, (int) strlen (number) - 4)));
  else
    g_ptr_array_add (sentences, g_strdup (_("A family card without a number is left without members.")));
}

static guint
count_named (PamongStore *store, const char *old, const char *number)
{
  static const int fields[] = { PAMONG_RESIDENT_FATHER_NIK, PAMONG_RESIDENT_MOTHER_NIK };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields) && old != NULL && number != NULL && !g_str_equal (old, number); i++)
    {
      g_autoptr (GPtrArray) children = pamong_store_find (store, PAMONG_KIND_RESIDENT, fields[i], old, NULL);

      n += children != NULL ? children->len : 0;
    }
  return n;
}

static void
add_children (PamongStore *store, const PamongRecord *kept, const PamongRecord *merged, const PamongRecord *gone, GPtrArray *sentences)
{
  const char *number = pamong_record_text (merged, PAMONG_RESIDENT_NIK), *own = pamong_record_text (kept, PAMONG_RESIDENT_NIK);
  const char *other = pamong_record_text (gone, PAMONG_RESIDENT_NIK);
  guint n = count_named (store, own, number) + (g_strcmp0 (own, other) != 0 ? count_named (store, other, number) : 0);

  if (n > 0)
    g_ptr_array_add (sentences, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person who names the other NIK as a parent's follows.",
                                                              "%u people who name the other NIK as a parent's follow.", n), n));
}

char **
pamong_office_merge_effect (PamongStore *store, const char *kept_uid, const char *gone_uid, const int *taken, gsize n_taken, GError **error)
{
  g_autoptr (PamongRecord) kept = NULL, gone = NULL, merged = NULL;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *kept_name = NULL, *gone_name = NULL;

  if (!pamong_merge_load (store, kept_uid, gone_uid, &kept, &gone, error) || (merged = pamong_merge_take (kept, gone, taken, n_taken, error)) == NULL)
    return NULL;
  kept_name = full_name (kept);
  gone_name = full_name (gone);
  g_ptr_array_add (sentences, g_strdup_printf (_("%s stays."), kept_name));
  add_taken (store, kept, merged, sentences);
  g_ptr_array_add (sentences, g_strdup_printf (_("%s is taken off the list as a double of it."), gone_name));
  add_left (store, merged, gone, sentences);
  add_children (store, kept, merged, gone, sentences);
  add_empty (store, kept, merged, gone, sentences);
  if (pamong_record_differs (kept, gone, PAMONG_RESIDENT_FAMILY_UID))
    add_empty (store, gone, merged, gone, sentences);
  g_ptr_array_add (sentences, g_strdup (_("Both keep their history, and this can be taken back from there.")));
  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}

void
pamong_merge_hint_free (PamongMergeHint *hint)
{
  if (hint == NULL)
    return;
  g_free (hint->kept_uid);
  g_free (hint->gone_uid);
  g_array_unref (hint->taken);
  g_free (hint);
}

static int
weigh (PamongStore *store, const PamongRecord *resident)
{
  const char *uid = pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID);
  g_autoptr (PamongFamilyCard) card = uid != NULL ? pamong_store_card (store, uid, NULL) : NULL;
  int weight = 0;

  if (card != NULL && card->members->len > 1 && pamong_record_int (resident, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD)
    weight += WEIGHT_LEADS;
  if (pamong_nik_is_well_formed (pamong_record_text (resident, PAMONG_RESIDENT_NIK)))
    weight += WEIGHT_NIK;
  if (card != NULL && pamong_record_is_set (card->family, PAMONG_FAMILY_KK_NUMBER))
    weight += WEIGHT_CARD;
  for (guint i = 0; i < resident->n_values; i++)
    weight += resident->values[i].type != PAMONG_VALUE_NULL;
  return weight;
}

/* Who stands on no card has no place: whatever shdk says. */
static gboolean
lacks (const PamongRecord *kept, const PamongRecord *gone, int group)
{
  gboolean fills = FALSE;
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  if (group == fields[PAMONG_RESIDENT_FAMILY_UID].group)
    return !pamong_record_is_set (kept, PAMONG_RESIDENT_FAMILY_UID) && pamong_record_is_set (gone, PAMONG_RESIDENT_FAMILY_UID);
  for (guint i = 0; i < n; i++)
    {
      if (fields[i].group != group)
        continue;
      fills |= !pamong_record_is_set (kept, (int) i) && pamong_record_is_set (gone, (int) i);
      if (pamong_record_is_set (kept, (int) i) && pamong_record_differs (kept, gone, (int) i))
        return FALSE;
    }
  return fills;
}

GArray *
pamong_office_merge_takes (const PamongRecord *kept, const PamongRecord *gone)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (int));
  guint n;
  const PamongField *fields = pamong_kind_fields (PAMONG_KIND_RESIDENT, &n);

  for (guint i = 0; i < n; i++)
    {
      int field = (int) i;

      if (field != PAMONG_RESIDENT_BATCH_UID && lacks (kept, gone, fields[i].group))
        g_array_append_val (taken, field);
    }
  return taken;
}

PamongMergeHint *
pamong_office_merge_suggest (PamongStore *store, const char *a, const char *b, GError **error)
{
  g_autoptr (PamongRecord) kept = NULL, gone = NULL;
  PamongMergeHint *hint;
  int balance;

  if (!pamong_merge_load (store, a, b, &kept, &gone, error))
    return NULL;
  balance = weigh (store, kept) - weigh (store, gone);
  if (balance < 0 || (balance == 0 && g_strcmp0 (kept->uid, gone->uid) > 0)) /* the same answer from both sides */
    {
      PamongRecord *other = g_steal_pointer (&kept);

      kept = g_steal_pointer (&gone);
      gone = other;
    }
  hint = g_new0 (PamongMergeHint, 1);
  hint->kept_uid = g_strdup (kept->uid);
  hint->gone_uid = g_strdup (gone->uid);
  hint->taken = pamong_office_merge_takes (kept, gone);
  return hint;
}
