/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"
#include "office/clashes.h"
#include "office/inject.h"

#include "wire/envelope.h"

/* One act: as many of @uids from @i on as it may hold. @i: (inout). */
static gboolean
confirm_slice (PamongOffice *office, const char *const *uids, guint *i, guint *n, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new (office, "resident.confirm", NULL, NULL, error);

  if (act == NULL)
    return FALSE;
  for (; uids[*i] != NULL && act->records->len < PAMONG_ACT_MAX; (*i)++)
    {
      g_autoptr (PamongRecord) resident = pamong_act_get (act, PAMONG_KIND_RESIDENT, uids[*i], error);

      if (resident == NULL)
        return FALSE;
      if (!pamong_record_is_set (resident, PAMONG_RESIDENT_BATCH_UID))
        continue;
      pamong_record_clear (resident, PAMONG_RESIDENT_BATCH_UID);
      pamong_act_put (act, resident);
    }
  if (!pamong_act_finish (act, error))
    return FALSE;
  *n += act->records->len;
  return TRUE;
}

gboolean
pamong_office_confirm (PamongOffice *office, const char *const *uids, guint *n, GError **error)
{
  guint done = 0, i = 0;
  gboolean ok;

  do
    ok = confirm_slice (office, uids, &i, &done, error);
  while (ok && uids[i] != NULL);
  if (n != NULL)
    *n = done;
  return ok;
}

gboolean
pamong_inject_keep_own (PamongOffice *office, guint *n, GError **error)
{
  g_autoptr (GPtrArray) clashes = pamong_clashes (office->store, error);
  guint done = 0;

  for (guint i = 0; clashes != NULL && i < clashes->len; i++)
    {
      if (!pamong_clash_is_filled_in (clashes->pdata[i]))
        continue;
      if (!pamong_office_resolve (office, ((PamongClash *) clashes->pdata[i])->uid, -1, NULL, error))
        return FALSE;
      done++;
    }
  if (n != NULL)
    *n = done;
  return clashes != NULL;
}
