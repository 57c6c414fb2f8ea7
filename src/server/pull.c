/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "server/scope.h"
#include "server/server.h"
#include <string.h>

#define PAGE_BYTES (256 * 1024)
#define ROWS_DEFAULT 500
#define NOBODY "-" /* no computer has this id: nothing is held back from one that lost what it wrote (R18) */

/**
 * Cursor: what stands behind the opaque text "epoch.position" or "epoch.position.floor".
 * @position: the last number the device has seen
 * @floor: where this run of pages began: what only the device wrote is left out by what it knew then, so that no page of a long run drops a row
 */
typedef struct {
  gint64 epoch, position, floor;
} Cursor;

/** Page: the answer as it grows. */
typedef struct {
  PamongPullAnswer *answer;
  gsize bytes;
  int left;
  gint64 last; /* number of the last row taken of the present area */
} Page;

static gboolean
read_cursor (const char *text, gint64 epoch, Cursor *cursor)
{
  g_auto (GStrv) parts = g_strsplit (text, ".", 3);
  guint n = g_strv_length (parts);

  *cursor = (Cursor) { epoch, 0, 0 };
  if (*text == '\0')
    return TRUE;
  if (n < 2 || !g_ascii_string_to_signed (parts[0], 10, 0, G_MAXINT64, &cursor->epoch, NULL)
      || !g_ascii_string_to_signed (parts[1], 10, 0, G_MAXINT64, &cursor->position, NULL))
    return FALSE;
  cursor->floor = cursor->position;
  return n == 2 || g_ascii_string_to_signed (parts[2], 10, 0, G_MAXINT64, &cursor->floor, NULL);
}

static char *
write_cursor (const Cursor *cursor)
{
  if (cursor->floor == cursor->position)
    return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, cursor->epoch, cursor->position);
  return g_strdup_printf ("%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT ".%" G_GINT64_FORMAT, cursor->epoch, cursor->position, cursor->floor);
}

/* About what the row weighs as JSON. */
static gsize
weigh (const PamongRecord *record)
{
  gsize bytes = 100;

  for (guint i = 0; i < record->n_values; i++)
    if (record->values[i].type == PAMONG_VALUE_TEXT)
      bytes += strlen (record->values[i].s) + 16;
    else if (record->values[i].type != PAMONG_VALUE_NULL)
      bytes += 20;
  return bytes + (record->extra ? strlen (record->extra) : 0);
}

static gboolean
row_read_cb (PamongFeedRow *row, gint64 num, gpointer data)
{
  Page *page = data;

  page->bytes += weigh (row->record);
  page->left--;
  page->last = num;
  g_ptr_array_add (page->answer->rows, row);
  return page->left > 0 && page->bytes < PAGE_BYTES;
}

/* One subscription. The head was read before: a row that commits meanwhile bears a higher number and comes with the next page. */
static gboolean
fill_area (PamongServer *server, const PamongDevice *device, gboolean whole, const char *area, Cursor *cursor, gint64 head, Page *page, GError **error)
{
  PamongFeedQuery query = { area, whole ? NOBODY : device->id, cursor->position, cursor->floor, head, page->left, device->level != PAMONG_LEVEL_VILLAGE };
  gboolean full;

  if (page->left > 0 && page->bytes < PAGE_BYTES && !server->ledger->feed (server->ledger, &query, row_read_cb, page, error))
    return FALSE;
  full = page->left <= 0 || page->bytes >= PAGE_BYTES;
  if (!full)
    cursor->position = cursor->floor = head;
  else if (page->last > cursor->position)
    cursor->position = page->last;
  page->last = 0;
  page->answer->more = page->answer->more || (full && cursor->position < head);
  return TRUE;
}

static gboolean
may_read (char **areas, GPtrArray *wanted)
{
  for (guint i = 0; i < wanted->len; i++)
    if (!g_strv_contains ((const char *const *) areas, g_ptr_array_index (wanted, i)))
      return FALSE;
  return TRUE;
}

/* Returns: FALSE with @reply filled. */
static gboolean
read_cursors (PamongServer *server, const PamongPullRequest *request, Cursor *cursors, gint64 head, PamongReply *reply)
{
  for (guint i = 0; i < request->areas->len; i++)
    {
      if (!read_cursor (g_ptr_array_index (request->cursors, i), server->epoch, &cursors[i]))
        pamong_reply_error (reply, 400, "bad-request");
      else if (cursors[i].epoch != server->epoch || cursors[i].position > head)
        pamong_reply_error (reply, 409, "epoch");
      else
        continue;
      return FALSE;
    }
  return TRUE;
}

static PamongPullAnswer *
new_answer (PamongServer *server)
{
  PamongPullAnswer *answer = g_new0 (PamongPullAnswer, 1);

  answer->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_feed_row_free);
  answer->areas = g_ptr_array_new_with_free_func (g_free);
  answer->cursors = g_ptr_array_new_with_free_func (g_free);
  answer->server_epoch = server->epoch;
  answer->time = pamong_clock_now ();
  return answer;
}

static void
pull (PamongServer *server, const PamongDevice *device, const PamongPullRequest *request, PamongReply *reply, GError **error)
{
  g_autoptr (PamongPullAnswer) answer = new_answer (server);
  g_autofree Cursor *cursors = g_new0 (Cursor, request->areas->len + 1);
  int limit = request->limit > 0 ? MIN (request->limit, PAMONG_PULL_ROWS) : ROWS_DEFAULT;
  Page page = { answer, 0, limit, 0 };
  gint64 head;

  if (!server->ledger->get_head (server->ledger, &head, error) || !read_cursors (server, request, cursors, head, reply))
    return;
  for (guint i = 0; i < request->areas->len; i++)
    {
      const char *area = g_ptr_array_index (request->areas, i);

      if (!fill_area (server, device, request->whole, area, &cursors[i], head, &page, error))
        return;
      g_ptr_array_add (answer->areas, g_strdup (area));
      g_ptr_array_add (answer->cursors, write_cursor (&cursors[i]));
    }
  pamong_reply_ok (reply, pamong_pull_answer_format (answer));
}

void
pamong_answer_pull (PamongServer *server, const PamongCall *call, PamongReply *reply)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongPullRequest) request = pamong_pull_request_parse (call->body, &error);
  g_auto (GStrv) areas = pamong_scope_areas (call->device->level, call->device->area);

  if (request != NULL && !may_read (areas, request->areas))
    pamong_reply_error (reply, 403, "wrong-area");
  else if (request != NULL)
    pull (server, call->device, request, reply, &error);
  if (error != NULL)
    pamong_reply_failed (reply, g_steal_pointer (&error));
}
