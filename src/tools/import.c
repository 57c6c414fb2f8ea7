/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import FILE / import list / import undo / import drop. */
#include "exchange/desil.h"
#include "exchange/import.h"
#include "tools/import.h"
#include <glib/gi18n.h>

/* Findings in one JSON document at most; the report has all of them. */
#define SHOWN 10000

static const char *
state_name (PamongImportState state)
{
  static const char *const names[] = { "", "reading", "read", "ready", "done", "undone" };

  return names[state];
}

void
pamong_cli_put_import (JsonBuilder *b, const PamongImport *import)
{
  const PamongImportFigures *f = &import->figures;

  pamong_cli_put_text (b, "uid", import->uid);
  pamong_cli_put_text (b, "file", import->file);
  pamong_cli_put_text (b, "layout", import->layout);
  pamong_cli_put_text (b, "state", state_name (import->state));
  pamong_cli_put_int (b, "rows", f->rows);
  pamong_cli_put_int (b, "new", f->added);
  pamong_cli_put_int (b, "changed", f->changed);
  pamong_cli_put_int (b, "same", f->same + f->differs); /* what stands is kept in both */
  pamong_cli_put_int (b, "differs", f->differs);
  pamong_cli_put_int (b, "refused", f->refused);
  pamong_cli_put_int (b, "families", f->families);
  pamong_cli_put_int (b, "differences", f->differences);
  pamong_cli_put_int (b, "taken", f->taken);
}

static void
put_finding (JsonBuilder *b, const PamongImportFinding *finding)
{
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "sheet", finding->sheet);
  if (finding->row > 0)
    pamong_cli_put_int (b, "row", finding->row);
  else
    pamong_cli_put_text (b, "row", NULL);
  pamong_cli_put_text (b, "column", finding->column);
  pamong_cli_put_text (b, "field", finding->field);
  pamong_cli_put_text (b, "value", finding->value);
  pamong_cli_put_text (b, "rule", finding->rule);
  pamong_cli_put_text (b, "severity", pamong_severity_name (finding->severity));
  pamong_cli_put_text (b, "message", finding->message);
  pamong_cli_put_text (b, "remedy", finding->remedy);
  json_builder_end_object (b);
}

gboolean
pamong_cli_put_import_findings (JsonBuilder *b, PamongStore *store, const char *uid, GError **error)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (store, uid, 0, 0, SHOWN, error);

  if (findings == NULL)
    return FALSE;
  json_builder_set_member_name (b, "findings");
  json_builder_begin_array (b);
  for (guint i = 0; i < findings->len; i++)
    put_finding (b, findings->pdata[i]);
  json_builder_end_array (b);
  return TRUE;
}

/* Nothing is green over nothing. */
static int
show (PamongCli *cli, PamongStore *store, const char *uid)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongImport) import = pamong_import_get (store, uid, &error);
  g_autoptr (JsonBuilder) b = NULL;
  int printed;

  if (import == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_import (b, import);
  if (!pamong_cli_put_import_findings (b, store, uid, &error))
    return pamong_cli_fail (cli, error);
  json_builder_end_object (b);
  printed = pamong_cli_print (cli, g_steal_pointer (&b));
  return printed == PAMONG_EXIT_DONE && import->figures.refused == import->figures.rows ? PAMONG_EXIT_REFUSED : printed;
}

/* Returns: (nullable): rows of a table with a desil, unless somebody says that it is one of people. */
static GPtrArray *
read_desil (PamongCli *cli, const char *path)
{
  g_autoptr (PamongBook) book = pamong_cli_flag (cli, "layout") == NULL ? pamong_book_open (path, NULL) : NULL;

  return book != NULL ? pamong_desil_read (book, NULL) : NULL;
}

static int
import_file (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongSource) source = NULL;
  g_autoptr (GPtrArray) desil = NULL;
  g_autofree char *uid = NULL;
  const char *path = pamong_cli_arg (cli, 0);
  const PamongImportOrigin origin = { .source = pamong_cli_flag (cli, "source"), .compiled_by = pamong_cli_flag (cli, "compiled-by"), .compiled_on = pamong_cli_flag (cli, "compiled-on") };
  int shown;

  if (path == NULL)
    return pamong_cli_usage (cli, _("Name the file to import."));
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if ((desil = read_desil (cli, path)) != NULL)
    return pamong_cli_import_desil (cli, office, desil);
  if ((source = pamong_source_open (path, pamong_cli_flag (cli, "layout"), &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if (pamong_source_asks_occupation (source))
    pamong_source_set_occupation (source, g_strcmp0 (pamong_cli_flag (cli, "occupations"), "99") != 0);
  if ((uid = pamong_import_read (office, source, path, &origin, NULL, NULL, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if (pamong_cli_has (cli, "take-all") && (!pamong_import_choose (office, uid, 0, NULL, TRUE, &error) || !pamong_import_compare (office, uid, NULL, NULL, &error)))
    return pamong_cli_fail (cli, error);
  if (pamong_cli_flag (cli, "report") != NULL && !pamong_import_write_report (pamong_office_store (office), uid, pamong_cli_flag (cli, "report"), NULL, &error))
    return pamong_cli_fail (cli, error);
  if (pamong_cli_has (cli, "commit") && !pamong_import_commit (office, uid, NULL, NULL, &error))
    {
      show (cli, pamong_office_store (office), uid);
      return pamong_cli_fail (cli, error);
    }
  shown = show (cli, pamong_office_store (office), uid);
  return pamong_imports_tidy (office, &error) ? shown : pamong_cli_fail (cli, error);
}

static int
list (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) imports = store != NULL ? pamong_imports_list (store, &error) : NULL;
  JsonBuilder *b;

  if (imports == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (imports->len);
  for (guint i = 0; i < imports->len; i++)
    {
      json_builder_begin_object (b);
      pamong_cli_put_import (b, imports->pdata[i]);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

static int
on_import (PamongCli *cli, gboolean (*act) (PamongOffice *office, const char *uid, GError **error))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  const char *uid = pamong_cli_arg (cli, 0);
  JsonBuilder *b;

  if (uid == NULL)
    return pamong_cli_usage (cli, _("Name the import by its uid, as import list shows it."));
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL || !act (office, uid, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", uid);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static gboolean
undo_import (PamongOffice *office, const char *uid, GError **error)
{
  return pamong_import_undo (office, uid, NULL, NULL, error);
}

static int
undo (PamongCli *cli)
{
  return on_import (cli, undo_import);
}

static int
drop (PamongCli *cli)
{
  return on_import (cli, pamong_import_drop);
}

const PamongCommand pamong_commands_import[] = {
  { "import", "FILE [--layout NAME] [--occupations 89|99] [--source TEXT] [--compiled-by NAME] [--compiled-on DATE] [--take-all] [--commit] [--report FILE]", "take-all commit", import_file },
  { "import list", "", NULL, list },
  { "import undo", "UID", NULL, undo },
  { "import drop", "UID", NULL, drop },
  { NULL },
};
