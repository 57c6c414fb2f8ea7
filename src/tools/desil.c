/* SPDX-License-Identifier: GPL-3.0-or-later */
/* import FILE of a table with a desil: families only, nobody is made of it. */
#include "exchange/desil.h"
#include "tools/import.h"

static void
put_rows (JsonBuilder *b, GPtrArray *rows)
{
  json_builder_set_member_name (b, "findings");
  json_builder_begin_array (b);
  for (guint i = 0; i < rows->len; i++)
    {
      const PamongDesilRow *row = rows->pdata[i];

      if (row->fault == PAMONG_DESIL_FINE)
        continue;
      json_builder_begin_object (b);
      pamong_cli_put_text (b, "sheet", row->sheet);
      pamong_cli_put_int (b, "row", row->row);
      pamong_cli_put_text (b, "message", row->message);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
}

static int
show (PamongCli *cli, const PamongDesilFigures *figures, GPtrArray *rows)
{
  JsonBuilder *b = json_builder_new ();
  int printed;

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "layout", "dtsen");
  pamong_cli_put_int (b, "rows", figures->rows);
  pamong_cli_put_int (b, "filled", figures->filled);
  pamong_cli_put_int (b, "changed", figures->changed);
  pamong_cli_put_int (b, "same", figures->same);
  pamong_cli_put_int (b, "older", figures->older);
  pamong_cli_put_int (b, "refused", figures->refused);
  pamong_cli_put_int (b, "batches", figures->batches);
  put_rows (b, rows);
  json_builder_end_object (b);
  printed = pamong_cli_print (cli, b);
  return printed == PAMONG_EXIT_DONE && figures->refused == figures->rows ? PAMONG_EXIT_REFUSED : printed;
}

int
pamong_cli_import_desil (PamongCli *cli, PamongOffice *office, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL, *file = g_path_get_basename (pamong_cli_arg (cli, 0));
  PamongDesilFigures figures;
  PamongImport origin = { .file = file, .source = (char *) pamong_cli_flag (cli, "source"), .compiled_by = (char *) pamong_cli_flag (cli, "compiled-by") };

  if (!pamong_cli_date (cli, "compiled-on", &date, &error))
    return pamong_cli_fail (cli, error);
  origin.compiled_on = date;
  if (!pamong_desil (office, rows, &origin, pamong_cli_has (cli, "commit"), &figures, &error))
    return pamong_cli_fail (cli, error);
  return show (cli, &figures, rows);
}
