/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/registers_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"

/* One person counted in one cell. */
typedef struct {
  guint32 row;
  gint32 rid;
  guint16 column;
} Posting;

struct _PamongFilled {
  gatomicrefcount refs;
  const PamongRegister *reg;
  char *area, *dusun, *month, *today, *names, *subject;
  GByteArray *texts; /* cells one after the other, each with its end */
  GArray *cells;     /* guint32: where a cell begins in texts; 0 is the empty one */
  GArray *kinds;     /* guint8 */
  GArray *rids;      /* gint32 */
  guint n_entries;
  GArray *postings;
  GPtrArray *notes;
  PamongAges *ages;
};

static char *
names_json (GArray *names)
{
  g_autoptr (GString) json = g_string_new ("[");

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    g_string_append_printf (json, "%s%d", i > 0 ? "," : "", g_array_index (names, gint32, i));
  g_string_append_c (json, ']');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

PamongFilled *
pamong_filled_new (const PamongRegister *reg, const PamongRegisterScope *scope)
{
  PamongFilled *filled = g_new0 (PamongFilled, 1);
  static const guint8 end = 0;

  g_atomic_ref_count_init (&filled->refs);
  filled->reg = reg;
  filled->area = g_strdup (scope->area);
  filled->dusun = g_strdup (scope->dusun);
  filled->month = reg->monthly ? g_strdup (scope->month) : NULL;
  filled->today = g_strdup (scope->today);
  filled->subject = g_strdup (scope->subject);
  filled->names = names_json (scope->names);
  filled->texts = g_byte_array_new ();
  g_byte_array_append (filled->texts, &end, 1);
  filled->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  filled->kinds = g_array_new (FALSE, FALSE, sizeof (guint8));
  filled->rids = g_array_new (FALSE, FALSE, sizeof (gint32));
  filled->postings = g_array_new (FALSE, FALSE, sizeof (Posting));
  filled->notes = g_ptr_array_new_with_free_func (g_free);
  return filled;
}

PamongFilled *
pamong_filled_ref (PamongFilled *filled)
{
  g_atomic_ref_count_inc (&filled->refs);
  return filled;
}

void
pamong_filled_unref (PamongFilled *filled)
{
  if (!g_atomic_ref_count_dec (&filled->refs))
    return;
  g_free (filled->area);
  g_free (filled->dusun);
  g_free (filled->month);
  g_free (filled->today);
  g_free (filled->names);
  g_free (filled->subject);
  g_byte_array_unref (filled->texts);
  g_array_unref (filled->cells);
  g_array_unref (filled->kinds);
  g_array_unref (filled->rids);
  g_array_unref (filled->postings);
  g_ptr_array_unref (filled->notes);
  g_free (filled->ages);
  g_free (filled);
}

void
pamong_filled_add_row (PamongFilled *filled, PamongRowKind kind, const char *const *cells, gint32 rid)
{
  guint8 small = (guint8) kind;

  for (guint i = 0; i < filled->reg->columns->len; i++)
    {
      guint32 at = cells[i] != NULL && *cells[i] != '\0' ? filled->texts->len : 0;

      if (at > 0)
        g_byte_array_append (filled->texts, (const guint8 *) cells[i], (guint) strlen (cells[i]) + 1);
      g_array_append_val (filled->cells, at);
    }
  g_array_append_val (filled->kinds, small);
  g_array_append_val (filled->rids, rid);
  filled->n_entries += kind == PAMONG_ROW_PLAIN;
}

void
pamong_filled_post (PamongFilled *filled, guint row, guint column, gint32 rid)
{
  Posting posting = { row, rid, (guint16) column };

  g_array_append_val (filled->postings, posting);
}

void
pamong_filled_note (PamongFilled *filled, char *sentence)
{
  g_ptr_array_add (filled->notes, sentence);
}

void
pamong_filled_count_age (PamongFilled *filled, int sex, int years)
{
  if (filled->ages == NULL)
    filled->ages = g_malloc0 (sizeof (PamongAges));
  if (sex >= 1 && sex <= 2 && years >= 0)
    (*filled->ages)[sex - 1][MIN (years / 5, 15)]++;
}

PamongRegisterQuery
pamong_filled_query (PamongFilled *filled, const char *query)
{
  return (PamongRegisterQuery) { query, filled->area, filled->dusun, filled->today, filled->names, filled->reg->which };
}

const PamongRegister *
pamong_filled_register (PamongFilled *filled)
{
  return filled->reg;
}

const char *
pamong_filled_area (PamongFilled *filled)
{
  return filled->area;
}

const char *
pamong_filled_dusun (PamongFilled *filled)
{
  return filled->dusun;
}

const char *
pamong_filled_month (PamongFilled *filled)
{
  return filled->month;
}

const char *
pamong_filled_today (PamongFilled *filled)
{
  return filled->today;
}

const char *
pamong_filled_subject (PamongFilled *filled)
{
  return filled->subject;
}

gboolean
pamong_filled_is_above (PamongFilled *filled)
{
  const PamongRegion *region = pamong_regions_find (filled->area);

  return region != NULL && (g_str_equal (region->type, "kecamatan") || g_str_equal (region->type, "kabupaten"));
}

const char *
pamong_filled_heading (PamongFilled *filled, guint column)
{
  const PamongRegisterColumn *described = g_ptr_array_index (filled->reg->columns, column);

  return described->heading_above != NULL && pamong_filled_is_above (filled) ? described->heading_above : described->heading;
}

const char *
pamong_filled_screen (PamongFilled *filled, guint column)
{
  const PamongRegisterColumn *described = g_ptr_array_index (filled->reg->columns, column);

  return described->screen_above != NULL && pamong_filled_is_above (filled) ? described->screen_above : described->screen;
}

guint
pamong_filled_n_rows (PamongFilled *filled)
{
  return filled->kinds->len;
}

guint
pamong_filled_n_entries (PamongFilled *filled)
{
  return filled->n_entries;
}

const char *
pamong_filled_cell (PamongFilled *filled, guint row, guint column)
{
  return (const char *) filled->texts->data + g_array_index (filled->cells, guint32, row * filled->reg->columns->len + column);
}

PamongRowKind
pamong_filled_kind (PamongFilled *filled, guint row)
{
  return (PamongRowKind) g_array_index (filled->kinds, guint8, row);
}

gint32
pamong_filled_rid (PamongFilled *filled, guint row)
{
  return g_array_index (filled->rids, gint32, row);
}

gboolean
pamong_filled_has_names (PamongFilled *filled, guint row, guint column)
{
  const char *cell = pamong_filled_cell (filled, row, column);
  const PamongRegisterColumn *described = g_ptr_array_index (filled->reg->columns, column);

  return filled->postings->len > 0 && described->align == PAMONG_ALIGN_END && g_ascii_isdigit (*cell) && !g_str_equal (cell, "0") && strchr (cell, ',') == NULL;
}

/* Rows from the one after the last heading or sum above @row: what a sum adds up. */
static guint
first_summed (PamongFilled *filled, guint row)
{
  guint first = row;

  while (first > 0 && pamong_filled_kind (filled, first - 1) == PAMONG_ROW_PLAIN)
    first--;
  return first;
}

GArray *
pamong_filled_names (PamongFilled *filled, guint row, guint column)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (gint32));
  gboolean sum = row < filled->kinds->len && pamong_filled_kind (filled, row) == PAMONG_ROW_TOTAL;
  guint first = sum ? first_summed (filled, row) : row;

  for (guint i = 0; i < filled->postings->len; i++)
    {
      const Posting *posting = &g_array_index (filled->postings, Posting, i);

      if (posting->column == column && posting->row >= first && posting->row <= row)
        g_array_append_val (names, posting->rid);
    }
  return names;
}

GPtrArray *
pamong_filled_notes (PamongFilled *filled)
{
  return filled->notes;
}

const PamongAges *
pamong_filled_ages (PamongFilled *filled)
{
  return (const PamongAges *) filled->ages;
}

static gboolean
is_month (const char *month)
{
  g_autofree char *first = month != NULL ? g_strconcat (month, "-01", NULL) : NULL;
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *time = NULL;

  if (first == NULL || strlen (month) != 7 || month[4] != '-')
    return FALSE;
  time = g_strconcat (first, "T00:00:00Z", NULL);
  date = g_date_time_new_from_iso8601 (time, NULL);
  return date != NULL;
}

PamongFilled *
pamong_register_fill (PamongStore *store, const PamongRegister *reg, const PamongRegisterScope *scope, GError **error)
{
  static const struct { const char *source; gboolean (*fill) (PamongStore *, PamongFilled *, GError **); } sources[] = {
    { "people", pamong_register_fill_people },
    { "letters", pamong_register_fill_letters },
    { "mutations", pamong_register_fill_mutations },
    { "recapitulation", pamong_register_fill_recapitulation },
    { "statistics", pamong_register_fill_statistics },
  };
  g_autoptr (PamongFilled) filled = NULL;

  if (reg->monthly && !is_month (scope->month))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Write the month as YYYY-MM, for example 2026-03."));
      return NULL;
    }
  filled = pamong_filled_new (reg, scope);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    if (g_str_equal (sources[i].source, reg->source))
      return sources[i].fill (store, filled, error) ? g_steal_pointer (&filled) : NULL;
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("This version does not know how to fill the register %s. Install the newer program."), reg->title);
  return NULL;
}
