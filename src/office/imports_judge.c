/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with the rows of an import, and which of them stay out. A block keeps a row out; what an operator could accept with a reason comes in and stands in Perlu
 * dicek afterwards. */
#include "office/imports_private.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "domain/codes.h"
#include "office/accounts.h"

struct _PamongImportJudge {
  PamongOffice *office;
  const PamongImport *import;
  PamongPeople *people;
  PamongWrite *write;
  GHashTable *columns; /* "resident.nik" -> "C" */
  PamongFacts facts;
  char *today;
  char *limit, *who; /* (nullable): of an account limited to a part; whom to ask */
  guint outside;     /* rows that are not of that part */
};

static GHashTable *
read_columns (const char *text)
{
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) pairs = g_strsplit (text != NULL ? text : "", " ", -1);

  for (guint i = 0; pairs[i] != NULL; i++)
    {
      char *equals = strchr (pairs[i], '=');

      if (equals != NULL)
        g_hash_table_insert (columns, g_strndup (pairs[i], (gsize) (equals - pairs[i])), g_strdup (equals + 1));
    }
  return columns;
}

static PamongHolder *
holder_cb (const char *nik, const char *except_uid, gpointer data)
{
  PamongImportJudge *judge = data;
  const PamongKnown *known = pamong_people_holder (judge->people, nik, except_uid);
  g_autoptr (PamongRecord) resident = known != NULL ? pamong_store_get (judge->office->store, PAMONG_KIND_RESIDENT, known->uid, NULL) : NULL;
  PamongHolder *holder;

  if (resident == NULL)
    return NULL;
  holder = g_new0 (PamongHolder, 1);
  holder->uid = g_strdup (known->uid);
  holder->name = g_strdup (pamong_record_text (resident, PAMONG_RESIDENT_NAME));
  holder->area = g_strdup (resident->area);
  return holder;
}

static gboolean
is_waived_cb (const char *subject_uid, const char *rule, const char *value, gpointer data)
{
  PamongImportJudge *judge = data;

  return pamong_store_is_waived (judge->office->store, subject_uid, rule, value);
}

PamongImportJudge *
pamong_import_judge_new (PamongOffice *office, const PamongImport *import, PamongPeople *people, PamongWrite *write)
{
  PamongImportJudge *judge = g_new0 (PamongImportJudge, 1);

  judge->office = office;
  judge->import = import;
  judge->people = people;
  judge->write = write;
  judge->columns = read_columns (import->columns);
  judge->today = pamong_clock_today ();
  if (pamong_account_is_limited (office->account))
    {
      judge->limit = pamong_account_limit_words (office->store, office->account);
      judge->who = pamong_import_who (office);
    }
  judge->facts = (PamongFacts) { .today = judge->today, .nik_holder = holder_cb, .is_waived = is_waived_cb, .data = judge };
  return judge;
}

void
pamong_import_judge_free (PamongImportJudge *judge)
{
  g_hash_table_unref (judge->columns);
  g_free (judge->today);
  g_free (judge->limit);
  g_free (judge->who);
  g_free (judge);
}

/* @field: (nullable): what it speaks of. @value: (nullable): as it was read. */
static gboolean
tell (PamongImportJudge *judge, guint n, const PamongField *field, const char *value, const char *rule, PamongSeverity severity, const char *message, const char *remedy, GError **error)
{
  g_autofree char *key = field != NULL ? g_strconcat (pamong_kind_name (field->kind), ".", field->key, NULL) : NULL;
  PamongStagedFinding finding = { .n = n, .key = key, .value = (char *) value, .rule = (char *) rule, .message = (char *) message, .remedy = (char *) remedy, .severity = (int) severity };

  finding.column = key != NULL ? g_hash_table_lookup (judge->columns, key) : NULL;
  return pamong_staging_add_finding (judge->write, judge->import->id, &finding, error);
}

static gboolean
refuse (PamongImportJudge *judge, PamongStagedRow *row, const PamongRecord *record, int field, const char *rule, const char *message, const char *remedy, GError **error)
{
  g_autofree char *value = record != NULL && field >= 0 ? pamong_record_format (record, field) : NULL;

  row->outcome = PAMONG_IMPORT_REFUSED;
  return tell (judge, row->n, record != NULL && field >= 0 ? pamong_field_get (record->kind, field) : NULL, value, rule, PAMONG_SEVERITY_BLOCK, message, remedy, error);
}

static gboolean
refuse_clash (PamongImportJudge *judge, PamongStagedRow *row, const PamongRowFact *fact, GError **error)
{
  const PamongRowFact *other = pamong_people_fact (judge->people, fact->other);
  gboolean repeat = fact->fault == PAMONG_ROW_REPEAT;
  int field = fact->nik != 0 && fact->nik == other->nik ? PAMONG_RESIDENT_NIK : PAMONG_RESIDENT_NAME;
  g_autofree char *where = other->sheet != fact->sheet ? g_strdup_printf (_("row %u of sheet %s"), other->row, other->sheet) : g_strdup_printf (_("row %u"), other->row);
  g_autofree char *message = g_strdup_printf (repeat ? _("This row says the same as %s.") : _("This row and %s speak of one person, but not alike."), where);

  return refuse (judge, row, row->person, field, "import-repeat", message,
                 repeat ? _("Nothing is lost: the first one counts. Take this row out of the file.") : _("Look at both rows, mend the wrong one or take it out, and read the file again."), error);
}

static gboolean
refuse_fault (PamongImportJudge *judge, PamongStagedRow *row, const PamongRowFact *fact, GError **error)
{
  switch (fact->fault)
    {
    case PAMONG_ROW_REPEAT:
    case PAMONG_ROW_CLASH:
      return refuse_clash (judge, row, fact, error);
    case PAMONG_ROW_AMBIGUOUS:
      return refuse (judge, row, row->person, PAMONG_RESIDENT_NAME, "import-ambiguous", _("Two or more residents have this name, birth date and birth place."),
                     _("Write the NIK into the row, so that it is known who is meant."), error);
    case PAMONG_ROW_TAKEN:
      return refuse (judge, row, row->person, PAMONG_RESIDENT_NIK, "nik-taken", _("A resident with another name and another birth date has this NIK."),
                     _("Look at the KTP of both and mend the NIK in the file, or the resident's data."), error);
    case PAMONG_ROW_REMOVED:
      return refuse (judge, row, row->person, PAMONG_RESIDENT_NAME, "import-removed", _("This person was taken off the list of residents."),
                     _("If that was wrong, put the person back on the list from their page, then read the file again."), error);
    case PAMONG_ROW_ELSEWHERE:
      {
        g_autofree char *village = pamong_regions_title (row->area), *message = g_strdup_printf (_("This row is of another village: %s (%s)."), village, row->area);

        return refuse (judge, row, NULL, -1, "import-village", message, _("Read the file at the village it is for, or take these rows out."), error);
      }
    case PAMONG_ROW_FINE:
    default:
      return TRUE;
    }
}

/* Known here otherwise than the file says: told, never made so by an import. */
static gboolean
tell_status (PamongImportJudge *judge, const PamongStagedRow *row, const PamongKnown *known, GError **error)
{
  if (row->status == 0 || known->status == row->status || known->undone)
    return TRUE;
  return tell (judge, row->n, NULL, pamong_status_name (row->status), "import-status", PAMONG_SEVERITY_WARN,
               row->status == PAMONG_STATUS_ALIVE ? _("The file counts this person as living here; the list of residents does not.")
                                                  : _("The file says that this person died, moved or is missing; the list of residents does not."),
               _("An import never changes what has become of somebody. Note the event on the resident's page if the file is right."), error);
}

gboolean
pamong_import_judge_rows (PamongImportJudge *judge, PamongImportCard *card, GError **error)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      PamongStagedRow *row = card->rows->pdata[i];
      const PamongRowFact *fact = pamong_people_fact (judge->people, row->n);

      if (row->unread)
        row->outcome = PAMONG_IMPORT_REFUSED; /* reading has said why */
      if (fact->fault != PAMONG_ROW_FINE && !refuse_fault (judge, row, fact, error))
        return FALSE;
      if (fact->fault == PAMONG_ROW_FINE && fact->known != NULL)
        {
          g_free (row->resident_uid);
          row->resident_uid = g_strdup (fact->known->uid);
          if (!tell_status (judge, row, fact->known, error))
            return FALSE;
        }
    }
  return TRUE;
}

static gboolean
is_living (const PamongImportCard *card, const PamongRowFact *fact, guint i)
{
  const PamongStagedRow *row = card->rows->pdata[i];

  if (fact->known != NULL && !fact->known->undone)
    return fact->known->status == PAMONG_STATUS_ALIVE;
  return row->status == 0 || row->status == PAMONG_STATUS_ALIVE;
}

static gboolean
is_written (const PamongStagedRow *row)
{
  return row->outcome == PAMONG_IMPORT_NEW || row->outcome == PAMONG_IMPORT_CHANGED;
}

/* A field is judged when this import writes it: what was wrong before stays as it was. */
static gboolean
is_brought (const PamongImportCard *card, guint i, int field)
{
  const PamongRecord *stored = card->stored->pdata[i], *after = card->after->pdata[i];

  if (stored == NULL)
    return TRUE;
  return field >= 0 ? pamong_record_differs (stored, after, field) : pamong_record_differs (stored, after, PAMONG_RESIDENT_FAMILY_UID);
}

/* @i: the row; a finding about the card itself stands at the row of its head. */
static gboolean
tell_finding (PamongImportJudge *judge, PamongImportCard *card, guint i, const PamongFinding *finding, GError **error)
{
  PamongStagedRow *row = card->rows->pdata[i];
  const PamongRecord *after = finding->kind == PAMONG_KIND_FAMILY ? card->family : card->after->pdata[i];
  gboolean brought = finding->kind == PAMONG_KIND_FAMILY || is_brought (card, i, finding->field);
  g_autofree char *value = finding->field >= 0 ? pamong_record_format (after, finding->field) : NULL;

  if (!is_written (row) || !brought || g_str_equal (finding->rule, "field-missing"))
    return TRUE;
  if (finding->severity == PAMONG_SEVERITY_BLOCK)
    row->outcome = PAMONG_IMPORT_REFUSED;
  return tell (judge, row->n, finding->field >= 0 ? pamong_field_get (finding->kind, finding->field) : NULL, value, finding->rule, finding->severity, finding->message, finding->remedy, error);
}

/* What keeps the card out keeps out everybody on it. */
static gboolean
refuse_card (PamongImportJudge *judge, PamongImportCard *card, const PamongFinding *finding, GError **error)
{
  for (guint i = 0; i < card->rows->len; i++)
    {
      PamongStagedRow *row = card->rows->pdata[i];

      if (is_written (row) && pamong_import_is_placed (card, i)
          && !refuse (judge, row, finding->field >= 0 ? card->family : card->after->pdata[i], finding->field >= 0 ? finding->field : PAMONG_RESIDENT_SHDK, finding->rule, finding->message, finding->remedy, error))
        return FALSE;
    }
  return TRUE;
}

/* @rows: row of each member, -1 for those who are not in the file. */
static PamongFamilyCard *
lay_out (PamongImportJudge *judge, const PamongImportCard *card, GArray *rows)
{
  PamongFamilyCard *laid = g_new0 (PamongFamilyCard, 1);

  laid->family = card->family;
  laid->members = g_ptr_array_new ();
  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];
      int at = (int) i;

      if (row->outcome == PAMONG_IMPORT_REFUSED || !pamong_import_is_placed (card, i) || !is_living (card, pamong_people_fact (judge->people, row->n), i))
        continue;
      g_ptr_array_add (laid->members, card->after->pdata[i]);
      g_array_append_val (rows, at);
    }
  for (guint i = 0; card->card_stored != NULL && i < card->card_stored->members->len; i++)
    {
      PamongRecord *member = card->card_stored->members->pdata[i];
      int none = -1;
      gboolean in_file = FALSE;

      for (guint j = 0; j < card->stored->len; j++)
        in_file |= card->stored->pdata[j] != NULL && g_str_equal (((PamongRecord *) card->stored->pdata[j])->uid, member->uid);
      if (in_file)
        continue;
      g_ptr_array_add (laid->members, member);
      g_array_append_val (rows, none);
    }
  return laid;
}

static gboolean
is_head (const PamongRecord *person)
{
  return person != NULL && pamong_record_int (person, PAMONG_RESIDENT_SHDK) == PAMONG_SHDK_HEAD;
}

static void
name_head (GString *names, const PamongRecord *person, const PamongStagedRow *row)
{
  const char *name = pamong_record_text (person, PAMONG_RESIDENT_NAME);

  if (names->len > 0)
    g_string_append (names, ", ");
  if (row != NULL)
    g_string_append_printf (names, _("%s (row %u)"), name != NULL ? name : "-", row->row);
  else
    g_string_append_printf (names, _("%s (stands here already)"), name != NULL ? name : "-");
}

/* @n: (out): how many. Returns: (transfer full): the heads of @laid, and where they stand. */
static char *
name_heads (const PamongImportCard *card, const PamongFamilyCard *laid, const GArray *rows, guint *n)
{
  GString *names = g_string_new (NULL);

  *n = 0;
  for (guint i = 0; i < laid->members->len; i++)
    {
      int at = g_array_index (rows, int, i);

      if (!is_head (laid->members->pdata[i]))
        continue;
      *n += 1;
      name_head (names, laid->members->pdata[i], at >= 0 ? card->rows->pdata[at] : NULL);
    }
  return g_string_free (names, FALSE);
}

/* Returns: (transfer full): the heads of the file who stay out. */
static char *
name_refused_heads (const PamongImportCard *card)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < card->rows->len; i++)
    {
      const PamongStagedRow *row = card->rows->pdata[i];
      const PamongRecord *person = row->person != NULL ? row->person : card->after->pdata[i];

      if (row->outcome == PAMONG_IMPORT_REFUSED && is_head (person))
        name_head (names, person, row);
    }
  return g_string_free (names, FALSE);
}

/* Does this row make somebody head of this card who was not? */
static gboolean
brings_head (const PamongImportCard *card, guint i)
{
  const PamongRecord *stored = card->stored->pdata[i];

  if (!is_written (card->rows->pdata[i]) || !pamong_import_is_placed (card, i) || !is_head (card->after->pdata[i]))
    return FALSE;
  return !is_head (stored) || g_strcmp0 (pamong_record_text (stored, PAMONG_RESIDENT_FAMILY_UID), card->family->uid) != 0;
}

static gboolean
tell_head (PamongImportJudge *judge, const PamongImportCard *card, guint i, const char *message, gboolean is_out, GError **error)
{
  g_autofree char *value = pamong_record_format (card->after->pdata[i], PAMONG_RESIDENT_SHDK);

  return tell (judge, ((PamongStagedRow *) card->rows->pdata[i])->n, pamong_field_get (PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_SHDK), value, "head-count", PAMONG_SEVERITY_WARN, message,
               is_out ? _("The others come in and stand in Perlu dicek. Mend the row of the head and read the file again: the head then joins this family.")
                      : _("They come in as the file says and stand in Perlu dicek. Mend this column and read the file again, or choose the head afterwards on the page of the family."), error);
}

static char *
card_words (const PamongImportCard *card)
{
  const char *number = pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER);

  return number != NULL ? g_strdup_printf (_("Card %s"), number) : g_strdup (_("The card of these rows"));
}

/* Nobody is kept out for a head too many or none: who leads the family is settled by a person, best with the card in hand. Counted when it is known who comes in. */
static gboolean
judge_heads (PamongImportJudge *judge, const PamongImportCard *card, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  g_autofree char *heads = NULL, *out = NULL, *message = NULL, *number = card_words (card);
  PamongFamilyCard *laid = lay_out (judge, card, rows);
  guint n, living = laid->members->len;
  gboolean done = TRUE, told = FALSE;

  heads = name_heads (card, laid, rows, &n);
  g_ptr_array_unref (laid->members);
  g_free (laid);
  if (living == 0 || n == 1)
    return TRUE;
  out = name_refused_heads (card);
  message = n > 1 ? g_strdup_printf (_("%1$s has %2$u heads of family: %3$s."), number, n, heads)
                  : *out != '\0' ? g_strdup_printf (_("%1$s is without a head of family: %2$s stays out."), number, out) : g_strdup_printf (_("%s is without a head of family."), number);
  for (guint i = 0; done && !told && i < card->rows->len; i++)
    if (n > 1 ? brings_head (card, i) : is_written (card->rows->pdata[i]) && pamong_import_is_placed (card, i))
      {
        done = tell_head (judge, card, i, message, n == 0 && *out != '\0', error);
        told = n == 0;
      }
  return done;
}

static gboolean
judge_family (PamongImportJudge *judge, PamongImportCard *card, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) findings = pamong_findings_new ();
  PamongFamilyCard *laid = lay_out (judge, card, rows);
  gboolean done = TRUE;

  if (laid->members->len > 0)
    pamong_rules_check_family (laid, FALSE, &judge->facts, findings);
  for (guint i = 0; done && i < findings->len; i++)
    {
      const PamongFinding *finding = findings->pdata[i];
      int row = finding->member >= 0 && finding->member < (int) rows->len ? g_array_index (rows, int, finding->member) : finding->member < 0 ? (int) card->source : -1;

      if (g_str_equal (finding->rule, "head-count"))
        continue; /* told by name below, when it is known who comes in */
      if (finding->kind == PAMONG_KIND_FAMILY && finding->severity == PAMONG_SEVERITY_BLOCK)
        done = !card->is_new || refuse_card (judge, card, finding, error);
      else if (row >= 0 && card->after->pdata[row] != NULL)
        done = tell_finding (judge, card, (guint) row, finding, error);
    }
  g_ptr_array_unref (laid->members);
  g_free (laid);
  return done;
}

/* People on no card, and those who are on another one. */
static gboolean
judge_alone (PamongImportJudge *judge, PamongImportCard *card, guint i, GError **error)
{
  const PamongStagedRow *row = card->rows->pdata[i];
  gboolean laid = pamong_import_is_placed (card, i) && is_living (card, pamong_people_fact (judge->people, row->n), i);
  g_autoptr (GPtrArray) findings = NULL;
  gboolean done = TRUE;

  if (laid || !is_written (row))
    return TRUE;
  findings = pamong_findings_new ();
  pamong_rules_check_resident (card->after->pdata[i], NULL, &judge->facts, findings);
  for (guint j = 0; done && j < findings->len; j++)
    done = tell_finding (judge, card, i, findings->pdata[j], error);
  return done;
}

/* Where somebody lives now and will live. @card: its family is not written yet. */
static gboolean
may_family (PamongImportJudge *judge, const PamongImportCard *card, const char *uid)
{
  const PamongRecord *account = judge->office->account;
  g_autoptr (PamongRecord) stored = NULL;

  if (uid != NULL && card->family != NULL && g_str_equal (uid, card->family->uid))
    return pamong_account_may_family (account, card->family) && (card->card_stored == NULL || pamong_account_may_family (account, card->card_stored->family));
  stored = uid != NULL ? pamong_store_get (judge->office->store, PAMONG_KIND_FAMILY, uid, NULL) : NULL;
  return stored != NULL && pamong_account_may_family (account, stored);
}

/* An account limited to a part of the village brings in that part of the file. */
static gboolean
judge_limit (PamongImportJudge *judge, PamongImportCard *card, GError **error)
{
  g_autofree char *message = judge->limit != NULL ? g_strdup_printf (_("This row lies outside %s, all that this account may change."), judge->limit) : NULL;
  g_autofree char *remedy = judge->limit != NULL ? g_strdup_printf (_("Let somebody without a limit import it: %s."), judge->who) : NULL;

  for (guint i = 0; judge->limit != NULL && i < card->rows->len; i++)
    {
      const PamongRecord *stored = card->stored->pdata[i], *after = card->after->pdata[i];
      const char *from = stored != NULL ? pamong_record_text (stored, PAMONG_RESIDENT_FAMILY_UID) : NULL;

      if (!is_written (card->rows->pdata[i])
          || (may_family (judge, card, pamong_record_text (after, PAMONG_RESIDENT_FAMILY_UID)) && (stored == NULL || may_family (judge, card, from))))
        continue;
      judge->outside++;
      if (!refuse (judge, card->rows->pdata[i], NULL, -1, "import-limit", message, remedy, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
pamong_import_judge_card (PamongImportJudge *judge, PamongImportCard *card, GError **error)
{
  gboolean any = FALSE;

  if (!judge_limit (judge, card, error))
    return FALSE;
  for (guint i = 0; i < card->rows->len; i++)
    any |= is_written (card->rows->pdata[i]);
  if (!any)
    return TRUE;
  for (guint i = 0; i < card->rows->len; i++)
    if (!judge_alone (judge, card, i, error))
      return FALSE;
  if (card->family != NULL && !judge_family (judge, card, error))
    return FALSE;
  return card->family == NULL || judge_heads (judge, card, error);
}

/* A file of several villages: what is of this one comes in. */
static gboolean
tell_elsewhere (PamongImportJudge *judge, GError **error)
{
  g_autofree char *message = NULL, *value = NULL;
  guint n = 0, rows = judge->import->figures.rows;

  for (guint i = 1; i <= rows; i++)
    n += pamong_people_fact (judge->people, i)->fault == PAMONG_ROW_ELSEWHERE;
  if (n == 0)
    return TRUE;
  value = g_strdup_printf ("%u", n);
  message = g_strdup_printf (_("%1$u of %2$u rows are of other villages and stay out."), n, rows);
  return tell (judge, 0, NULL, value, "import-village", PAMONG_SEVERITY_WARN, message, _("Nothing is to be done if the file was made for several villages. Each row that stays out says which village it is of."), error);
}

static gboolean
tell_outside (PamongImportJudge *judge, GError **error)
{
  g_autofree char *message = NULL, *remedy = NULL, *value = g_strdup_printf ("%u", judge->outside);

  if (judge->outside == 0)
    return TRUE;
  message = g_strdup_printf (_("%1$u of %2$u rows lie outside %3$s and stay out: this account may change only that part."), judge->outside, judge->import->figures.rows, judge->limit);
  remedy = g_strdup_printf (_("Let somebody without a limit import the rest: %s."), judge->who);
  return tell (judge, 0, NULL, value, "import-limit", PAMONG_SEVERITY_WARN, message, remedy, error);
}

/* The numbers of a file whisper where it is from; they prove nothing, since a NIK stays when somebody moves. */
gboolean
pamong_import_judge_file (PamongImportJudge *judge, GError **error)
{
  guint n, of;
  g_autofree char *prefix = pamong_people_prefix (judge->people, &n, &of);
  g_autofree char *message = NULL;

  if (!tell_elsewhere (judge, error) || !tell_outside (judge, error))
    return FALSE;
  if (prefix == NULL)
    return TRUE;
  message = g_strdup_printf (_("%1$u of %2$u NIKs begin with %3$s, which is not the number of this kecamatan."), n, of, prefix);
  return tell (judge, 0, NULL, prefix, "import-district", PAMONG_SEVERITY_WARN, message, _("Look whether this is the file of another village before you go on."), error);
}
