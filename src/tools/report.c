/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report list / book / statistics */
#include "tools/cli.h"
#include "domain/clock.h"
#include "office/registers.h"
#include "exchange/book_sheet.h"
#include "print/book.h"
#include <glib/gi18n.h>
#include <string.h>

static int
list_registers (PamongCli *cli)
{
  GPtrArray *all = pamong_registers ();
  JsonBuilder *b = pamong_cli_list (all->len);

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRegister *reg = g_ptr_array_index (all, i);

      json_builder_begin_object (b);
      pamong_cli_put_text (b, "name", reg->name);
      pamong_cli_put_text (b, "code", reg->code);
      pamong_cli_put_text (b, "title", reg->title);
      pamong_cli_put_text (b, "basis", reg->basis);
      json_builder_set_member_name (b, "monthly");
      json_builder_add_boolean_value (b, reg->monthly);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

static const char *
row_kind (PamongFilled *filled, guint row)
{
  static const char *const kinds[] = { [PAMONG_ROW_PLAIN] = "row", [PAMONG_ROW_SECTION] = "section", [PAMONG_ROW_TOTAL] = "total" };

  return kinds[pamong_filled_kind (filled, row)];
}

static void
put_names (JsonBuilder *b, const char *key, GPtrArray *columns)
{
  json_builder_set_member_name (b, key);
  json_builder_begin_array (b);
  for (guint c = 0; c < columns->len; c++)
    json_builder_add_string_value (b, ((const PamongRegisterColumn *) columns->pdata[c])->heading);
  json_builder_end_array (b);
}

static void
put_cell (JsonBuilder *b, PamongFilled *filled, guint row, guint c)
{
  const PamongRegisterColumn *column = pamong_filled_register (filled)->columns->pdata[c];
  const char *cell = pamong_filled_cell (filled, row, c);

  if (column->align == PAMONG_ALIGN_END && *cell != '\0' && strspn (cell, "0123456789") == strlen (cell))
    json_builder_add_int_value (b, g_ascii_strtoll (cell, NULL, 10));
  else
    json_builder_add_string_value (b, cell);
}

static int
print_json (PamongCli *cli, PamongFilled *filled)
{
  const PamongRegister *reg = pamong_filled_register (filled);
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "name", reg->name);
  pamong_cli_put_text (b, "title", reg->title);
  pamong_cli_put_text (b, "area", pamong_filled_area (filled));
  pamong_cli_put_text (b, "dusun", pamong_filled_dusun (filled));
  pamong_cli_put_text (b, "month", pamong_filled_month (filled));
  pamong_cli_put_int (b, "total", pamong_filled_n_entries (filled));
  put_names (b, "columns", reg->columns);
  json_builder_set_member_name (b, "items");
  json_builder_begin_array (b);
  for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
    {
      json_builder_begin_object (b);
      pamong_cli_put_text (b, "kind", row_kind (filled, r));
      json_builder_set_member_name (b, "cells");
      json_builder_begin_array (b);
      for (guint c = 0; c < reg->columns->len; c++)
        put_cell (b, filled, r, c);
      json_builder_end_array (b);
      json_builder_end_object (b);
    }
  json_builder_end_array (b);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

/* Takes @frame. */
static gboolean
write_pdf (PamongFilled *filled, PamongFrame *frame, const char *path, GError **error)
{
  g_autoptr (PamongBookPrint) print = pamong_book_print_new (filled, frame);

  return pamong_book_print_pdf (print, path, error);
}

static gboolean
write_file (PamongCli *cli, PamongStore *store, PamongFilled *filled, const char *format, const char *path, GError **error)
{
  g_autoptr (PamongFrame) frame = NULL;

  if (g_str_equal (format, "csv"))
    return pamong_book_sheet_csv (filled, path, error);
  frame = pamong_frame_new (store, filled, cli->operator_name, pamong_cli_has (cli, "practice"), error);
  if (frame == NULL)
    return FALSE;
  return g_str_equal (format, "pdf") ? write_pdf (filled, g_steal_pointer (&frame), path, error) : pamong_frame_xlsx (frame, filled, path, error);
}

static int
print_written (PamongCli *cli, PamongFilled *filled, const char *path)
{
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "name", pamong_filled_register (filled)->name);
  pamong_cli_put_text (b, "file", path);
  pamong_cli_put_int (b, "total", pamong_filled_n_entries (filled));
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
give (PamongCli *cli, PamongStore *store, PamongFilled *filled)
{
  const char *out = pamong_cli_flag (cli, "out"), *dot = out != NULL ? strrchr (out, '.') : NULL;
  const char *format = pamong_cli_flag (cli, "format") != NULL ? pamong_cli_flag (cli, "format") : dot != NULL ? dot + 1 : "json";
  g_autoptr (GError) error = NULL;

  if (g_str_equal (format, "json") && out == NULL)
    return print_json (cli, filled);
  if (out == NULL || (!g_str_equal (format, "csv") && !g_str_equal (format, "xlsx") && !g_str_equal (format, "pdf")))
    return pamong_cli_usage (cli, "report book NAME [--format json | --format csv|xlsx|pdf --out FILE]");
  return write_file (cli, store, filled, format, out, &error) ? print_written (cli, filled, out) : pamong_cli_fail (cli, error);
}

static gboolean
names_people (const PamongRegister *reg)
{
  return g_str_equal (reg->source, "people") || g_str_equal (reg->source, "letters");
}

/* People with their numbers leave in a file: that is an act, and no file is without its line in the log. */
static gboolean
log_file (PamongCli *cli, PamongOffice *office, PamongFilled *filled, GError **error)
{
  const char *reason = pamong_cli_flag (cli, "reason");
  g_autofree char *what = g_strdup_printf ("book %s file, %u rows", pamong_filled_register (filled)->name, pamong_filled_n_entries (filled));

  return pamong_office_log_export (office, what, TRUE, reason != NULL ? reason : "pamongctl report", error);
}

static int
report (PamongCli *cli, const PamongRegister *reg)
{
  gboolean logged = names_people (reg) && pamong_cli_has (cli, "out");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = logged ? pamong_cli_office (cli, TRUE, &error) : NULL;
  g_autoptr (PamongStore) reader = !logged ? pamong_cli_open (cli, TRUE, &error) : NULL;
  PamongStore *store = office != NULL ? pamong_office_store (office) : reader;
  g_autofree char *today = pamong_clock_today (), *this_month = g_strndup (today, 7);
  PamongRegisterScope scope = { .dusun = pamong_cli_flag (cli, "dusun"), .today = today };
  g_autoptr (PamongFilled) filled = NULL;

  if (store == NULL)
    return pamong_cli_fail (cli, error);
  scope.area = pamong_cli_flag (cli, "village") != NULL ? pamong_cli_flag (cli, "village") : pamong_store_area (store);
  scope.month = pamong_cli_flag (cli, "month") != NULL ? pamong_cli_flag (cli, "month") : this_month;
  filled = pamong_register_fill (store, reg, &scope, &error);
  if (filled == NULL || (logged && !log_file (cli, office, filled, &error)))
    return pamong_cli_fail (cli, error);
  return give (cli, store, filled);
}

static int
report_book (PamongCli *cli)
{
  const char *name = pamong_cli_arg (cli, 0);
  const PamongRegister *reg = name != NULL ? pamong_registers_find (name) : NULL;

  if (reg == NULL || reg->hidden)
    return pamong_cli_usage (cli, "report book B1|B2|B3|B4|B5|NAME (pamongctl report list) [--month YYYY-MM]");
  return report (cli, reg);
}

static int
report_statistics (PamongCli *cli)
{
  return report (cli, pamong_registers_find ("statistik"));
}

const PamongCommand pamong_commands_report[] = {
  { "report list", "", NULL, list_registers },
  { "report book", "NAME [--month YYYY-MM] [--dusun NAME] [--village CODE] [--format json|csv|xlsx|pdf] [--out FILE] [--reason TEXT] [--practice]", "practice", report_book },
  { "report statistics", "[--dusun NAME] [--village CODE] [--format json|csv|xlsx|pdf] [--out FILE] [--practice]", "practice", report_statistics },
  { NULL }
};
