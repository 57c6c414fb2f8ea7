/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/import_report.h"

#include "exchange/table_writer.h"
#include <glib/gi18n-lib.h>

enum { SHEET, ROW, COLUMN, FIELD, READ, MESSAGE, REMEDY, RULE, N_COLUMNS };

struct _PamongImportReport {
  PamongTableWriter *writer;
  guint n;
};

/* Narrow where numbers stand, wide where sentences do. */
static const struct {
  const char *heading;
  double letters;
} columns[N_COLUMNS] = {
  [SHEET] = { N_("Sheet"), 16 },      [ROW] = { N_("Row"), 7 },         [COLUMN] = { N_("Column"), 8 },    [FIELD] = { N_("Field"), 20 },
  [READ] = { N_("What stands there"), 28 }, [MESSAGE] = { N_("What is wrong"), 60 }, [REMEDY] = { N_("What to do"), 60 }, [RULE] = { N_("Rule"), 20 },
};

static gboolean
put_head (PamongImportReport *report, GError **error)
{
  for (guint i = 0; i < N_COLUMNS; i++)
    {
      pamong_table_writer_width (report->writer, i, i, columns[i].letters);
      pamong_table_writer_text (report->writer, i, _(columns[i].heading));
    }
  if (!pamong_table_writer_next (report->writer, error))
    return FALSE;
  pamong_table_writer_keep_head (report->writer);
  return TRUE;
}

PamongImportReport *
pamong_import_report_new (const char *path, const char *about, GError **error)
{
  g_autoptr (PamongImportReport) report = g_new0 (PamongImportReport, 1);
  g_autofree char *note = g_strdup_printf (_("To be corrected in %s"), about);
  PamongTableForm form = { _("To be corrected"), ';', note };

  report->writer = pamong_table_writer_new (path, &form, error);
  return report->writer != NULL && put_head (report, error) ? g_steal_pointer (&report) : NULL;
}

void
pamong_import_report_free (PamongImportReport *report)
{
  g_clear_pointer (&report->writer, pamong_table_writer_free);
  g_free (report);
}

gboolean
pamong_import_report_add (PamongImportReport *report, const PamongImportRemark *remark, GError **error)
{
  const char *const texts[N_COLUMNS] = { [SHEET] = remark->sheet, [COLUMN] = remark->column, [FIELD] = remark->field,   [READ] = remark->read,
                                         [MESSAGE] = remark->message, [REMEDY] = remark->remedy, [RULE] = remark->rule };

  for (guint i = 0; i < N_COLUMNS; i++)
    if (i == ROW && remark->row > 0)
      pamong_table_writer_number (report->writer, i, remark->row);
    else if (texts[i] != NULL)
      pamong_table_writer_text (report->writer, i, texts[i]);
  report->n++;
  return pamong_table_writer_next (report->writer, error);
}

gboolean
pamong_import_report_finish (PamongImportReport *report, guint *n, GError **error)
{
  if (n != NULL)
    *n = report->n;
  if (report->n == 0)
    {
      pamong_table_writer_text (report->writer, MESSAGE, _("Nothing has to be corrected."));
      if (!pamong_table_writer_next (report->writer, error))
        return FALSE;
    }
  return pamong_table_writer_finish (report->writer, error);
}
