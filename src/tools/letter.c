/* SPDX-License-Identifier: GPL-3.0-or-later */
/* letter types / next / check / issue / again / list / show / file / state / void / link / verify. */
#include "tools/letter.h"
#include "office/letter_verify.h"
#include "store/letters.h"
#include "tools/letter_page.h"
#include <gio/gio.h>
#include <glib/gi18n.h>

#define CASE_FLAGS "--type TYPE [-f ID=VALUE …] [--person ROLE=UID|NIK …] [--outsider ROLE=NAME;FIELD=VALUE …] [--column ROLE.ID=VALUE …] [--signer UID] [--date DATE] " \
                   "[--classification CODE] [--applicant NAME] [--addressed WORDS] [--event UID]"

static int
list_types (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, FALSE, &error);
  g_autoptr (GPtrArray) types = store != NULL ? pamong_letter_types_here (store, &error) : NULL;
  JsonBuilder *b;

  if (types == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (types->len);
  for (guint i = 0; i < types->len; i++)
    {
      const PamongLetterType *type = types->pdata[i];

      json_builder_begin_object (b);
      pamong_cli_put_text (b, "key", type->key);
      pamong_cli_put_text (b, "name", type->name);
      pamong_cli_put_text (b, "group", type->group);
      pamong_cli_put_text (b, "code_new", type->code_new);
      pamong_cli_put_text (b, "code_old", type->code_old);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

static void
put_letter (JsonBuilder *b, const PamongRecord *letter)
{
  static const int fields[] = { PAMONG_LETTER_TYPE, PAMONG_LETTER_TITLE, PAMONG_LETTER_NUMBER_TEXT, PAMONG_LETTER_SERIES, PAMONG_LETTER_MARK, PAMONG_LETTER_DATE, PAMONG_LETTER_SUBJECT_UID,
                                PAMONG_LETTER_SUBJECT_NAME, PAMONG_LETTER_APPLICANT, PAMONG_LETTER_PURPOSE, PAMONG_LETTER_SIGNER_NAME, PAMONG_LETTER_SIGNER_TITLE, PAMONG_LETTER_VALID_UNTIL,
                                PAMONG_LETTER_TAKEN_BY, PAMONG_LETTER_TAKEN_ON, PAMONG_LETTER_VOID_ON, PAMONG_LETTER_VOID_REASON, PAMONG_LETTER_EVENT_UID };
  g_autofree char *code = pamong_letter_code_of (letter);

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", letter->uid);
  pamong_cli_put_text (b, "area", letter->area);
  pamong_cli_put_int (b, "number", pamong_record_int (letter, PAMONG_LETTER_NUMBER));
  pamong_cli_put_int (b, "year", pamong_record_int (letter, PAMONG_LETTER_YEAR));
  pamong_cli_put_int (b, "state", pamong_record_int (letter, PAMONG_LETTER_STATE));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pamong_cli_put_text (b, pamong_field_get (PAMONG_KIND_LETTER, fields[i])->key, pamong_record_text (letter, fields[i]));
  pamong_cli_put_text (b, "code", code);
  json_builder_end_object (b);
}

static int
print_letter (PamongCli *cli, const PamongRecord *letter)
{
  JsonBuilder *b = json_builder_new ();

  put_letter (b, letter);
  return pamong_cli_print (cli, b);
}

static int
print_stored (PamongCli *cli, PamongStore *store, const char *uid, GError *failure)
{
  g_autoptr (GError) error = failure;
  g_autoptr (PamongRecord) letter = error == NULL ? pamong_store_get (store, PAMONG_KIND_LETTER, uid, &error) : NULL;

  if (letter == NULL && error == NULL)
    g_set_error_literal (&error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This letter is not on this computer. Find it again in the list."));
  return letter != NULL ? print_letter (cli, letter) : pamong_cli_fail (cli, error);
}

static int
next_number (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongLetterType) type = NULL;
  g_autoptr (PamongNextNumber) next = NULL;
  g_autofree char *date = NULL;
  JsonBuilder *b;

  if (pamong_cli_flag (cli, "type") == NULL)
    return pamong_cli_usage (cli, "letter next --type TYPE [--date DATE]");
  if (!pamong_cli_date (cli, "date", &date, &error) || (store = pamong_cli_open (cli, FALSE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  type = pamong_letter_type_here (store, NULL, pamong_cli_flag (cli, "type"));
  if (type == NULL)
    g_set_error (&error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no letter type %s."), pamong_cli_flag (cli, "type"));
  next = type != NULL ? pamong_next_number (store, type, NULL, date, &error) : NULL;
  if (next == NULL)
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "series", next->series);
  pamong_cli_put_int (b, "year", next->year);
  pamong_cli_put_text (b, "mark", next->mark);
  pamong_cli_put_int (b, "number", next->number);
  pamong_cli_put_text (b, "text", next->text);
  pamong_cli_put_text (b, "closed", next->closed);
  pamong_cli_put_text (b, "blocked", next->blocked);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
check (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongLetterType) type = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;
  g_autoptr (GPtrArray) notices = NULL;
  JsonBuilder *b;

  if (pamong_cli_flag (cli, "type") == NULL)
    return pamong_cli_usage (cli, "letter check [UID|NIK] " CASE_FLAGS);
  store = pamong_cli_open (cli, TRUE, &error);
  letter = store != NULL ? pamong_cli_letter_case (cli, store, &type, &error) : NULL;
  notices = letter != NULL ? pamong_letter_notices (store, type, letter, &error) : NULL;
  if (notices == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (notices->len);
  for (guint i = 0; i < notices->len; i++)
    {
      const PamongLetterNotice *notice = notices->pdata[i];

      json_builder_begin_object (b);
      pamong_cli_put_text (b, "id", notice->id);
      pamong_cli_put_text (b, "words", notice->words);
      pamong_cli_put_text (b, "uid", notice->uid);
      json_builder_set_member_name (b, "stops");
      json_builder_add_boolean_value (b, notice->stops);
      json_builder_end_object (b);
    }
  return pamong_cli_print_list (cli, b);
}

static gboolean
write_out (PamongCli *cli, GBytes *pdf, GError **error)
{
  const char *path = pamong_cli_flag (cli, "out");
  gsize size;
  const char *data = g_bytes_get_data (pdf, &size);

  return path == NULL || g_file_set_contents (path, data, (gssize) size, error);
}

/* The page that is kept is the page that is written. */
static int
issue (PamongCli *cli, PamongOffice *office, const PamongLetterCase *letter, GError *failure)
{
  g_autoptr (GError) error = failure;
  g_autoptr (PamongLetterPage) page = letter != NULL ? pamong_letter_page_new (pamong_office_store (office), &error) : NULL;
  PamongIssueFlags flags = pamong_cli_has (cli, "closed-year") ? PAMONG_ISSUE_CLOSED_YEAR : PAMONG_ISSUE_NONE;
  g_autoptr (PamongRecord) record = page != NULL ? pamong_office_issue_letter (office, letter, pamong_letter_page_drawer (page), flags, &error) : NULL;
  g_autoptr (GBytes) pdf = record != NULL ? pamong_letter_file (pamong_office_store (office), record->uid, &error) : NULL;

  if (pdf == NULL || !write_out (cli, pdf, &error))
    return pamong_cli_fail (cli, error);
  return print_letter (cli, record);
}

static int
issue_new (PamongCli *cli)
{
  GError *error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongLetterType) type = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;

  if (pamong_cli_flag (cli, "type") == NULL)
    return pamong_cli_usage (cli, "letter issue [UID|NIK] [--out FILE] [--closed-year] " CASE_FLAGS);
  office = pamong_cli_office (cli, TRUE, &error);
  letter = office != NULL ? pamong_cli_letter_case (cli, pamong_office_store (office), &type, &error) : NULL;
  return issue (cli, office, letter, error);
}

static int
issue_again (PamongCli *cli)
{
  GError *error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongLetterCase) letter = NULL;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "letter again UID [--out FILE] [--closed-year]");
  office = pamong_cli_office (cli, TRUE, &error);
  letter = office != NULL ? pamong_letter_case_again (pamong_office_store (office), pamong_cli_arg (cli, 0), &error) : NULL;
  return issue (cli, office, letter, error);
}

static void
put_row (JsonBuilder *b, const PamongLetterRow *row)
{
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "uid", row->uid);
  pamong_cli_put_text (b, "area", row->area);
  pamong_cli_put_text (b, "type", row->type);
  pamong_cli_put_text (b, "title", row->title);
  pamong_cli_put_text (b, "number_text", row->number_text);
  pamong_cli_put_text (b, "date", row->date);
  pamong_cli_put_text (b, "subject_name", row->subject_name);
  pamong_cli_put_text (b, "applicant", row->applicant);
  pamong_cli_put_text (b, "purpose", row->purpose);
  pamong_cli_put_int (b, "state", row->state);
  pamong_cli_put_text (b, "taken_by", row->taken_by);
  pamong_cli_put_text (b, "void_on", row->void_on);
  json_builder_set_member_name (b, "file");
  json_builder_add_boolean_value (b, row->has_file);
  json_builder_end_object (b);
}

static int
list_letters (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *from = NULL, *until = NULL;
  PamongLetterQuery query = { .text = pamong_cli_flag (cli, "text"), .type = pamong_cli_flag (cli, "type"), .area = pamong_cli_flag (cli, "area"), .waiting = pamong_cli_has (cli, "waiting") };
  gint64 limit = 200;
  guint total = 0;
  JsonBuilder *b;

  if (!pamong_cli_number (cli, "limit", &limit))
    return PAMONG_EXIT_USAGE;
  if (!pamong_cli_date (cli, "from", &from, &error) || !pamong_cli_date (cli, "until", &until, &error))
    return pamong_cli_fail (cli, error);
  query.from = from;
  query.until = until;
  query.limit = (guint) MAX (limit, 0);
  store = pamong_cli_open (cli, TRUE, &error);
  rows = store != NULL ? pamong_letters_list (store, &query, &total, &error) : NULL;
  if (rows == NULL)
    return pamong_cli_fail (cli, error);
  b = pamong_cli_list (total);
  for (guint i = 0; i < rows->len; i++)
    put_row (b, rows->pdata[i]);
  return pamong_cli_print_list (cli, b);
}

static int
show (PamongCli *cli)
{
  GError *error = NULL;
  g_autoptr (PamongStore) store = NULL;

  if (pamong_cli_arg (cli, 0) == NULL)
    return pamong_cli_usage (cli, "letter show UID");
  store = pamong_cli_open (cli, TRUE, &error);
  return print_stored (cli, store, pamong_cli_arg (cli, 0), error);
}

static int
file (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (GBytes) pdf = NULL;

  if (pamong_cli_arg (cli, 0) == NULL || pamong_cli_flag (cli, "out") == NULL)
    return pamong_cli_usage (cli, "letter file UID --out FILE");
  store = pamong_cli_open (cli, TRUE, &error);
  pdf = store != NULL ? pamong_letter_file (store, pamong_cli_arg (cli, 0), &error) : NULL;
  if (pdf == NULL && error == NULL)
    g_set_error_literal (&error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("The page of this letter is kept on the computer that issued it."));
  if (pdf == NULL || !write_out (cli, pdf, &error))
    return pamong_cli_fail (cli, error);
  return PAMONG_EXIT_DONE;
}

static int
state (PamongCli *cli)
{
  static const struct { const char *name; PamongLetterState state; } states[] = { { "unsigned", PAMONG_LETTER_UNSIGNED }, { "ready", PAMONG_LETTER_READY }, { "taken", PAMONG_LETTER_TAKEN } };
  const char *uid = pamong_cli_arg (cli, 0), *name = pamong_cli_flag (cli, "to");
  g_autoptr (PamongOffice) office = NULL;
  GError *error = NULL;
  guint i = 0;

  while (i < G_N_ELEMENTS (states) && g_strcmp0 (states[i].name, name) != 0)
    i++;
  if (uid == NULL || i == G_N_ELEMENTS (states))
    return pamong_cli_usage (cli, "letter state UID --to unsigned|ready|taken [--by NAME]");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  pamong_office_set_letter_state (office, uid, states[i].state, pamong_cli_flag (cli, "by"), &error);
  return print_stored (cli, pamong_office_store (office), uid, error);
}

static int
make_void (PamongCli *cli)
{
  const char *uid = pamong_cli_arg (cli, 0);
  g_autoptr (PamongOffice) office = NULL;
  GError *error = NULL;

  if (uid == NULL || pamong_cli_flag (cli, "reason") == NULL)
    return pamong_cli_usage (cli, "letter void UID --reason WORDS");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  pamong_office_void_letter (office, uid, pamong_cli_flag (cli, "reason"), &error);
  return print_stored (cli, pamong_office_store (office), uid, error);
}

static int
link_event (PamongCli *cli)
{
  const char *uid = pamong_cli_arg (cli, 0);
  g_autoptr (PamongOffice) office = NULL;
  GError *error = NULL;

  if (uid == NULL)
    return pamong_cli_usage (cli, "letter link UID [--event UID]");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  pamong_office_link_letter (office, uid, pamong_cli_flag (cli, "event"), &error);
  return print_stored (cli, pamong_office_store (office), uid, error);
}

static int
print_verify (PamongCli *cli, const PamongVerify *verify)
{
  static const char *const names[] = { [PAMONG_VERIFY_MATCHES] = "matches", [PAMONG_VERIFY_DIFFERS] = "differs", [PAMONG_VERIFY_NOT_FOUND] = "not-found", [PAMONG_VERIFY_VOID] = "void" };
  JsonBuilder *b = json_builder_new ();

  json_builder_begin_object (b);
  pamong_cli_put_text (b, "outcome", names[verify->outcome]);
  pamong_cli_put_text (b, "words", verify->words);
  pamong_cli_put_text (b, "detail", verify->detail);
  pamong_cli_put_text (b, "number", verify->number);
  pamong_cli_put_text (b, "date", verify->date);
  pamong_cli_put_text (b, "area", verify->area);
  if (verify->letter != NULL)
    {
      json_builder_set_member_name (b, "letter");
      put_letter (b, verify->letter);
    }
  json_builder_end_object (b);
  pamong_cli_print (cli, b);
  return verify->outcome == PAMONG_VERIFY_MATCHES ? PAMONG_EXIT_DONE : PAMONG_EXIT_REFUSED;
}

static PamongVerify *
verify_file (PamongStore *store, const char *path, GError **error)
{
  char *data;
  gsize size;
  g_autoptr (GBytes) pdf = NULL;

  if (!g_file_get_contents (path, &data, &size, error))
    return NULL;
  pdf = g_bytes_new_take (data, size);
  return pamong_verify_pdf (store, pdf, error);
}

static int
verify (PamongCli *cli)
{
  const char *code = pamong_cli_flag (cli, "code"), *path = pamong_cli_flag (cli, "pdf");
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongVerify) found = NULL;

  if ((code == NULL) == (path == NULL))
    return pamong_cli_usage (cli, "letter verify --code CODE | --pdf FILE");
  if ((store = pamong_cli_open (cli, TRUE, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  found = code != NULL ? pamong_verify_code (store, code, &error) : verify_file (store, path, &error);
  return found != NULL ? print_verify (cli, found) : pamong_cli_fail (cli, error);
}

const PamongCommand pamong_commands_letter[] = {
  { "letter types", "", NULL, list_types },
  { "letter next", "--type TYPE [--date DATE]", NULL, next_number },
  { "letter check", "[UID|NIK] " CASE_FLAGS, NULL, check },
  { "letter issue", "[UID|NIK] [--out FILE] [--closed-year] " CASE_FLAGS, "closed-year", issue_new },
  { "letter again", "UID [--out FILE] [--closed-year]", "closed-year", issue_again },
  { "letter list", "[--text WORDS] [--type TYPE] [--area CODE] [--from DATE] [--until DATE] [--waiting] [--limit N]", "waiting", list_letters },
  { "letter show", "UID", NULL, show },
  { "letter file", "UID --out FILE", NULL, file },
  { "letter state", "UID --to unsigned|ready|taken [--by NAME]", NULL, state },
  { "letter void", "UID --reason WORDS", NULL, make_void },
  { "letter link", "UID [--event UID]", NULL, link_event },
  { "letter verify", "[--code CODE] [--pdf FILE]", NULL, verify },
  { NULL, NULL, NULL, NULL }
};
