/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_findings.h"

struct _PamongCardFindings
{
  GPtrArray *found;    /* owned findings */
  GPtrArray *shown;    /* those of found that want an answer */
  GHashTable *answers; /* finding as text -> reason, "" for a warning that was read */
};

/* The message names the value, so a new value asks anew. */
static char *
make_key (const PamongFinding *finding)
{
  return g_strjoin ("\n", finding->rule, finding->uid != NULL ? finding->uid : "", finding->message, NULL);
}

static const char *
get_answer (PamongCardFindings *self, const PamongFinding *finding)
{
  g_autofree char *key = make_key (finding);

  return g_hash_table_lookup (self->answers, key);
}

static void
refresh (PamongCardFindings *self)
{
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->found->len; i++)
    if (get_answer (self, g_ptr_array_index (self->found, i)) == NULL)
      g_ptr_array_add (self->shown, g_ptr_array_index (self->found, i));
}

static gboolean
is_early (const PamongFinding *finding, const PamongFamilyCard *card)
{
  const PamongRecord *record = card->family;

  if (finding->kind == PAMONG_KIND_RESIDENT)
    record = finding->member >= 0 && finding->member < (int) card->members->len ? g_ptr_array_index (card->members, finding->member) : NULL;
  return record == NULL || finding->field < 0 || !pamong_record_is_set (record, finding->field);
}

PamongCardFindings *
pamong_card_findings_new (void)
{
  PamongCardFindings *self = g_new0 (PamongCardFindings, 1);

  self->found = pamong_findings_new ();
  self->shown = g_ptr_array_new ();
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
pamong_card_findings_free (PamongCardFindings *self)
{
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->found);
  g_hash_table_unref (self->answers);
  g_free (self);
}

void
pamong_card_findings_reset (PamongCardFindings *self)
{
  g_hash_table_remove_all (self->answers);
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_set_size (self->found, 0);
}

void
pamong_card_findings_set (PamongCardFindings *self, GPtrArray *findings, const PamongFamilyCard *card, gboolean all)
{
  g_ptr_array_set_size (self->shown, 0);
  g_ptr_array_unref (self->found);
  self->found = findings;
  for (guint i = findings->len; !all && i-- > 0;)
    if (is_early (g_ptr_array_index (findings, i), card))
      g_ptr_array_remove_index (findings, i);
  refresh (self);
}

void
pamong_card_findings_answer (PamongCardFindings *self, const PamongFinding *finding, const char *reason)
{
  g_hash_table_insert (self->answers, make_key (finding), g_strdup (reason != NULL ? reason : ""));
  refresh (self);
}

GPtrArray *
pamong_card_findings_shown (PamongCardFindings *self)
{
  return self->shown;
}

const PamongFinding *
pamong_card_findings_pick (PamongCardFindings *self, PamongKind kind, int member, int field)
{
  const PamongFinding *best = NULL;
  gboolean best_here = FALSE;

  for (guint i = 0; i < self->shown->len; i++)
    {
      const PamongFinding *finding = g_ptr_array_index (self->shown, i);
      gboolean here = finding->kind == kind && finding->member == member && finding->field == field;

      if (best == NULL || finding->severity > best->severity || (finding->severity == best->severity && here && !best_here))
        {
          best = finding;
          best_here = here;
        }
    }
  return best;
}

GArray *
pamong_card_findings_accepts (PamongCardFindings *self)
{
  GArray *accepts = g_array_new (FALSE, FALSE, sizeof (PamongAccept));

  for (guint i = 0; i < self->found->len; i++)
    {
      const PamongFinding *finding = g_ptr_array_index (self->found, i);
      const char *reason = get_answer (self, finding);
      PamongAccept accept = { finding->rule, reason };
      gboolean open = finding->severity != PAMONG_SEVERITY_OVERRIDE || reason == NULL || *reason == '\0';

      for (guint s = 0; !open && s < self->shown->len; s++)
        open = g_str_equal (((PamongFinding *) g_ptr_array_index (self->shown, s))->rule, finding->rule);
      if (!open)
        g_array_append_val (accepts, accept);
    }
  return accepts;
}
