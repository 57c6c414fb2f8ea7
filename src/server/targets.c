/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/targets.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "server/places.h"
#include "server/scope.h"
#include <glib/gi18n-lib.h>

#define MOST 1000000 /* people in one village; more is a slip of the hand */
#define SOURCE_LETTERS 200
#define FAULTS_TOLD 20

enum { VILLAGE, RESIDENTS, FAMILIES, SOURCE, DATE, N_COLUMNS };
static const char *const columns[] = { "village", "residents", "families", "source", "date" };

void
pamong_target_free (PamongTarget *target)
{
  g_free (target->village);
  g_free (target->source);
  g_free (target->date);
  g_free (target);
}

static gboolean G_GNUC_PRINTF (2, 3)
refuse (GError **error, const char *words, ...)
{
  va_list values;

  va_start (values, words);
  g_propagate_error (error, g_error_new_valist (PAMONG_ERROR, PAMONG_ERROR_INVALID, words, values));
  va_end (values);
  return FALSE;
}

static gboolean
read_number (const char *text, gint64 least, gint64 *number, GError **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, (guint64) least, MOST, &value, NULL))
    return refuse (error, _("“%s” is no number of people. Write it without dots, from 1 to 1000000."), text);
  *number = (gint64) value;
  return TRUE;
}

static gboolean
check_village (const char *code, const char *regency, GError **error)
{
  return pamong_scope_fits (PAMONG_LEVEL_VILLAGE, code, regency)
         || refuse (error, _("“%s” is no village of this regency. Write its code, for example 35.22.28.2001."), code);
}

static gboolean
fill (PamongTarget *target, char **words, const char *regency, GError **error)
{
  if (!check_village (words[VILLAGE], regency, error))
    return FALSE;
  if (!read_number (words[RESIDENTS], 1, &target->residents, error) || (*words[FAMILIES] != '\0' && !read_number (words[FAMILIES], 1, &target->families, error)))
    return FALSE;
  if (target->families > target->residents)
    return refuse (error, _("There are more families (%s) than residents. Look whether the two were exchanged."), words[FAMILIES]);
  if (g_utf8_strlen (words[SOURCE], -1) > SOURCE_LETTERS)
    return refuse (error, _("The source is too long. Shorten it to %d letters."), SOURCE_LETTERS);
  target->village = g_strdup (words[VILLAGE]);
  target->source = *words[SOURCE] != '\0' ? g_strdup (words[SOURCE]) : NULL;
  target->date = pamong_date_parse (words[DATE]);
  return *words[DATE] == '\0' || target->date != NULL || refuse (error, _("“%s” is no date. Write it as 30-06-2026."), words[DATE]);
}

PamongTarget *
pamong_target_new (const char *const *words, const char *regency, GError **error)
{
  g_autoptr (PamongTarget) target = g_new0 (PamongTarget, 1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) tidy = NULL;

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      g_autofree char *word = g_strstrip (g_strdup (words[i] != NULL ? words[i] : ""));

      g_strv_builder_add (builder, word);
    }
  tidy = g_strv_builder_end (builder);
  return fill (target, tidy, regency, error) ? g_steal_pointer (&target) : NULL;
}

PamongTarget *
pamong_target_new_clear (const char *village, const char *regency, GError **error)
{
  PamongTarget *target;

  if (!check_village (village, regency, error))
    return NULL;
  target = g_new0 (PamongTarget, 1);
  target->village = g_strdup (village);
  return target;
}

/* Which column of the file holds which word, -1 = none. A head nobody knows would be a number nobody saves, so it is refused. */
static gboolean
read_head (char **head, int places[N_COLUMNS], GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    places[i] = -1;
  for (int at = 0; head[at] != NULL; at++)
    {
      guint column = 0;

      while (column < N_COLUMNS && !g_str_equal (g_strstrip (head[at]), columns[column]))
        column++;
      if (column == N_COLUMNS || places[column] >= 0)
        return refuse (error, _("Line 1: “%s” is not a head of this list. It must read: village,residents,families,source,date, with commas between; the last three may be left out."), head[at]);
      places[column] = at;
    }
  return (places[VILLAGE] >= 0 && places[RESIDENTS] >= 0)
         || refuse (error, _("Line 1: “%s” is missing. It must read: village,residents,families,source,date, with commas between; the last three may be left out."), columns[places[VILLAGE] < 0 ? VILLAGE : RESIDENTS]);
}

/* Each line by itself, so that a quote never closed spoils one line only and every line keeps its number. */
static PamongTarget *
read_line (const char *head_line, const char *line, const int places[N_COLUMNS], const char *regency, GError **error)
{
  g_autofree char *text = g_strconcat (head_line, "\n", line, NULL);
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  const char *words[N_COLUMNS] = { NULL };

  if (rows->len == 0)
    {
      refuse (error, _("A quotation mark is not closed."));
      return NULL;
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    words[i] = places[i] >= 0 ? ((char **) rows->pdata[0])[places[i]] : NULL;
  return pamong_target_new (words, regency, error);
}

static void
add_fault (GString *faults, guint *n, guint line, const char *words)
{
  if ((*n)++ < FAULTS_TOLD)
    g_string_append_printf (faults, _("Line %u: %s\n"), line, words);
}

static GPtrArray *
read_lines (char **lines, const int places[N_COLUMNS], const char *regency, GString *faults, guint *n_faults)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_target_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      PamongTarget *target = *g_strstrip (lines[i]) != '\0' ? read_line (lines[0], lines[i], places, regency, &fault) : NULL;

      if (fault != NULL)
        add_fault (faults, n_faults, i + 1, fault->message);
      if (target == NULL)
        continue;
      g_ptr_array_add (targets, target);
      if (!g_hash_table_add (seen, target->village))
        add_fault (faults, n_faults, i + 1, _("This village stands on an earlier line too. Leave one of the two."));
    }
  return g_steal_pointer (&targets);
}

static gboolean
read_file (const char *text, gsize size, const char *regency, GPtrArray **targets, GString *faults, guint *n_faults, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text, "\n", -1);
  g_auto (GStrv) head = NULL;
  int places[N_COLUMNS];

  if (lines[0] == NULL || !g_utf8_validate (text, (gssize) size, NULL))
    return refuse (error, _("This file is no list. Save the table as CSV (UTF-8)."));
  g_ptr_array_unref (pamong_csv_parse (g_strstrip (lines[0]), &head));
  if (!read_head (head, places, error))
    return FALSE;
  *targets = read_lines (lines, places, regency, faults, n_faults);
  return TRUE;
}

GPtrArray *
pamong_targets_parse (const char *text, gsize size, const char *regency, GError **error)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autoptr (GPtrArray) targets = NULL;
  guint n_faults = 0;

  if (!read_file (text, size, regency, &targets, faults, &n_faults, error))
    return NULL;
  if (n_faults == 0)
    return g_steal_pointer (&targets);
  if (n_faults > FAULTS_TOLD)
    g_string_append_printf (faults, _("… and %u lines more.\n"), n_faults - FAULTS_TOLD);
  g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%sNothing was saved. Mend the list and give it again."), faults->str);
  return NULL;
}

static void
set_int (PamongRecord *place, int field, gint64 value)
{
  if (value > 0)
    pamong_record_set_int (place, field, value);
  else
    pamong_record_clear (place, field);
}

/* Nothing is written where it is so already: a list given twice is no news for 430 villages. */
static gboolean
put (PamongLedger *ledger, const PamongTarget *target, guint *n_changed, GError **error)
{
  g_autoptr (PamongEntry) entry = pamong_place_find (ledger, target->village, error);
  g_autoptr (PamongRecord) before = NULL;
  gboolean differs = FALSE;

  if (entry == NULL)
    return FALSE;
  before = pamong_record_copy (entry->record);
  set_int (entry->record, PAMONG_PLACE_TARGET, target->residents);
  set_int (entry->record, PAMONG_PLACE_TARGET_FAMILIES, target->families);
  pamong_record_set_text (entry->record, PAMONG_PLACE_TARGET_SOURCE, target->source);
  pamong_record_set_text (entry->record, PAMONG_PLACE_TARGET_DATE, target->date);
  for (int field = 0; field < PAMONG_PLACE_N_FIELDS; field++)
    differs = differs || pamong_record_differs (before, entry->record, field);
  if (!differs)
    return TRUE;
  (*n_changed)++;
  entry->record->version++;
  entry->t = pamong_clock_now ();
  g_free (entry->act);
  entry->act = g_strdup ("place.target");
  return ledger->put_record (ledger, entry, "", error);
}

gboolean
pamong_targets_put (PamongLedger *ledger, GPtrArray *targets, guint *n_changed, GError **error)
{
  *n_changed = 0;
  if (!ledger->begin (ledger, error))
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (!put (ledger, targets->pdata[i], n_changed, error))
      {
        ledger->rollback (ledger);
        return FALSE;
      }
  return ledger->commit (ledger, error);
}

static PamongTarget *
read_place (const PamongRecord *place)
{
  PamongTarget *target = g_new0 (PamongTarget, 1);

  target->village = g_strdup (place->area);
  target->residents = pamong_record_int (place, PAMONG_PLACE_TARGET);
  target->families = pamong_record_int (place, PAMONG_PLACE_TARGET_FAMILIES);
  target->source = g_strdup (pamong_record_text (place, PAMONG_PLACE_TARGET_SOURCE));
  target->date = g_strdup (pamong_record_text (place, PAMONG_PLACE_TARGET_DATE));
  return target;
}

GPtrArray *
pamong_targets_list (PamongLedger *ledger, const char *regency, GError **error)
{
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_target_free);
  g_auto (GStrv) areas = pamong_scope_areas (PAMONG_LEVEL_REGENCY, regency);

  for (guint i = 0; areas[i] != NULL; i++)
    {
      g_autoptr (PamongEntry) entry = pamong_place_find (ledger, areas[i], error);

      if (entry == NULL)
        return NULL;
      if (pamong_record_int (entry->record, PAMONG_PLACE_TARGET) > 0)
        g_ptr_array_add (targets, read_place (entry->record));
    }
  return g_steal_pointer (&targets);
}
