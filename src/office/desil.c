/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/desil.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "domain/uid.h"
#include "office/imports_private.h"
#include "wire/envelope.h"

static const int group[] = { PAMONG_FAMILY_DESIL, PAMONG_FAMILY_DESIL_SOURCE, PAMONG_FAMILY_DESIL_DATE };

typedef struct {
  PamongOffice *office;
  const PamongImport *origin;
  PamongDesilFigures *figures;
  GHashTable *said;     /* family -> PamongDesilRow that spoke of it first */
  GHashTable *villages; /* area -> GPtrArray of families as they will be */
  GPtrArray *told;      /* (nullable) PamongDesilVillage */
  gboolean commit;
  PamongDesilVillage nobody;
} Desil;

void
pamong_desil_row_free (PamongDesilRow *row)
{
  g_free (row->sheet);
  g_free (row->kk_number);
  g_free (row->nik);
  g_free (row->message);
  pamong_record_free (row->family);
  g_free (row);
}

void
pamong_desil_village_free (PamongDesilVillage *village)
{
  g_free (village->area);
  g_free (village);
}

/* Where it is counted what a row does; nobody asks on the way in. */
static PamongDesilVillage *
told_of (Desil *desil, const char *area)
{
  PamongDesilVillage *village;

  for (guint i = 0; desil->told != NULL && i < desil->told->len; i++)
    if (g_strcmp0 (((PamongDesilVillage *) desil->told->pdata[i])->area, area) == 0)
      return desil->told->pdata[i];
  if (desil->told == NULL || desil->commit)
    return &desil->nobody;
  village = g_new0 (PamongDesilVillage, 1);
  village->area = g_strdup (area);
  g_ptr_array_add (desil->told, village);
  return village;
}

static void
refuse (Desil *desil, PamongDesilRow *row, PamongDesilFault fault, const char *message)
{
  row->fault = fault;
  if (row->message == NULL)
    row->message = g_strdup (message);
  if (fault == PAMONG_DESIL_OLDER)
    desil->figures->older++;
  else
    desil->figures->refused++;
}

/* By the number of the card; where that is not known, by the card of a living member. Above the village a number may stand in several. */
static GPtrArray *
find_families (PamongStore *store, const PamongDesilRow *row, GError **error)
{
  g_autoptr (GPtrArray) people = NULL;
  GPtrArray *families = row->kk_number != NULL ? pamong_store_find (store, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, row->kk_number, error)
                                               : g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  if (families == NULL || families->len > 0 || row->nik == NULL)
    return families;
  people = pamong_store_find (store, PAMONG_KIND_RESIDENT, PAMONG_RESIDENT_NIK, row->nik, error);
  for (guint i = 0; people != NULL && i < people->len; i++)
    {
      const PamongRecord *person = people->pdata[i];
      const char *uid = pamong_record_text (person, PAMONG_RESIDENT_FAMILY_UID);
      PamongRecord *family = uid != NULL && pamong_store_status (store, person->uid) == PAMONG_STATUS_ALIVE ? pamong_store_get (store, PAMONG_KIND_FAMILY, uid, NULL) : NULL;

      if (family != NULL)
        g_ptr_array_add (families, family);
    }
  return families;
}

static void
fill_in (const Desil *desil, PamongRecord *said)
{
  if (!pamong_record_is_set (said, PAMONG_FAMILY_DESIL_SOURCE))
    pamong_record_set_text (said, PAMONG_FAMILY_DESIL_SOURCE, desil->origin->source != NULL ? desil->origin->source : "DTSEN");
  if (!pamong_record_is_set (said, PAMONG_FAMILY_DESIL_DATE))
    pamong_record_set_text (said, PAMONG_FAMILY_DESIL_DATE, desil->origin->compiled_on);
}

static gboolean
is_alike (const PamongRecord *one, const PamongRecord *other)
{
  for (guint i = 0; i < G_N_ELEMENTS (group); i++)
    if (pamong_record_differs (one, other, group[i]))
      return FALSE;
  return TRUE;
}

static void
count_family (Desil *desil, const PamongRecord *family)
{
  gboolean has = pamong_record_is_set (family, PAMONG_FAMILY_DESIL);
  PamongDesilVillage *village = told_of (desil, family->area);

  desil->figures->changed += has;
  desil->figures->filled += !has;
  village->changed += has && !desil->commit;
  village->filled += !has && !desil->commit;
}

/* @family: as stored. */
static void
plan (Desil *desil, PamongDesilRow *row, const PamongRecord *family)
{
  const PamongDesilRow *first = g_hash_table_lookup (desil->said, family->uid);
  const char *stands = pamong_record_text (family, PAMONG_FAMILY_DESIL_DATE);
  GPtrArray *families;
  PamongRecord *after;

  if (first != NULL)
    {
      if (!is_alike (first->family, row->family))
        refuse (desil, row, PAMONG_DESIL_REPEATED, _("An earlier row says something else of this family."));
      return;
    }
  g_hash_table_insert (desil->said, g_strdup (family->uid), row);
  if (is_alike (family, row->family))
    {
      desil->figures->same++;
      told_of (desil, family->area)->same += !desil->commit;
      return;
    }
  if (stands != NULL && g_strcmp0 (stands, pamong_record_text (row->family, PAMONG_FAMILY_DESIL_DATE)) > 0)
    {
      told_of (desil, family->area)->older += !desil->commit;
      refuse (desil, row, PAMONG_DESIL_OLDER, _("A newer desil stands beside this family already."));
      return;
    }
  count_family (desil, family);
  after = pamong_record_copy (family);
  for (guint i = 0; i < G_N_ELEMENTS (group); i++)
    pamong_record_set_value (after, group[i], &row->family->values[group[i]]);
  families = g_hash_table_lookup (desil->villages, family->area);
  if (families == NULL)
    g_hash_table_insert (desil->villages, g_strdup (family->area), families = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free));
  g_ptr_array_add (families, after);
}

static gboolean
plan_row (Desil *desil, PamongDesilRow *row, GError **error)
{
  g_autoptr (GPtrArray) families = NULL;

  desil->figures->rows++;
  fill_in (desil, row->family);
  if (row->fault == PAMONG_DESIL_UNREAD)
    refuse (desil, row, PAMONG_DESIL_UNREAD, NULL);
  else if (!pamong_record_is_set (row->family, PAMONG_FAMILY_DESIL_DATE))
    refuse (desil, row, PAMONG_DESIL_NO_DATE, _("It is not said of when this desil is. Say the date, or add a column with it."));
  else if ((families = find_families (desil->office->store, row, error)) == NULL)
    return FALSE;
  else if (families->len == 0)
    refuse (desil, row, PAMONG_DESIL_UNKNOWN, _("No family here has this No. KK, and nobody living here this NIK."));
  for (guint i = 0; families != NULL && i < families->len; i++)
    plan (desil, row, families->pdata[i]);
  return TRUE;
}

static PamongRecord *
make_batch (const Desil *desil, const char *area, guint n)
{
  const PamongImport *origin = desil->origin;
  PamongRecord *batch = pamong_record_new (PAMONG_KIND_BATCH, area);
  const struct { int field; const char *text; } texts[] = {
    { PAMONG_BATCH_TITLE, _("Desil (DTSEN)") }, { PAMONG_BATCH_FILE, origin->file }, { PAMONG_BATCH_LAYOUT, "dtsen" }, { PAMONG_BATCH_SOURCE, origin->source },
    { PAMONG_BATCH_COMPILED_BY, origin->compiled_by }, { PAMONG_BATCH_COMPILED_ON, origin->compiled_on },
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    pamong_record_set_text (batch, texts[i].field, texts[i].text);
  pamong_record_set_int (batch, PAMONG_BATCH_ROWS, n);
  pamong_record_set_int (batch, PAMONG_BATCH_CHANGED, n);
  if (g_str_equal (origin->act, "inject"))
    pamong_record_set_int (batch, PAMONG_BATCH_INJECTED, TRUE);
  return batch;
}

static gboolean
commit_village (Desil *desil, const char *area, GPtrArray *families, GError **error)
{
  g_autoptr (PamongRecord) batch = make_batch (desil, area, families->len);
  g_autofree char *act = g_strconcat (desil->origin->act, " ", batch->uid, NULL);
  g_autoptr (PamongWrite) write = pamong_write_begin (desil->office->store, desil->office->account->uid, act, NULL, error);

  if (write == NULL || !pamong_write_insert (write, batch, error))
    return FALSE;
  for (guint i = 0; i < families->len; i++)
    if ((pamong_write_n (write) >= PAMONG_ACT_MAX && !pamong_write_next (write, error)) || !pamong_write_put (write, families->pdata[i], error))
      return FALSE;
  desil->figures->batches++;
  return pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error);
}

static gboolean
commit_all (Desil *desil, GError **error)
{
  GHashTableIter iter;
  gpointer area, families;

  g_hash_table_iter_init (&iter, desil->villages);
  while (g_hash_table_iter_next (&iter, &area, &families))
    if (!told_of (desil, area)->left_out && !commit_village (desil, area, families, error))
      return FALSE;
  pamong_import_tell (desil->office);
  return TRUE;
}

gboolean
pamong_desil (PamongOffice *office, GPtrArray *rows, const PamongImport *origin, gboolean commit, PamongDesilFigures *figures, GError **error)
{
  return pamong_desil_villages (office, rows, origin, commit, NULL, figures, error);
}

static int
by_area (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(PamongDesilVillage *const *) a)->area, (*(PamongDesilVillage *const *) b)->area);
}

gboolean
pamong_desil_villages (PamongOffice *office, GPtrArray *rows, const PamongImport *origin, gboolean commit, GPtrArray *told, PamongDesilFigures *figures, GError **error)
{
  gboolean regency = pamong_store_level (office->store) == PAMONG_LEVEL_REGENCY;
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) villages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  PamongImport of = *origin;
  Desil desil = { office, &of, figures, said, villages, told, commit };

  of.act = (char *) (regency ? "inject" : "import");
  *figures = (PamongDesilFigures) { 0 };
  if (!pamong_import_guard (office, of.act, error))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!plan_row (&desil, rows->pdata[i], error))
      return FALSE;
  if (told != NULL && !commit)
    g_ptr_array_sort (told, by_area);
  if (!commit)
    return TRUE;
  if (g_hash_table_size (villages) == 0)
    return pamong_office_invalid (error, _("There is no desil to bring in: all of it stands already, or no family of the file is here."));
  return commit_all (&desil, error);
}
