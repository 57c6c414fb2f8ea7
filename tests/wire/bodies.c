/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bodies.h"
#include "wire/conflict.h"

#define AGAIN(Name, name)                                               \
  static GBytes *again_##name (GBytes *body, GError **error)           \
  {                                                                     \
    g_autoptr (Name) message = pamong_##name##_parse (body, error);     \
    return message ? pamong_##name##_format (message) : NULL;           \
  }
AGAIN (PamongEnrolRequest, enrol_request)
AGAIN (PamongEnrolAnswer, enrol_answer)
AGAIN (PamongHelloRequest, hello_request)
AGAIN (PamongHelloAnswer, hello_answer)
AGAIN (PamongPushRequest, push_request)
AGAIN (PamongPushAnswer, push_answer)
AGAIN (PamongPullRequest, pull_request)
AGAIN (PamongErrorAnswer, error_answer)

/* Rows of conflicts are looked into as well: their values are JSON inside JSON. */
static GBytes *
again_pull_answer (GBytes *body, GError **error)
{
  g_autoptr (PamongPullAnswer) message = pamong_pull_answer_parse (body, error);

  for (guint i = 0; message != NULL && i < message->rows->len; i++)
    {
      const PamongRecord *record = ((PamongFeedRow *) message->rows->pdata[i])->record;

      if (record->kind == PAMONG_KIND_CONFLICT)
        {
          g_autoptr (GPtrArray) others = pamong_conflict_others (record, NULL);
          g_autoptr (PamongConflictSide) current = pamong_conflict_current (record, NULL);
        }
    }
  return message ? pamong_pull_answer_format (message) : NULL;
}

const Body bodies[] = {
  { "enrol-request", again_enrol_request }, { "enrol-answer", again_enrol_answer }, { "hello-request", again_hello_request }, { "hello-answer", again_hello_answer },
  { "push-request", again_push_request }, { "push-answer", again_push_answer }, { "pull-request", again_pull_request }, { "pull-answer", again_pull_answer },
  { "error-answer", again_error_answer },
};
const guint n_bodies = G_N_ELEMENTS (bodies);

const Body *
bodies_find (const char *file)
{
  for (guint i = 0; i < n_bodies; i++)
    if (g_str_has_prefix (file, bodies[i].name))
      return &bodies[i];
  return NULL;
}
