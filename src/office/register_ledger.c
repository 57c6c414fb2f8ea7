/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The books of a month: mutations by name, and the sums of them by dusun. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "domain/events.h"
#include "office/ledger.h"
#include "office/registers_private.h"

/* What a column of the recapitulation counts: "start.wni.l", "arrival.wna.p", "end.kk". */
enum { START, BIRTH, ARRIVAL, DEATH, LEAVE, END, N_TIMES };
enum { WNA_L, WNA_P, WNI_L, WNI_P, KK, MEMBERS, ALL, N_KINDS };
static const char *const times[N_TIMES] = { "start", "birth", "arrival", "death", "leave", "end" };
static const char *const kinds[N_KINDS] = { "wna.l", "wna.p", "wni.l", "wni.p", "kk", "members", "all" };
static const int flow_times[] = { [PAMONG_FLOW_BIRTH] = BIRTH, [PAMONG_FLOW_ARRIVAL] = ARRIVAL, [PAMONG_FLOW_DEATH] = DEATH, [PAMONG_FLOW_LEAVE] = LEAVE };

/* Told in words beside the figures. */
enum { MISSING, AWAY, BACK, INNER_IN, INNER_OUT, NO_SEX, NO_FAMILY, N_REMARKS };

/* A dusun, or above a village a village. */
typedef struct {
  char *key, *words;
  guint number, *counts;
  guint remarks[N_REMARKS];
} Row;

typedef struct {
  PamongFilled *filled;
  PamongLedger *ledger;
  gboolean by_village;
  guint n_columns;
  int at[N_TIMES][N_KINDS], number, hamlet, note;
  GPtrArray *rows; /* Row, in order */
  GHashTable *by_key;
} Recap;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_free (row->words);
  g_free (row->counts);
  g_free (row);
}

static int
find_column (const PamongRegister *reg, const char *value)
{
  for (guint i = 0; i < reg->columns->len; i++)
    if (g_strcmp0 (((const PamongRegisterColumn *) reg->columns->pdata[i])->value, value) == 0)
      return (int) i;
  return -1;
}

static void
find_columns (Recap *recap, const PamongRegister *reg)
{
  recap->n_columns = reg->columns->len;
  recap->number = find_column (reg, "number");
  recap->hamlet = find_column (reg, "hamlet");
  recap->note = find_column (reg, "note");
  for (guint t = 0; t < N_TIMES; t++)
    for (guint k = 0; k < N_KINDS; k++)
      {
        g_autofree char *value = g_strconcat (times[t], ".", kinds[k], NULL);

        recap->at[t][k] = find_column (reg, value);
      }
}

static const char *
key_of (Recap *recap, const PamongLedgerPerson *person, const char *dusun)
{
  return recap->by_village ? person->area : dusun != NULL ? dusun : "";
}

static Row *
find_row (Recap *recap, const char *key)
{
  Row *row = g_hash_table_lookup (recap->by_key, key);
  const PamongRegion *region = recap->by_village ? pamong_regions_find (key) : NULL;

  if (row != NULL)
    return row;
  row = g_new0 (Row, 1);
  row->key = g_strdup (key);
  row->words = g_strdup (region != NULL ? region->name : *key != '\0' ? key : _("(no hamlet yet)"));
  row->counts = g_new0 (guint, recap->n_columns);
  g_ptr_array_add (recap->rows, row);
  g_hash_table_insert (recap->by_key, row->key, row);
  return row;
}

/* Hamlets of one month stand in the other too, by name, those without a name last. */
static int
by_key (gconstpointer a, gconstpointer b)
{
  const Row *left = *(Row *const *) a, *right = *(Row *const *) b;
  gboolean none = *left->key == '\0';

  return none != (*right->key == '\0') ? (none ? 1 : -1) : strcmp (left->key, right->key);
}

static gboolean
is_asked (Recap *recap, const char *dusun)
{
  const char *only = pamong_filled_dusun (recap->filled);

  return only == NULL || g_str_equal (only, dusun != NULL ? dusun : "");
}

static void
gather_rows (Recap *recap)
{
  for (guint i = 0; i < recap->ledger->people->len; i++)
    {
      const PamongLedgerPerson *person = &g_array_index (recap->ledger->people, PamongLedgerPerson, i);

      if (person->counts && is_asked (recap, person->dusun_before))
        find_row (recap, key_of (recap, person, person->dusun_before));
      if (person->counts && is_asked (recap, person->dusun_after))
        find_row (recap, key_of (recap, person, person->dusun_after));
    }
  g_ptr_array_sort (recap->rows, by_key);
  for (guint i = 0; i < recap->rows->len; i++)
    ((Row *) recap->rows->pdata[i])->number = i;
}

static void
post (Recap *recap, Row *row, int time, int kind, gint32 rid)
{
  int column = recap->at[time][kind];

  if (column < 0)
    return;
  row->counts[column]++;
  pamong_filled_post (recap->filled, row->number, (guint) column, rid);
}

static void
post_sex (Recap *recap, Row *row, int time, const PamongLedgerPerson *person)
{
  if (person->sex == PAMONG_SEX_MALE || person->sex == PAMONG_SEX_FEMALE)
    post (recap, row, time, (person->foreign ? WNA_L : WNI_L) + (person->sex == PAMONG_SEX_FEMALE), person->rid);
  else if (time == END)
    row->remarks[NO_SEX]++;
}

/* Who stands for his family: its head, or the first of it where none is known. */
static GHashTable *
find_heads (Recap *recap, int time)
{
  GHashTable *heads = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recap->ledger->people->len; i++)
    {
      const PamongLedgerPerson *person = &g_array_index (recap->ledger->people, PamongLedgerPerson, i);
      const char *family = time == START ? person->family_before : person->family_after;
      gboolean here = person->counts && (time == START ? person->before : person->after);

      if (here && family != NULL && (person->shdk == PAMONG_SHDK_HEAD || !g_hash_table_contains (heads, family)))
        g_hash_table_insert (heads, (gpointer) family, (gpointer) person);
    }
  return heads;
}

static void
count_standing (Recap *recap, int time)
{
  g_autoptr (GHashTable) heads = find_heads (recap, time);

  for (guint i = 0; i < recap->ledger->people->len; i++)
    {
      const PamongLedgerPerson *person = &g_array_index (recap->ledger->people, PamongLedgerPerson, i);
      const char *dusun = time == START ? person->dusun_before : person->dusun_after, *family = time == START ? person->family_before : person->family_after;
      gboolean here = person->counts && (time == START ? person->before : person->after) && is_asked (recap, dusun);
      Row *row = here ? find_row (recap, key_of (recap, person, dusun)) : NULL;

      if (row == NULL)
        continue;
      post_sex (recap, row, time, person);
      post (recap, row, time, ALL, person->rid);
      post (recap, row, time, family != NULL && g_hash_table_lookup (heads, family) == person ? KK : MEMBERS, person->rid);
      if (time == END && family == NULL)
        row->remarks[NO_FAMILY]++;
    }
}

static void
remark (Row *row, const PamongLedgerStep *step)
{
  if (step->inner)
    row->remarks[step->flow == PAMONG_FLOW_ARRIVAL ? INNER_IN : INNER_OUT]++;
  else if (step->type == PAMONG_EVENT_MISSING)
    row->remarks[MISSING]++;
  else if (step->type == PAMONG_EVENT_AWAY)
    row->remarks[AWAY]++;
  else if (step->type == PAMONG_EVENT_RETURNED)
    row->remarks[BACK]++;
}

static void
count_steps (Recap *recap)
{
  for (guint i = 0; i < recap->ledger->steps->len; i++)
    {
      const PamongLedgerStep *step = &g_array_index (recap->ledger->steps, PamongLedgerStep, i);
      const PamongLedgerPerson *person = &g_array_index (recap->ledger->people, PamongLedgerPerson, step->person);
      Row *row = NULL;

      if (is_asked (recap, step->dusun) && !(step->inner && recap->by_village))
        row = find_row (recap, key_of (recap, person, step->dusun));
      if (row == NULL)
        continue;
      post_sex (recap, row, flow_times[step->flow], person);
      remark (row, step);
    }
}

static void
add_remark (GString *words, guint n, const char *what)
{
  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, "; ");
  g_string_append_printf (words, "%s %u", what, n);
}

static char *
remark_words (const guint *remarks)
{
  const char *const words[N_REMARKS] = {
    [MISSING] = _("missing"), [AWAY] = _("away"), [BACK] = _("came back"), [INNER_IN] = _("from another hamlet"), [INNER_OUT] = _("to another hamlet"),
    [NO_SEX] = _("sex not known"), [NO_FAMILY] = _("without KK"),
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_REMARKS; i++)
    add_remark (text, remarks[i], words[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_row (Recap *recap, PamongRowKind kind, guint number, const char *words, const guint *counts, const guint *remarks)
{
  g_auto (GStrv) cells = g_new0 (char *, recap->n_columns + 1);

  for (guint c = 0; c < recap->n_columns; c++)
    {
      if ((int) c == recap->number)
        cells[c] = kind == PAMONG_ROW_PLAIN ? g_strdup_printf ("%u", number) : g_strdup ("");
      else if ((int) c == recap->hamlet)
        cells[c] = g_strdup (words);
      else if ((int) c == recap->note)
        cells[c] = remark_words (remarks);
      else
        cells[c] = g_strdup_printf ("%u", counts[c]);
    }
  pamong_filled_add_row (recap->filled, kind, (const char *const *) cells, 0);
}

static void
write_rows (Recap *recap)
{
  g_autofree guint *sums = g_new0 (guint, recap->n_columns);
  guint remarks[N_REMARKS] = { 0 };

  for (guint i = 0; i < recap->rows->len; i++)
    {
      const Row *row = g_ptr_array_index (recap->rows, i);

      for (guint c = 0; c < recap->n_columns; c++)
        sums[c] += row->counts[c];
      for (guint r = 0; r < N_REMARKS; r++)
        remarks[r] += row->remarks[r];
      write_row (recap, PAMONG_ROW_PLAIN, i + 1, row->words, row->counts, row->remarks);
    }
  if (recap->rows->len > 0)
    write_row (recap, PAMONG_ROW_TOTAL, 0, _("TOTAL"), sums, remarks);
  if (remarks[MISSING] + remarks[AWAY] + remarks[BACK] > 0)
    pamong_filled_note (recap->filled, g_strdup (_("Missing and away people are counted among those who left, those who came back among the arrivals.")));
  if (remarks[INNER_IN] > 0)
    pamong_filled_note (recap->filled, g_strdup (_("Who moved from one hamlet to another is counted as left there and as arrived here; LAMPID does not count them.")));
}

gboolean
pamong_register_fill_recapitulation (PamongStore *store, PamongFilled *filled, GError **error)
{
  g_autoptr (PamongLedger) ledger = pamong_ledger_read (store, pamong_filled_area (filled), pamong_filled_month (filled), error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  Recap recap = { .filled = filled, .ledger = ledger, .rows = rows, .by_key = keys };

  if (ledger == NULL)
    return FALSE;
  recap.by_village = pamong_filled_is_above (filled);
  find_columns (&recap, pamong_filled_register (filled));
  gather_rows (&recap);
  count_standing (&recap, START);
  count_steps (&recap);
  count_standing (&recap, END);
  write_rows (&recap);
  return TRUE;
}

/* What stands in a row of the book of mutations. */
typedef struct {
  const PamongRegister *reg;
  const char **cells;
} Line;

static void
set (Line *line, const char *value, const char *text)
{
  int column = find_column (line->reg, value);

  if (column >= 0)
    line->cells[column] = text;
}

static const char *
reason_or (const PamongLedgerStep *step, const char *words)
{
  return step->reason != NULL ? step->reason : words;
}

static void
set_flow (Line *line, const PamongLedgerStep *step, const char *date)
{
  switch (step->flow)
    {
    case PAMONG_FLOW_BIRTH:
      set (line, "from", _("Born"));
      set (line, "arrived", date);
      return;
    case PAMONG_FLOW_ARRIVAL:
      set (line, "from", reason_or (step, step->type == PAMONG_EVENT_RETURNED ? _("Came back") : _("Arrived")));
      set (line, "arrived", date);
      return;
    case PAMONG_FLOW_DEATH:
      set (line, "died_at", reason_or (step, _("Died")));
      set (line, "died", date);
      return;
    case PAMONG_FLOW_LEAVE:
    default:
      set (line, "to", step->type == PAMONG_EVENT_MISSING ? _("Missing") : reason_or (step, step->type == PAMONG_EVENT_AWAY ? _("Away") : _("Moved")));
      set (line, "left", date);
    }
}

static void
write_step (PamongFilled *filled, PamongLedger *ledger, const PamongLedgerStep *step, guint number)
{
  const PamongLedgerPerson *person = &g_array_index (ledger->people, PamongLedgerPerson, step->person);
  const PamongRegister *reg = pamong_filled_register (filled);
  g_autofree const char **cells = g_new0 (const char *, reg->columns->len);
  g_autofree char *count = g_strdup_printf ("%u", number), *born = pamong_date_format (person->birth_date != NULL ? person->birth_date : ""),
                  *date = pamong_date_format (step->date != NULL ? step->date : ""), *told = pamong_date_format (step->told), *late = NULL;
  Line line = { reg, cells };

  if (step->date != NULL && strncmp (step->date, step->told, 7) != 0)
    late = g_strdup_printf (_("Reported %s"), told);
  set (&line, "number", count);
  set (&line, "name", person->name);
  set (&line, "birth_place", person->birth_place);
  set (&line, "birth_date", born);
  set (&line, "sex", person->sex == PAMONG_SEX_MALE ? "L" : person->sex == PAMONG_SEX_FEMALE ? "P" : NULL);
  set (&line, "nationality", person->foreign ? "WNA" : "WNI");
  set_flow (&line, step, date);
  set (&line, "note", late);
  pamong_filled_add_row (filled, PAMONG_ROW_PLAIN, cells, person->rid);
}

static int
by_report (gconstpointer a, gconstpointer b, gpointer data)
{
  const PamongLedgerStep *left = a, *right = b;
  PamongLedger *ledger = data;
  int order = g_strcmp0 (left->told, right->told);

  if (order == 0)
    order = g_strcmp0 (left->date, right->date);
  if (order == 0)
    order = g_strcmp0 (g_array_index (ledger->people, PamongLedgerPerson, left->person).name, g_array_index (ledger->people, PamongLedgerPerson, right->person).name);
  return order;
}

gboolean
pamong_register_fill_mutations (PamongStore *store, PamongFilled *filled, GError **error)
{
  g_autoptr (PamongLedger) ledger = pamong_ledger_read (store, pamong_filled_area (filled), pamong_filled_month (filled), error);
  const char *only = pamong_filled_dusun (filled);
  guint n = 0;

  if (ledger == NULL)
    return FALSE;
  g_array_sort_with_data (ledger->steps, by_report, ledger);
  for (guint i = 0; i < ledger->steps->len; i++)
    {
      const PamongLedgerStep *step = &g_array_index (ledger->steps, PamongLedgerStep, i);

      if (!step->inner && (only == NULL || g_str_equal (only, step->dusun != NULL ? step->dusun : "")))
        write_step (filled, ledger, step, ++n);
    }
  return TRUE;
}
