/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/doubles.h"

#include <glib/gi18n-lib.h>

#include "office/act.h"

/* A record on its way into a pair. */
typedef struct {
  PamongRecord *resident, *family;
  PamongDoubleFacts facts;
} Seen;

static void
clear_seen (Seen *seen)
{
  g_clear_pointer (&seen->resident, pamong_record_free);
  g_clear_pointer (&seen->family, pamong_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, clear_seen)

static gboolean
see (PamongStore *store, const char *uid, PamongDoubleTexts *texts, Seen *seen)
{
  const char *family_uid;

  seen->resident = pamong_store_get (store, PAMONG_KIND_RESIDENT, uid, NULL);
  if (seen->resident == NULL || pamong_store_status (store, uid) != PAMONG_STATUS_ALIVE)
    return FALSE;
  family_uid = pamong_record_text (seen->resident, PAMONG_RESIDENT_FAMILY_UID);
  seen->family = family_uid != NULL ? pamong_store_get (store, PAMONG_KIND_FAMILY, family_uid, NULL) : NULL;
  pamong_double_facts_read (&seen->facts, texts, seen->resident, seen->family);
  return TRUE;
}

/* Whose record says more; it stands first. */
static gboolean
says_more (const Seen *one, const Seen *other)
{
  gboolean has = pamong_record_is_set (one->resident, PAMONG_RESIDENT_NIK), other_has = pamong_record_is_set (other->resident, PAMONG_RESIDENT_NIK);
  guint filled, other_filled, required;

  if (has != other_has)
    return has;
  pamong_record_completeness (one->resident, &filled, &required);
  pamong_record_completeness (other->resident, &other_filled, &required);
  return filled != other_filled ? filled > other_filled : g_strcmp0 (one->resident->uid, other->resident->uid) < 0;
}

static void
fill_side (PamongDoubleSide *side, const Seen *seen)
{
  side->uid = g_strdup (seen->resident->uid);
  side->area = g_strdup (seen->resident->area);
  side->name = g_strdup (pamong_record_text (seen->resident, PAMONG_RESIDENT_NAME));
  side->born = g_strdup (pamong_record_text (seen->resident, PAMONG_RESIDENT_BIRTH_DATE));
  side->has_nik = pamong_record_is_set (seen->resident, PAMONG_RESIDENT_NIK);
  if (seen->family == NULL)
    return;
  side->rt = g_strdup (pamong_record_text (seen->family, PAMONG_FAMILY_RT));
  side->dusun = g_strdup (pamong_record_text (seen->family, PAMONG_FAMILY_DUSUN));
}

static void
clear_side (PamongDoubleSide *side)
{
  g_free (side->uid);
  g_free (side->area);
  g_free (side->name);
  g_free (side->rt);
  g_free (side->dusun);
  g_free (side->born);
}

static void
clear_double (gpointer data)
{
  PamongDouble *one = data;

  clear_side (&one->one);
  clear_side (&one->other);
}

PamongDouble *
pamong_double_ref (PamongDouble *one)
{
  return g_atomic_rc_box_acquire (one);
}

void
pamong_double_unref (PamongDouble *one)
{
  g_atomic_rc_box_release_full (one, clear_double);
}

PamongDouble *
pamong_doubles_pair (PamongStore *store, const char *uid, const char *other_uid)
{
  g_autoptr (PamongDoubleTexts) texts = pamong_double_texts_new ();
  g_auto (Seen) left = { NULL }, right = { NULL };
  PamongDoubleRank rank;
  PamongDouble *pair;
  guint reasons;
  int points;

  if (!see (store, uid, texts, &left) || !see (store, other_uid, texts, &right))
    return NULL;
  rank = pamong_double_judge (&left.facts, &right.facts, &reasons, &points);
  if (rank == PAMONG_DOUBLE_NONE)
    return NULL;
  pair = g_atomic_rc_box_new0 (PamongDouble);
  fill_side (&pair->one, says_more (&left, &right) ? &left : &right);
  fill_side (&pair->other, says_more (&left, &right) ? &right : &left);
  pair->rank = rank;
  pair->reasons = reasons;
  pair->points = points;
  return pair;
}

static gboolean
check_two (PamongAct *act, const char *uid, const char *other_uid, const char *reason, GError **error)
{
  const char *const uids[] = { uid, other_uid };

  if (g_strcmp0 (uid, other_uid) == 0)
    return pamong_office_invalid (error, _("These are not two records but one."));
  if (pamong_text_is_blank (reason))
    return pamong_office_invalid (error, _("Say why these are two people: who knows it, or from which paper."));
  for (guint i = 0; i < G_N_ELEMENTS (uids); i++)
    {
      g_autoptr (PamongRecord) resident = pamong_act_get (act, PAMONG_KIND_RESIDENT, uids[i], error);

      if (resident == NULL || !pamong_act_check_limit_of (act, resident, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pamong_office_not_double (PamongOffice *office, const char *uid, const char *other_uid, const char *reason, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "double.not", reason, NULL, error);
  g_autoptr (PamongRecord) waiver = NULL;

  if (act == NULL || !check_two (act, uid, other_uid, reason, error))
    return FALSE;
  if (pamong_store_is_waived (office->store, uid, PAMONG_DOUBLE_RULE, other_uid) || pamong_store_is_waived (office->store, other_uid, PAMONG_DOUBLE_RULE, uid))
    return TRUE;
  waiver = pamong_record_new (PAMONG_KIND_WAIVER, pamong_store_area (office->store));
  pamong_record_set_text (waiver, PAMONG_WAIVER_SUBJECT_UID, uid);
  pamong_record_set_text (waiver, PAMONG_WAIVER_RULE, PAMONG_DOUBLE_RULE);
  pamong_record_set_text (waiver, PAMONG_WAIVER_REASON, reason);
  pamong_record_set_text (waiver, PAMONG_WAIVER_VALUE, other_uid);
  pamong_act_put (act, waiver);
  pamong_act_touch (act, uid);
  pamong_act_touch (act, other_uid);
  return pamong_act_finish (act, error);
}
