/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/line.h"

#include "domain/clock.h"
#include "office/letters_private.h"

/* Above this a listener reads all again instead of one by one. */
#define MAX_TOLD 500
/* Seconds a clock may be off before anybody is told (R15). */
#define CLOCK_TOLERANCE 600

static void
tell (PamongOffice *office, PamongKind kind, GPtrArray *uids)
{
  g_autoptr (GStrvBuilder) told = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (office->changed == NULL || uids == NULL)
    return;
  for (guint i = 0; i < uids->len && uids->len <= MAX_TOLD; i++)
    g_strv_builder_add (told, g_ptr_array_index (uids, i));
  list = g_strv_builder_end (told);
  office->changed (kind, uids->len > MAX_TOLD ? NULL : (const char *const *) list, office->changed_data);
}

PamongPushRequest *
pamong_office_batch (PamongOffice *office, GError **error)
{
  return pamong_outbox_batch (office->store, error);
}

/* Records whose value here may be another one after @answer: those that clash. */
static GPtrArray *
collect_clashes (const PamongPushAnswer *answer)
{
  GPtrArray *uids = g_ptr_array_new ();

  for (guint i = 0; i < answer->results->len; i++)
    {
      const PamongResult *result = g_ptr_array_index (answer->results, i);

      for (guint j = 0; result->conflicts != NULL && j < result->conflicts->len; j++)
        {
          const char *uid = pamong_record_text (g_ptr_array_index (result->conflicts, j), PAMONG_CONFLICT_SUBJECT_UID);

          if (uid != NULL)
            g_ptr_array_add (uids, (gpointer) uid);
        }
    }
  return uids;
}

gboolean
pamong_office_store_answer (PamongOffice *office, const PamongPushAnswer *answer, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_apply (office->store, error);
  g_autoptr (GPtrArray) uids = NULL;

  if (write == NULL || !pamong_outbox_answer (write, answer, error) || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  uids = collect_clashes (answer);
  tell (office, PAMONG_KIND_RESIDENT, uids);
  return TRUE;
}

/* What another computer issued, or made void. */
static GPtrArray *
collect_letters (const PamongPullAnswer *page)
{
  GPtrArray *uids = g_ptr_array_new ();

  for (guint i = 0; i < page->rows->len; i++)
    {
      const PamongRecord *record = ((PamongFeedRow *) page->rows->pdata[i])->record;

      if (record->kind == PAMONG_KIND_LETTER)
        g_ptr_array_add (uids, record->uid);
    }
  return uids;
}

gboolean
pamong_office_store_page (PamongOffice *office, const PamongPullAnswer *page, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_apply (office->store, error);
  g_autoptr (GPtrArray) uids = NULL, letters = NULL;

  if (write == NULL || !pamong_inbox_apply (write, page, &uids, error) || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  tell (office, PAMONG_KIND_RESIDENT, uids);
  letters = collect_letters (page);
  if (letters->len > 0)
    tell (office, PAMONG_KIND_LETTER, letters);
  return TRUE;
}

gboolean
pamong_office_store_hello (PamongOffice *office, const PamongHelloAnswer *answer, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);
  g_autofree char *offset = g_strdup_printf ("%" G_GINT64_FORMAT, answer->time - pamong_clock_now ());

  return write != NULL && pamong_device_hello (write, answer, error) && pamong_write_meta (write, "clock.offset", offset, error) && pamong_desk_keep (write, answer->desk, error) &&
         pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gint64
pamong_office_clock_offset (PamongStore *store)
{
  g_autofree char *offset = pamong_store_meta (store, "clock.offset");
  gint64 seconds = offset != NULL ? g_ascii_strtoll (offset, NULL, 10) : 0;

  return ABS (seconds) > CLOCK_TOLERANCE ? seconds : 0;
}

gboolean
pamong_office_store_device (PamongOffice *office, const PamongDevice *device, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_device_put (write, device, error) && pamong_desk_keep (write, device->desk, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

gboolean
pamong_office_store_round (PamongOffice *office, const PamongRound *round, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_round_put (write, round, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

int
pamong_office_backoff (PamongOffice *office)
{
  g_autofree char *failures = pamong_store_meta (office->store, "sync.backoff");

  return failures != NULL ? (int) g_ascii_strtoll (failures, NULL, 10) : 0;
}

gboolean
pamong_office_set_backoff (PamongOffice *office, int n, GError **error)
{
  g_autofree char *failures = g_strdup_printf ("%d", n);
  g_autoptr (PamongWrite) write = pamong_write_begin_plain (office->store, error);

  return write != NULL && pamong_write_meta (write, "sync.backoff", failures, error) && pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}
