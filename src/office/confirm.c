/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"
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
