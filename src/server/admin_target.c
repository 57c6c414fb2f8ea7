/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "server/admin_target.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "server/scope.h"
#include "server/targets.h"
#include "wire/json.h"
#include <glib/gi18n-lib.h>

static char *village, *residents, *families, *source, *date, *file;
static gboolean clear;

GOptionGroup *
pamong_admin_target_options (void)
{
  static const GOptionEntry entries[] = {
    { "village", 0, 0, G_OPTION_ARG_STRING, &village, N_("Code of the village"), "CODE" },
    { "residents", 0, 0, G_OPTION_ARG_STRING, &residents, N_("Residents expected there"), "N" },
    { "families", 0, 0, G_OPTION_ARG_STRING, &families, N_("Families expected there"), "N" },
    { "source", 0, 0, G_OPTION_ARG_STRING, &source, N_("Where the numbers are from"), "TEXT" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_("Date of the numbers"), "DATE" },
    { "file", 0, 0, G_OPTION_ARG_FILENAME, &file, N_("Many villages at once: CSV with village,residents,families,source,date"), "FILE" },
    { "clear", 0, 0, G_OPTION_ARG_NONE, &clear, N_("Take the target of the village away"), NULL },
    { NULL }
  };
  GOptionGroup *group = g_option_group_new ("target", _("Targets of villages:"), _("Show the options of target"), NULL, NULL);

  g_option_group_add_entries (group, entries);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  return group;
}

static void
put_json (GString *out, const PamongTarget *target)
{
  pamong_json_put_comma (out);
  g_string_append_c (out, '{');
  pamong_json_put_text (out, "village", target->village);
  pamong_json_put_int (out, "residents", target->residents);
  if (target->families > 0)
    pamong_json_put_int (out, "families", target->families);
  if (target->source != NULL)
    pamong_json_put_text (out, "source", target->source);
  if (target->date != NULL)
    pamong_json_put_text (out, "date", target->date);
  g_string_append_c (out, '}');
}

static void
print_line (const PamongTarget *target)
{
  g_autofree char *title = pamong_regions_title (target->village);
  g_autofree char *number = target->families > 0 ? g_strdup_printf ("%d", (int) target->families) : g_strdup ("-");
  g_autofree char *day = target->date != NULL ? pamong_date_format (target->date) : g_strdup ("");

  g_print ("%-14s %-28s %7d %7s  %s %s\n", target->village, title, (int) target->residents, number, target->source != NULL ? target->source : "", day);
}

static gboolean
list (PamongLedger *ledger, const char *regency, gboolean as_json, GError **error)
{
  g_autoptr (GPtrArray) targets = pamong_targets_list (ledger, regency, error);
  g_autoptr (GString) out = g_string_new ("[");

  if (targets == NULL)
    return FALSE;
  for (guint i = 0; i < targets->len; i++)
    if (as_json)
      put_json (out, targets->pdata[i]);
    else
      print_line (targets->pdata[i]);
  if (as_json)
    g_print ("%s]\n", out->str);
  else if (targets->len == 0)
    g_print (_("No village has a target yet.\n"));
  return TRUE;
}

static GPtrArray *
read_file (const char *regency, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) problem = NULL;
  gsize size = 0;

  if (!g_file_get_contents (file, &text, &size, &problem))
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, problem->message);
  else
    return pamong_targets_parse (text, size, regency, error);
  return NULL;
}

static GPtrArray *
read_words (const char *regency, GError **error)
{
  const char *const words[] = { village, residents, families, source, date };
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_target_free);
  PamongTarget *target = clear ? pamong_target_new_clear (village, regency, error) : pamong_target_new (words, regency, error);

  if (target == NULL)
    return NULL;
  g_ptr_array_add (targets, target);
  return g_steal_pointer (&targets);
}

/* One way of saying it: a list, a village with its numbers, or a village to be cleared. */
static gboolean
is_one_request (void)
{
  gboolean numbers = residents != NULL || families != NULL || source != NULL || date != NULL;

  if (file != NULL)
    return village == NULL && !numbers && !clear;
  return village != NULL && (clear ? !numbers : residents != NULL);
}

gboolean
pamong_admin_target (PamongLedger *ledger, const char *regency, gboolean as_json, GError **error)
{
  g_autoptr (GPtrArray) targets = NULL;
  guint n_changed;

  if (file == NULL && village == NULL && residents == NULL && families == NULL && source == NULL && date == NULL && !clear)
    return list (ledger, regency, as_json, error);
  if (!is_one_request ())
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Write for example: pamong-server admin target --village 35.22.28.2001 --residents 3200, or --file LIST.csv, or --village CODE --clear"));
      return FALSE;
    }
  targets = file != NULL ? read_file (regency, error) : read_words (regency, error);
  if (targets == NULL || !pamong_targets_put (ledger, targets, &n_changed, error))
    return FALSE;
  if (as_json)
    g_print ("{\"villages\":%u,\"changed\":%u}\n", targets->len, n_changed);
  else
    g_print (_("%u villages read, %u targets changed.\n"), targets->len, n_changed);
  return TRUE;
}
