/* SPDX-License-Identifier: GPL-3.0-or-later */
/* export residents / families: the register into a file. */
#include "exchange/export.h"
#include "practice/practice.h"
#include "tools/cli.h"
#include <glib/gi18n.h>
#include <string.h>

#define FLAGS "[--layout opensid|opendk|plain] [--words] [--columns A,B,C] [--keys] [--separator C] [--dusun D] [--rw RW] [--rt RT] [--status S|all] [--village C] [--full --reason TEXT]"

/* What is read from the flags and must outlive the order. */
typedef struct {
  PamongExportOrder order;
  char **columns;
  PamongRecord *place; /* the hamlet, RW and RT as the register writes them */
} Asked;

static void
clear_asked (Asked *asked)
{
  g_strfreev (asked->columns);
  g_clear_pointer (&asked->place, pamong_record_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Asked, clear_asked)

/* The uid goes along, so that the file can be read in again. */
static void
read_columns (PamongCli *cli, Asked *asked)
{
  const char *given = pamong_cli_flag (cli, "columns");
  g_autofree char *all = given == NULL ? NULL : g_strconcat (given, ",uid", NULL);

  if (given == NULL)
    return;
  asked->columns = g_strsplit (given, ",", -1);
  if (!g_strv_contains ((const char *const *) asked->columns, "uid"))
    {
      g_strfreev (asked->columns);
      asked->columns = g_strsplit (all, ",", -1);
    }
  asked->order.columns = (const char *const *) asked->columns;
}

static gboolean
read_place (PamongCli *cli, Asked *asked, GError **error)
{
  static const struct { const char *flag; int field; } parts[] = { { "dusun", PAMONG_FAMILY_DUSUN }, { "rw", PAMONG_FAMILY_RW }, { "rt", PAMONG_FAMILY_RT } };
  const char **texts[] = { &asked->order.query.dusun, &asked->order.query.rw, &asked->order.query.rt };

  asked->place = pamong_record_new (PAMONG_KIND_FAMILY, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      const char *given = pamong_cli_flag (cli, parts[i].flag);

      if (given != NULL && !pamong_record_parse (asked->place, parts[i].field, given, error))
        return FALSE;
      *texts[i] = pamong_record_text (asked->place, parts[i].field);
    }
  return TRUE;
}

static gboolean
read_status (PamongCli *cli, Asked *asked)
{
  const char *name = pamong_cli_flag (cli, "status");

  asked->order.query.status = name == NULL ? PAMONG_STATUS_ALIVE : g_str_equal (name, "all") ? -1 : (int) pamong_status_from_name (name);
  return asked->order.query.status != 0;
}

static gboolean
read_form (PamongCli *cli, Asked *asked)
{
  const char *layout = pamong_cli_flag (cli, "layout"), *separator = pamong_cli_flag (cli, "separator");

  if (layout != NULL)
    asked->order.layout = layout;
  if (separator != NULL)
    asked->order.separator = g_str_equal (separator, "\\t") ? '\t' : *separator;
  asked->order.path = pamong_cli_arg (cli, 0);
  asked->order.words = pamong_cli_has (cli, "words");
  asked->order.keys = pamong_cli_has (cli, "keys");
  asked->order.full = pamong_cli_has (cli, "full");
  asked->order.query.area = pamong_cli_flag (cli, "village");
  return asked->order.path != NULL && pamong_cli_arg (cli, 1) == NULL && strchr (";,\t|", asked->order.separator) != NULL && asked->order.separator != '\0';
}

static void
put_losses (JsonBuilder *b, GPtrArray *losses)
{
  json_builder_set_member_name (b, "losses");
  json_builder_begin_array (b);
  for (guint i = 0; i < losses->len; i++)
    {
      const PamongExportLoss *loss = losses->pdata[i];

      json_builder_begin_object (b);
      pamong_cli_put_text (b, "column", loss->column);
      pamong_cli_put_text (b, "value", loss->value);
      pamong_cli_put_text (b, "written", loss->written);
      pamong_cli_put_int (b, "people", loss->n);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static int
print (PamongCli *cli, const PamongExportOrder *order, const PamongExported *exported)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_int (b, "rows", exported->rows);
  pamong_cli_put_text (b, "file", order->path);
  pamong_cli_put_text (b, "layout", order->layout);
  json_builder_set_member_name (b, "masked");
  json_builder_add_boolean_value (b, !order->full);
  pamong_cli_put_text (b, "report", exported->report);
  put_losses (b, exported->losses);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

/* The line in the log comes first: no file is without one. */
static PamongExported *
write_file (PamongCli *cli, PamongOffice *office, PamongExportOrder *order, GError **error)
{
  PamongStore *store = pamong_office_store (office);
  gint64 people;
  g_autofree char *words = NULL;

  order->note = pamong_practice_is_ready (store) ? _("PRACTICE – made-up data") : NULL;
  if (!pamong_export_check (store, order, error))
    return NULL;
  people = pamong_residents_count (store, &order->query, error);
  words = pamong_export_words (order, people);
  return people >= 0 && pamong_office_log_export (office, words, order->full, pamong_cli_flag (cli, "reason"), error) ? pamong_export_write (store, order, NULL, NULL, NULL, error) : NULL;
}

static int
run (PamongCli *cli, PamongExportWhat what, const char *usage)
{
  g_auto (Asked) asked = { .order = PAMONG_EXPORT_ORDER_INIT };
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongExported) exported = NULL;

  asked.order.what = what;
  read_columns (cli, &asked);
  if (!read_form (cli, &asked) || !read_status (cli, &asked))
    return pamong_cli_usage (cli, usage);
  if (!read_place (cli, &asked, &error))
    return pamong_cli_fail (cli, error);
  office = pamong_cli_office (cli, TRUE, &error);
  exported = office != NULL ? write_file (cli, office, &asked.order, &error) : NULL;
  return exported != NULL ? print (cli, &asked.order, exported) : pamong_cli_fail (cli, error);
}

static int
residents (PamongCli *cli)
{
  return run (cli, PAMONG_EXPORT_RESIDENTS, "export residents FILE.xlsx|.csv|.zip " FLAGS);
}

static int
families (PamongCli *cli)
{
  return run (cli, PAMONG_EXPORT_FAMILIES, "export families FILE.xlsx|.csv " FLAGS);
}

static int
later (PamongCli *cli)
{
  return pamong_cli_usage (cli, _("This version keeps no aid and no letters yet: there is nothing to export. Residents and families can be."));
}

const PamongCommand pamong_commands_export[] = {
  { "export residents", "FILE.xlsx|.csv|.zip " FLAGS, "words keys full", residents },
  { "export families", "FILE.xlsx|.csv " FLAGS, "words keys full", families },
  { "export aid", "", NULL, later },
  { "export letters", "", NULL, later },
  { NULL, NULL, NULL, NULL }
};
