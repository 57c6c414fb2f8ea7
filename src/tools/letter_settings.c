/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter numbering / go-on / desk / type; incoming add / list; opinion note / list. */
#include "tools/letter.h"
#include "domain/clock.h"
#include "domain/numbering.h"
#include "store/letters.h"
#include <glib/gi18n.h>

static int
numbering (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongRecord) record = NULL;

  if (pamong_cli_flags (cli, "f") == NULL)
    {
      store = pamong_cli_open (cli, FALSE, &error);
      record = store != NULL ? pamong_numbering (store, &error) : NULL;
      return record != NULL ? pamong_cli_print_record (cli, record) : pamong_cli_fail (cli, error);
    }
  office = pamong_cli_office (cli, TRUE, &error);
  record = office != NULL ? pamong_numbering (pamong_office_store (office), &error) : NULL;
  if (record == NULL || !pamong_cli_take_fields (cli, record, &error) || !pamong_office_save_numbering (office, NULL, record, &error))
    return pamong_cli_fail (cli, error);
  return pamong_cli_print_record (cli, record);
}

static int
go_on (PamongCli *cli)
{
  g_autofree char *today = pamong_clock_today ();
  const char *series = pamong_cli_flag (cli, "series");
  gint64 number = 0, year = g_ascii_strtoll (today, NULL, 10);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;

  if (pamong_cli_flag (cli, "number") == NULL)
    return pamong_cli_usage (cli, "letter go-on --number N [--series SERIES] [--year YEAR]");
  if (!pamong_cli_number (cli, "number", &number) || !pamong_cli_number (cli, "year", &year))
    return PAMONG_EXIT_USAGE;
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL || !pamong_office_go_on_from (office, series != NULL ? series : PAMONG_SERIES_ALL, year, number, &error))
    return pamong_cli_fail (cli, error);
  return PAMONG_EXIT_DONE;
}

static int
set_desk (PamongCli *cli)
{
  gint64 ordinal = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;

  if (pamong_cli_flag (cli, "number") == NULL)
    return pamong_cli_usage (cli, "letter desk --number N");
  if (!pamong_cli_number (cli, "number", &ordinal))
    return PAMONG_EXIT_USAGE;
  office = pamong_cli_office (cli, TRUE, &error);
  return office != NULL && pamong_office_set_desk (office, ordinal, &error) ? PAMONG_EXIT_DONE : pamong_cli_fail (cli, error);
}

static gboolean
read_text (PamongCli *cli, const char *flag, char **text, GError **error)
{
  const char *path = pamong_cli_flag (cli, flag);

  return path == NULL || g_file_get_contents (path, text, NULL, error);
}

static int
set_type (PamongCli *cli)
{
  g_autofree char *ini = NULL, *body = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  gboolean back = pamong_cli_has (cli, "built-in");

  if (pamong_cli_arg (cli, 0) == NULL || back == (pamong_cli_flag (cli, "ini") != NULL || pamong_cli_flag (cli, "body") != NULL))
    return pamong_cli_usage (cli, "letter type KEY [--ini FILE] [--body FILE] [--built-in]");
  if (!read_text (cli, "ini", &ini, &error) || !read_text (cli, "body", &body, &error) || (office = pamong_cli_office (cli, TRUE, &error)) == NULL
      || !pamong_office_save_letter_type (office, pamong_cli_arg (cli, 0), ini, body, &error))
    return pamong_cli_fail (cli, error);
  return PAMONG_EXIT_DONE;
}

static int
add_incoming (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) incoming = NULL;

  if (pamong_cli_flags (cli, "f") == NULL)
    return pamong_cli_usage (cli, "incoming add -f FIELD=VALUE …");
  office = pamong_cli_office (cli, TRUE, &error);
  if (office == NULL)
    return pamong_cli_fail (cli, error);
  incoming = pamong_record_new (PAMONG_KIND_INCOMING, pamong_store_area (pamong_office_store (office)));
  if (!pamong_cli_take_fields (cli, incoming, &error) || !pamong_office_save_incoming (office, NULL, incoming, &error))
    return pamong_cli_fail (cli, error);
  return pamong_cli_print_record (cli, incoming);
}

static int
list_incoming (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) all = store != NULL ? pamong_store_all (store, PAMONG_KIND_INCOMING, &error) : NULL;
  JsonBuilder *b;

  if (all == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (all->len);
  for (guint i = 0; i < all->len; i++)
    pamong_cli_put_record (b, all->pdata[i]);
  return pamong_cli_print_list (cli, b);
}

static int
note_opinion (PamongCli *cli)
{
  gint64 answer = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;

  if (pamong_cli_flag (cli, "type") == NULL || pamong_cli_flag (cli, "answer") == NULL)
    return pamong_cli_usage (cli, "opinion note --type TYPE --answer 1|2|3|4");
  if (!pamong_cli_number (cli, "answer", &answer))
    return PAMONG_EXIT_USAGE;
  office = pamong_cli_office (cli, TRUE, &error);
  return office != NULL && pamong_office_note_opinion (office, pamong_cli_flag (cli, "type"), (int) answer, &error) ? PAMONG_EXIT_DONE : pamong_cli_fail (cli, error);
}

static int
list_opinions (PamongCli *cli)
{
  static const char *const keys[] = { NULL, "very", "well", "enough", "not" };
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, FALSE, &error);
  g_autoptr (GPtrArray) list = store != NULL ? pamong_opinions_list (store, pamong_cli_flag (cli, "area"), pamong_cli_flag (cli, "from"), pamong_cli_flag (cli, "until"), &error) : NULL;
  JsonBuilder *b;

  if (list == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const PamongOpinions *opinions = list->pdata[i];

      json_builder_begin_object (b);
      pamong_cli_put_text (b, "month", opinions->month);
      pamong_cli_put_text (b, "area", opinions->area);
      pamong_cli_put_text (b, "type", opinions->type);
      for (guint answer = 1; answer < G_N_ELEMENTS (keys); answer++)
        pamong_cli_put_int (b, keys[answer], opinions->given[answer]);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

const PamongCommand pamong_commands_letter_settings[] = {
  { "letter numbering", "[-f FIELD=VALUE …]", NULL, numbering },
  { "letter go-on", "--number N [--series SERIES] [--year YEAR]", NULL, go_on },
  { "letter desk", "--number N", NULL, set_desk },
  { "letter type", "KEY [--ini FILE] [--body FILE] [--built-in]", "built-in", set_type },
  { "incoming add", "-f FIELD=VALUE …", NULL, add_incoming },
  { "incoming list", "", NULL, list_incoming },
  { "opinion note", "--type TYPE --answer 1|2|3|4", NULL, note_opinion },
  { "opinion list", "[--area CODE] [--from MONTH] [--until MONTH]", NULL, list_opinions },
  { NULL, NULL, NULL, NULL }
};
