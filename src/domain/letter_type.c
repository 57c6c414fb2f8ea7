/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/letter_type.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "domain/error.h"

/* A type that a village shares between threads is counted; the built-in ones live as long as the program. */
typedef struct {
  PamongLetterType type;
  gatomicrefcount refs;
} Counted;

typedef struct {
  GKeyFile *file;
  const char *group;
  GError *error;
} Reading;

static const char *const TYPE_KEYS = " name short words about group rank purpose code_old code_new code_note pattern signers attachments papers approval valid_days valid_months once_days event introduction internal ";
static const char *const FIELD_KEYS = " label type required show usual hint choices ";
static const char *const PERSON_KEYS = " label source life required many most sex min_age max_age same_family usual needs show ";
static const char *const WARNING_KEYS = " when words stops ";

static void
field_free (gpointer data)
{
  PamongLetterField *field = data;

  g_free (field->id);
  g_free (field->label);
  g_free (field->list);
  g_strfreev (field->choices);
  g_free (field->show);
  g_free (field->usual);
  g_free (field->hint);
  g_free (field);
}

static void
person_free (gpointer data)
{
  PamongLetterPerson *person = data;

  g_free (person->id);
  g_free (person->label);
  g_free (person->usual);
  g_free (person->show);
  g_strfreev (person->needs);
  g_ptr_array_unref (person->columns);
  g_free (person);
}

static void
warning_free (gpointer data)
{
  PamongLetterWarning *warning = data;

  g_free (warning->condition);
  g_free (warning->words);
  g_free (warning);
}

static void
complain (Reading *reading, const char *key)
{
  if (reading->error == NULL)
    g_set_error (&reading->error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("[%s] %s: this has no meaning here."), reading->group, key);
}

static char *
text (Reading *reading, const char *key)
{
  g_autofree char *value = g_key_file_get_string (reading->file, reading->group, key, NULL);

  return value != NULL && *g_strstrip (value) != '\0' ? g_steal_pointer (&value) : NULL;
}

static char *
text_or_empty (Reading *reading, const char *key)
{
  char *value = text (reading, key);

  return value != NULL ? value : g_strdup ("");
}

static char *
needed (Reading *reading, const char *key)
{
  char *value = text (reading, key);

  if (value == NULL)
    complain (reading, key);
  return value != NULL ? value : g_strdup ("");
}

static char **
texts (Reading *reading, const char *key)
{
  g_autofree char *value = text (reading, key);
  char **parts = value != NULL ? g_strsplit (value, ";", -1) : g_new0 (char *, 1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  return parts;
}

static int
number (Reading *reading, const char *key)
{
  g_autofree char *value = text (reading, key);
  guint64 n = 0;

  if (value != NULL && !g_ascii_string_to_unsigned (value, 10, 0, 100000, &n, NULL))
    complain (reading, key);
  return (int) n;
}

static gboolean
truth (Reading *reading, const char *key)
{
  g_autofree char *value = text (reading, key);

  if (value != NULL && !g_str_equal (value, "true") && !g_str_equal (value, "false"))
    complain (reading, key);
  return value != NULL && g_str_equal (value, "true");
}

/* Returns: its place among @words, parted by spaces; 0 when the key is missing. */
static int
choice (Reading *reading, const char *key, const char *words)
{
  g_autofree char *value = text (reading, key);
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (int i = 0; value != NULL && each[i] != NULL; i++)
    if (g_str_equal (value, each[i]))
      return i;
  if (value != NULL)
    complain (reading, key);
  return 0;
}

static void
check_keys (Reading *reading, const char *allowed)
{
  g_auto (GStrv) keys = g_key_file_get_keys (reading->file, reading->group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf (" %s ", keys[i]);

      if (strstr (allowed, key) == NULL)
        complain (reading, keys[i]);
    }
}

static void
read_answer (Reading *reading, PamongLetterField *field)
{
  static const char *const names[] = { "text", "area", "number", "money", "date", "time", "code", "choice", "bool" };
  g_autofree char *value = text (reading, "type");
  g_auto (GStrv) parts = g_strsplit (value != NULL ? value : "text", ":", 2);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (parts[0], names[i]) == 0)
      {
        field->type = (PamongAnswerType) i;
        field->list = i == PAMONG_ANSWER_CODE && parts[1] != NULL ? g_strdup (parts[1]) : NULL;
        if (i != PAMONG_ANSWER_CODE || (field->list != NULL && pamong_codes_list (field->list) != NULL))
          return;
      }
  complain (reading, "type");
}

static PamongLetterField *
read_field (Reading *reading, const char *id)
{
  PamongLetterField *field = g_new0 (PamongLetterField, 1);

  check_keys (reading, FIELD_KEYS);
  field->id = g_strdup (id);
  field->label = needed (reading, "label");
  field->show = text (reading, "show");
  field->usual = text (reading, "usual");
  field->hint = text (reading, "hint");
  field->required = truth (reading, "required");
  read_answer (reading, field);
  field->choices = texts (reading, "choices");
  if (field->choices[0] == NULL)
    g_clear_pointer (&field->choices, g_strfreev);
  if (field->type == PAMONG_ANSWER_CHOICE && field->choices == NULL)
    complain (reading, "choices");
  return field;
}

static PamongLetterPerson *
read_person (Reading *reading, const char *id)
{
  PamongLetterPerson *person = g_new0 (PamongLetterPerson, 1);

  check_keys (reading, PERSON_KEYS);
  person->columns = g_ptr_array_new_with_free_func (field_free);
  person->id = g_strdup (id);
  person->label = needed (reading, "label");
  person->usual = text (reading, "usual");
  person->show = text (reading, "show");
  person->needs = texts (reading, "needs");
  person->source = (PamongPersonSource) choice (reading, "source", "resident outsider either");
  person->life = (PamongPersonLife) choice (reading, "life", "alive dead any");
  person->required = truth (reading, "required");
  person->many = truth (reading, "many");
  person->same_family = truth (reading, "same_family");
  person->most = (guint) number (reading, "most");
  person->sex = number (reading, "sex");
  person->min_age = number (reading, "min_age");
  person->max_age = number (reading, "max_age");
  return person;
}

static PamongLetterPerson *
find_person (PamongLetterType *type, const char *id, gsize length)
{
  for (guint i = 0; i < type->persons->len; i++)
    {
      PamongLetterPerson *person = g_ptr_array_index (type->persons, i);

      if (strlen (person->id) == length && strncmp (person->id, id, length) == 0)
        return person;
    }
  return NULL;
}

static void
read_column (Reading *reading, PamongLetterType *type, const char *name)
{
  const char *dot = strchr (name, '.');
  PamongLetterPerson *person = dot != NULL ? find_person (type, name, (gsize) (dot - name)) : NULL;

  if (person == NULL)
    complain (reading, "column");
  else
    g_ptr_array_add (person->columns, read_field (reading, dot + 1));
}

static void
read_warning (Reading *reading, PamongLetterType *type)
{
  PamongLetterWarning *warning = g_new0 (PamongLetterWarning, 1);

  check_keys (reading, WARNING_KEYS);
  warning->condition = needed (reading, "when");
  warning->words = needed (reading, "words");
  warning->stops = truth (reading, "stops");
  g_ptr_array_add (type->warnings, warning);
}

static void
read_letter (Reading *reading, PamongLetterType *type)
{
  check_keys (reading, TYPE_KEYS);
  type->name = needed (reading, "name");
  type->short_name = text (reading, "short");
  type->words = text (reading, "words");
  type->about = text_or_empty (reading, "about");
  type->group = text_or_empty (reading, "group");
  type->purpose = text_or_empty (reading, "purpose");
  type->code_old = text_or_empty (reading, "code_old");
  type->code_new = text_or_empty (reading, "code_new");
  type->code_note = text_or_empty (reading, "code_note");
  type->pattern = text (reading, "pattern");
  type->signers = texts (reading, "signers");
  type->attachments = texts (reading, "attachments");
  type->papers = texts (reading, "papers");
  type->approval = texts (reading, "approval");
  type->rank = number (reading, "rank");
  type->valid_days = number (reading, "valid_days");
  type->valid_months = number (reading, "valid_months");
  type->once_days = number (reading, "once_days");
  type->event = (PamongLetterEvent) choice (reading, "event", "none birth death move_out arrival split");
  type->introduction = truth (reading, "introduction");
  type->internal = truth (reading, "internal");
}

static void
read_group (Reading *reading, PamongLetterType *type)
{
  const char *space = strchr (reading->group, ' '), *id = space != NULL ? space + 1 : "";

  if (g_str_equal (reading->group, "letter"))
    read_letter (reading, type);
  else if (g_str_has_prefix (reading->group, "person ") && *id != '\0')
    g_ptr_array_add (type->persons, read_person (reading, id));
  else if (g_str_has_prefix (reading->group, "column ") && *id != '\0')
    read_column (reading, type, id);
  else if (g_str_has_prefix (reading->group, "field ") && *id != '\0')
    g_ptr_array_add (type->fields, read_field (reading, id));
  else if (g_str_has_prefix (reading->group, "warning ") && *id != '\0')
    read_warning (reading, type);
  else
    complain (reading, "[]");
}

static PamongLetterType *
new_type (const char *key, const char *ini, const char *body)
{
  Counted *counted = g_new0 (Counted, 1);
  PamongLetterType *type = &counted->type;

  g_atomic_ref_count_init (&counted->refs);
  type->key = g_strdup (key);
  type->ini = g_strdup (ini);
  type->body = g_strdup (body);
  type->persons = g_ptr_array_new_with_free_func (person_free);
  type->fields = g_ptr_array_new_with_free_func (field_free);
  type->warnings = g_ptr_array_new_with_free_func (warning_free);
  return type;
}

PamongLetterType *
pamong_letter_type_parse (const char *key, const char *ini, const char *body, GError **error)
{
  g_autoptr (PamongLetterType) type = new_type (key, ini, body);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  Reading reading = { .file = file, .group = "letter" };

  if (!g_key_file_load_from_data (file, ini, (gsize) -1, G_KEY_FILE_NONE, NULL) || !g_key_file_has_group (file, "letter"))
    complain (&reading, "[letter]");
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL && reading.error == NULL; i++)
    {
      reading.group = groups[i];
      read_group (&reading, type);
    }
  if (reading.error != NULL)
    {
      g_propagate_error (error, reading.error);
      return NULL;
    }
  return g_steal_pointer (&type);
}

PamongLetterType *
pamong_letter_type_ref (PamongLetterType *type)
{
  g_atomic_ref_count_inc (&((Counted *) type)->refs);
  return type;
}

void
pamong_letter_type_unref (PamongLetterType *type)
{
  if (type == NULL || !g_atomic_ref_count_dec (&((Counted *) type)->refs))
    return;
  char *texts_of[] = { type->key, type->name, type->short_name, type->words, type->about, type->group, type->purpose, type->code_old, type->code_new, type->code_note, type->pattern, type->ini, type->body };
  char **lists[] = { type->signers, type->attachments, type->papers, type->approval };

  for (guint i = 0; i < G_N_ELEMENTS (texts_of); i++)
    g_free (texts_of[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    g_strfreev (lists[i]);
  g_ptr_array_unref (type->persons);
  g_ptr_array_unref (type->fields);
  g_ptr_array_unref (type->warnings);
  g_free (type);
}

char *
pamong_letter_type_hash (const PamongLetterType *type)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (sum, (const guchar *) type->ini, (gssize) strlen (type->ini) + 1);
  g_checksum_update (sum, (const guchar *) type->body, (gssize) strlen (type->body) + 1);
  return g_strdup (g_checksum_get_string (sum));
}

const PamongLetterPerson *
pamong_letter_type_person (const PamongLetterType *type, const char *id)
{
  return find_person ((PamongLetterType *) type, id, strlen (id));
}

const PamongLetterField *
pamong_letter_type_field (const PamongLetterType *type, const char *id)
{
  for (guint i = 0; i < type->fields->len; i++)
    if (g_str_equal (((PamongLetterField *) type->fields->pdata[i])->id, id))
      return type->fields->pdata[i];
  return NULL;
}

static gboolean
shown (const char *show, PamongLetterFacts *facts)
{
  return show == NULL || pamong_condition_holds (show, facts, NULL, 0);
}

static gboolean
is_empty (PamongLetterFacts *facts, const char *prefix, const char *id)
{
  g_autofree char *key = g_strconcat (prefix, id, NULL);

  return *pamong_letter_facts_get (facts, key) == '\0' && pamong_letter_facts_n_rows (facts, key) == 0;
}

static void
miss_person (GStrvBuilder *missing, const PamongLetterPerson *person, PamongLetterFacts *facts)
{
  g_autofree char *name = g_strconcat (person->id, ".name", NULL), *prefix = g_strconcat (person->id, ".", NULL);

  if (!shown (person->show, facts))
    return;
  if (is_empty (facts, "", name) && pamong_letter_facts_n_rows (facts, person->id) == 0)
    {
      if (person->required)
        g_strv_builder_add (missing, person->label);
      return;
    }
  for (guint i = 0; i < person->columns->len; i++)
    {
      const PamongLetterField *column = person->columns->pdata[i];
      gboolean empty = !person->many && is_empty (facts, prefix, column->id);

      for (guint row = 0; person->many && row < pamong_letter_facts_n_rows (facts, person->id); row++)
        empty |= *pamong_letter_facts_cell (facts, person->id, row, column->id) == '\0';
      if (column->required && shown (column->show, facts) && empty)
        g_strv_builder_add (missing, column->label);
    }
}

char **
pamong_letter_type_missing (const PamongLetterType *type, PamongLetterFacts *facts)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (guint i = 0; i < type->persons->len; i++)
    miss_person (missing, type->persons->pdata[i], facts);
  for (guint i = 0; i < type->fields->len; i++)
    {
      const PamongLetterField *field = type->fields->pdata[i];

      if (field->required && shown (field->show, facts) && is_empty (facts, "answer.", field->id))
        g_strv_builder_add (missing, field->label);
    }
  return g_strv_builder_end (missing);
}

GPtrArray *
pamong_letter_type_warnings (const PamongLetterType *type, PamongLetterFacts *facts)
{
  GPtrArray *raised = g_ptr_array_new ();

  for (guint i = 0; i < type->warnings->len; i++)
    if (pamong_condition_holds (((PamongLetterWarning *) type->warnings->pdata[i])->condition, facts, NULL, 0))
      g_ptr_array_add (raised, type->warnings->pdata[i]);
  return raised;
}

char *
pamong_letter_type_valid_until (const PamongLetterType *type, const char *date)
{
  g_auto (GStrv) parts = NULL;
  GDate until;

  if (type->valid_months == 0)
    return type->valid_days > 0 ? pamong_date_add_days (date, type->valid_days) : NULL;
  if (!pamong_date_is_valid (date))
    return NULL;
  parts = g_strsplit (date, "-", 3);
  g_date_clear (&until, 1);
  g_date_set_dmy (&until, (GDateDay) g_ascii_strtoull (parts[2], NULL, 10), (GDateMonth) g_ascii_strtoull (parts[1], NULL, 10), (GDateYear) g_ascii_strtoull (parts[0], NULL, 10));
  g_date_add_months (&until, (guint) type->valid_months);
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&until), (int) g_date_get_month (&until), g_date_get_day (&until));
}
