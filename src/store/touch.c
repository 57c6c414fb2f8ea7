/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which list rows hang on a record that was written. */
#include "store/store_private.h"

static void
touch (GHashTable *set, const char *uid)
{
  if (uid != NULL && !g_hash_table_contains (set, uid))
    g_hash_table_add (set, g_strdup (uid));
}

/* A counter-event speaks of what it takes back. */
static gboolean
touch_cancelled (PamongWrite *write, const char *event_uid, GError **error)
{
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (write->db, "SELECT resident_uid, family_uid FROM event WHERE uid = ?1", error);
  PamongStep step;

  if (stmt == NULL)
    return FALSE;
  pamong_stmt_bind_text (stmt, 1, event_uid);
  if ((step = pamong_stmt_step (stmt, error)) == PAMONG_STEP_ROW)
    {
      touch (write->residents, pamong_stmt_text (stmt, 0));
      touch (write->families, pamong_stmt_text (stmt, 1));
    }
  return step != PAMONG_STEP_ERROR;
}

static gboolean
touch_event (PamongWrite *write, const PamongRecord *event, GError **error)
{
  const char *cancels = pamong_record_text (event, PAMONG_EVENT_CANCELS);

  touch (write->residents, pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID));
  if (pamong_record_is_set (event, PAMONG_EVENT_FILED) || pamong_record_is_set (event, PAMONG_EVENT_ISSUED))
    touch (write->families, pamong_record_text (event, PAMONG_EVENT_FAMILY_UID));
  return cancels == NULL || touch_cancelled (write, cancels, error);
}

/* Of many new ones the list rows are made when all is written. */
static gboolean
is_made_later (PamongWrite *write, const PamongRecord *record)
{
  const char *resident = record->kind == PAMONG_KIND_EVENT && !pamong_record_is_set (record, PAMONG_EVENT_CANCELS) && !pamong_record_is_set (record, PAMONG_EVENT_FILED)
                             && !pamong_record_is_set (record, PAMONG_EVENT_ISSUED)
                           ? pamong_record_text (record, PAMONG_EVENT_RESIDENT_UID)
                           : NULL;

  if (!write->many)
    return FALSE;
  return g_hash_table_contains (write->fresh, record->uid) || (resident != NULL && g_hash_table_contains (write->fresh, resident));
}

gboolean
pamong_write_touch (PamongWrite *write, const PamongRecord *record, GError **error)
{
  if (is_made_later (write, record))
    return TRUE;
  switch (record->kind)
    {
    case PAMONG_KIND_RESIDENT:
      touch (write->residents, record->uid);
      return TRUE;
    case PAMONG_KIND_FAMILY:
      touch (write->families, record->uid);
      return TRUE;
    case PAMONG_KIND_EVENT:
      return touch_event (write, record, error);
    case PAMONG_KIND_CONFLICT:
      touch (write->residents, pamong_record_text (record, PAMONG_CONFLICT_SUBJECT_UID));
      touch (write->families, pamong_record_text (record, PAMONG_CONFLICT_SUBJECT_UID));
      return TRUE;
    case PAMONG_KIND_AREA:
    case PAMONG_KIND_ACCOUNT:
    case PAMONG_KIND_PLACE:
    case PAMONG_KIND_WAIVER:
    default:
      return TRUE;
    }
}
