/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folder.h"
#include "sim.h"

#include "office/act.h"
#include "store/store_db.h"
#include "sync/run.h"

#include <string.h>

#define PASSWORD "sandi-simulasi"

/* Offices just made, by name. */
typedef struct {
  char *dir, *area;
  PamongLevel level;
} Template;
static GHashTable *templates;

static void
free_template (gpointer data)
{
  Template *template = data;

  folder_remove (template->dir);
  g_free (template->dir);
  g_free (template->area);
  g_free (template);
}

static void
copy_store (const char *from, const char *to)
{
  g_autoptr (GDir) dir = g_dir_open (from, 0, NULL);
  const char *name;

  g_mkdir_with_parents (to, 0700);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *source_path = g_build_filename (from, name, NULL), *target_path = g_build_filename (to, name, NULL);
      g_autoptr (GFile) source = g_file_new_for_path (source_path), target = g_file_new_for_path (target_path);
      g_autoptr (GError) error = NULL;

      g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
open_office (SimClient *client)
{
  g_autoptr (GError) error = NULL;

  client->office = pamong_office_open_as (client->dir, client->account, &error);
  g_assert_no_error (error);
}

static char *
new_value (Sim *sim)
{
  return g_strdup_printf ("V %u Z", ++sim->values);
}

static int
dice (Sim *sim, int sides)
{
  return g_rand_int_range (sim->rand, 0, sides);
}

static PamongRecord *
new_resident (SimClient *client, int shdk)
{
  PamongRecord *resident = pamong_record_new (PAMONG_KIND_RESIDENT, client->area);
  g_autofree char *name = new_value (client->sim);
  gboolean head = shdk == 1;

  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, head ? 1 : 2);
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, head ? "1980-05-06" : "1984-02-03");
  pamong_record_set_int (resident, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (resident, PAMONG_RESIDENT_EDUCATION, 5);
  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, 1);
  pamong_record_set_int (resident, PAMONG_RESIDENT_MARITAL_STATUS, 2);
  pamong_record_set_int (resident, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FATHER_NAME, "AYAH");
  pamong_record_set_text (resident, PAMONG_RESIDENT_MOTHER_NAME, "IBU");
  pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, shdk);
  return resident;
}

static void
register_family (SimClient *client)
{
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (client->area);
  g_autofree char *address = new_value (client->sim);
  g_autofree char *kk = g_strdup_printf ("352228%02d0190%04u", 1 + dice (client->sim, 28), client->sim->values % 10000);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int members = 1 + dice (client->sim, 3);

  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, kk);
  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, address);
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, dice (client->sim, 2) ? "001" : "002");
  for (int i = 0; i < members; i++)
    g_ptr_array_add (card->members, new_resident (client, i == 0 ? 1 : i == 1 ? 3 : 4));
  pamong_office_register_family (client->office, card, &findings, &error);
  g_assert_no_error (error);
}

/* Returns: (nullable): a record of @kind, any; a third of the time the oldest, so that computers meet on it. */
static char *
pick (SimClient *client, const char *table)
{
  PamongDb *db = pamong_store_db (pamong_office_store (client->office));
  gboolean resident = strcmp (table, "resident") == 0;
  g_autoptr (PamongStmt) stmt = pamong_db_prepare (db, resident ? "SELECT uid FROM resident WHERE deleted = 0 AND version > ?1 ORDER BY uid"
                                                     : "SELECT uid FROM conflict WHERE closed IS NOT 1 AND deleted = 0 AND version > ?1 ORDER BY uid", NULL);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);

  pamong_stmt_bind_int (stmt, 1, -1);
  while (pamong_stmt_step (stmt, NULL) == PAMONG_STEP_ROW)
    g_ptr_array_add (uids, g_strdup (pamong_stmt_text (stmt, 0)));
  if (uids->len == 0)
    return NULL;
  return g_strdup (g_ptr_array_index (uids, dice (client->sim, 3) == 0 ? 0 : dice (client->sim, (int) uids->len)));
}

/* Between two pages a resident may be here before his family is: refused then, with words, and nothing written. */
static void
check_refusal (const GError *error)
{
  if (error != NULL)
    g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND);
}

static void
edit_resident (SimClient *client)
{
  static const int fields[] = { PAMONG_RESIDENT_NAME, PAMONG_RESIDENT_PHONE, PAMONG_RESIDENT_CURRENT_ADDRESS, PAMONG_RESIDENT_ETHNICITY, PAMONG_RESIDENT_BIRTH_PLACE };
  g_autofree char *uid = pick (client, "resident");
  g_autoptr (PamongRecord) resident = uid != NULL ? pamong_store_get (pamong_office_store (client->office), PAMONG_KIND_RESIDENT, uid, NULL) : NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  int n = 1 + dice (client->sim, 2);

  if (resident == NULL)
    return;
  for (int i = 0; i < n; i++)
    {
      g_autofree char *value = new_value (client->sim);
      pamong_record_set_text (resident, fields[dice (client->sim, G_N_ELEMENTS (fields))], value);
    }
  pamong_office_correct_resident (client->office, resident, &findings, &error);
  check_refusal (error);
}

static void
move_house (SimClient *client)
{
  g_autofree char *uid = pick (client, "resident");
  g_autoptr (PamongRecord) resident = uid != NULL ? pamong_store_get (pamong_office_store (client->office), PAMONG_KIND_RESIDENT, uid, NULL) : NULL;
  const char *family_uid = resident != NULL ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;
  g_autoptr (PamongRecord) address = NULL;
  g_autofree char *value = new_value (client->sim);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (family_uid == NULL)
    return;
  address = pamong_record_new (PAMONG_KIND_FAMILY, client->area);
  pamong_record_set_text (address, PAMONG_FAMILY_ADDRESS, value);
  pamong_record_set_text (address, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (address, PAMONG_FAMILY_RW, "002");
  pamong_record_set_text (address, PAMONG_FAMILY_RT, "003");
  pamong_office_move_house (client->office, family_uid, address, NULL, "pindah rumah", &findings, &error);
  check_refusal (error);
}

/* May be refused (already off the list, not off it): then nothing was written, which is an answer too. */
static void
take_off_or_put_back (SimClient *client)
{
  g_autofree char *uid = pick (client, "resident");
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  if (uid == NULL)
    return;
  if (pamong_store_status (pamong_office_store (client->office), uid) == PAMONG_STATUS_VOID)
    pamong_office_put_back (client->office, uid, "keliru", &findings, &error);
  else
    pamong_office_remove_resident (client->office, uid, "data ganda", NULL, &findings, &error);
}

/* Every own value in @text is remembered as seen. */
static void
note_seen (Sim *sim, const char *text)
{
  static GRegex *values = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (values == NULL)
    values = g_regex_new ("V [0-9]+ Z", 0, 0, NULL);
  g_regex_match (values, text != NULL ? text : "", 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    g_hash_table_add (sim->settled, g_match_info_fetch (match, 0));
}

static void
settle (SimClient *client)
{
  g_autofree char *uid = pick (client, "conflict");
  g_autoptr (PamongRecord) conflict = uid != NULL ? pamong_store_get (pamong_office_store (client->office), PAMONG_KIND_CONFLICT, uid, NULL) : NULL;
  g_autoptr (GError) error = NULL;

  if (conflict == NULL || !pamong_office_resolve (client->office, uid, dice (client->sim, 2) - 1, NULL, &error))
    return;
  note_seen (client->sim, pamong_record_text (conflict, PAMONG_CONFLICT_CURRENT));
  note_seen (client->sim, pamong_record_text (conflict, PAMONG_CONFLICT_OTHER));
}

void
sim_make_template (const char *name, PamongLevel level, const char *area)
{
  Template *template = g_new0 (Template, 1);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;

  template->dir = folder_new ();
  template->level = level;
  template->area = g_strdup (area);
  office = pamong_office_init (template->dir, level, area, name, PAMONG_DUTY_OPERATOR, PASSWORD, &recovery, &error);
  g_assert_no_error (error);
  if (templates == NULL)
    templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_template);
  g_hash_table_insert (templates, g_strdup (name), template);
}

void
sim_forget_templates (void)
{
  g_clear_pointer (&templates, g_hash_table_unref);
}

SimClient *
sim_client_new (Sim *sim, const char *name)
{
  const Template *template = g_hash_table_lookup (templates, name);
  SimClient *client = g_new0 (SimClient, 1);
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (GPtrArray) accounts = NULL;

  client->sim = sim;
  client->name = name;
  client->area = template->area;
  client->level = template->level;
  client->dir = g_build_filename (sim->dir, name, NULL);
  client->code = sim_server_code (sim->server, template->level, template->area);
  copy_store (template->dir, client->dir);
  office = pamong_office_open (client->dir, NULL);
  accounts = pamong_store_all (pamong_office_store (office), PAMONG_KIND_ACCOUNT, NULL);
  client->account = g_strdup (((PamongRecord *) g_ptr_array_index (accounts, 0))->uid);
  g_clear_pointer (&office, pamong_office_close);
  open_office (client);
  return client;
}

void
sim_client_free (SimClient *client)
{
  g_clear_pointer (&client->office, pamong_office_close);
  g_clear_pointer (&client->last_body, g_bytes_unref);
  g_free (client->last_path);
  g_free (client->dir);
  g_free (client->account);
  g_free (client->code);
  g_free (client);
}

void
sim_client_reopen (SimClient *client)
{
  if (client->busy)
    return;
  g_clear_pointer (&client->office, pamong_office_close);
  open_office (client);
}

void
sim_client_act (SimClient *client)
{
  if (client->level != PAMONG_LEVEL_VILLAGE)
    return;
  client->sim->acts++;
  switch (dice (client->sim, 8))
    {
    case 0:
    case 1:
      register_family (client);
      break;
    case 2:
      move_house (client);
      break;
    case 3:
      take_off_or_put_back (client);
      break;
    case 4:
      settle (client);
      break;
    default:
      edit_resident (client);
    }
}

gboolean
sim_client_sync (SimClient *client)
{
  gboolean ok;

  if (client->busy)
    return FALSE;
  client->busy = TRUE;
  client->sim->rounds++;
  if (!client->enrolled)
    client->enrolled = pamong_sync_enrol_over (client->office, "http://127.0.0.1:1", client->code, sim_post, client, NULL);
  ok = client->enrolled && pamong_sync_run_over (client->office, sim_post, client, NULL, NULL);
  client->busy = FALSE;
  return ok;
}
