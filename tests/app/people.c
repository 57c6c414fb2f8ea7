/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"

#include "domain/clock.h"
#include "store/store_db.h"
#include "store/write.h"

#include <glib/gstdio.h>

static const char *const first_names[2][16] = {
  { "SUTRISNO", "SLAMET", "SUPARMAN", "AHMAD", "DIMAS", "RIZKY", "BAMBANG", "JOKO", "SUWARNO", "AGUS", "EKO", "WAHYU", "HADI", "IMAM", "YUSUF", "KASMURI" },
  { "SITI", "SRI", "SUKINEM", "SULASTRI", "SUMIATI", "NADIA", "DEWI", "RATNA", "WARTINI", "ENDANG", "NUR", "LESTARI", "INDAH", "AYU", "KARTINI", "FITRI" },
};
static const char *const last_names[] = {
  "AMINAH", "HADI", "RIYADI", "MARYAM", "WAHYUNI", "PRATAMA", "SANTOSO", "MAULANA", "ROKAYAH", "SAPUTRA", "AZIZAH", "WIBOWO", "ZULAIKAH", "NUGROHO", "AZZAHRA", "",
};
static const char *const dusuns[] = { "Krajan", "Clebung", "Ngasem", "Sumber" };

typedef struct
{
  PamongWrite *write;
  GRand *rand;
  const char *area;
  guint serial;
} Village;

static int
pick (Village *village, int from, int to)
{
  return g_rand_int_range (village->rand, from, to);
}

static void
put (Village *village, const PamongRecord *record)
{
  g_autoptr (GError) error = NULL;

  pamong_write_put (village->write, record, &error);
  g_assert_no_error (error);
}

static void
put_opening (Village *village, const PamongRecord *resident, const PamongRecord *family)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, village->area);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, resident ? PAMONG_EVENT_OPENING : PAMONG_EVENT_FAMILY_OPENING);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, resident ? resident->uid : NULL);
  pamong_record_set_text (event, PAMONG_EVENT_FAMILY_UID, family->uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, "2026-01-05");
  put (village, event);
}

static char *
make_number (Village *village, int day, int month, int year)
{
  return g_strdup_printf ("352228%02d%02d%02d%04u", day, month, year % 100, ++village->serial % 9999 + 1);
}

static PamongRecord *
make_family (Village *village)
{
  PamongRecord *family = pamong_record_new (PAMONG_KIND_FAMILY, village->area);
  g_autofree char *number = make_number (village, pick (village, 1, 28), pick (village, 1, 13), pick (village, 8, 25));
  g_autofree char *address = g_strdup_printf ("Jl. Raya No. %d", pick (village, 1, 90)), *rt = g_strdup_printf ("%03d", pick (village, 1, 6));

  if (pick (village, 0, 40) > 0)
    pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, number);
  pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, address);
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, dusuns[pick (village, 0, G_N_ELEMENTS (dusuns))]);
  pamong_record_set_text (family, PAMONG_FAMILY_RT, rt);
  pamong_record_set_text (family, PAMONG_FAMILY_RW, pick (village, 0, 2) ? "001" : "002");
  put (village, family);
  put_opening (village, NULL, family);
  return family;
}

static void
set_birth (Village *village, PamongRecord *resident, int sex, int age)
{
  int day = pick (village, 1, 29), month = pick (village, 1, 13), year = 2025 - age;
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", year, month, day), *nik = make_number (village, sex == 2 ? day + 40 : day, month, year);

  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_PLACE, "Bojonegoro");
  pamong_record_set_text (resident, PAMONG_RESIDENT_BIRTH_DATE, date);
  if (pick (village, 0, 30) > 0)
    pamong_record_set_text (resident, PAMONG_RESIDENT_NIK, nik);
}

static void
put_member (Village *village, const PamongRecord *family, int shdk, int sex, int age)
{
  g_autoptr (PamongRecord) resident = pamong_record_new (PAMONG_KIND_RESIDENT, village->area);
  const char *last = last_names[pick (village, 0, G_N_ELEMENTS (last_names))];
  g_autofree char *name = g_strstrip (g_strdup_printf ("%s %s", first_names[sex - 1][pick (village, 0, 16)], last));

  pamong_record_set_text (resident, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SEX, sex);
  set_birth (village, resident, sex, age);
  pamong_record_set_int (resident, PAMONG_RESIDENT_RELIGION, 1);
  if (pick (village, 0, 20) > 0)
    pamong_record_set_int (resident, PAMONG_RESIDENT_EDUCATION, pick (village, 1, 9));
  pamong_record_set_int (resident, PAMONG_RESIDENT_OCCUPATION, age < 17 ? 3 : 9);
  pamong_record_set_int (resident, PAMONG_RESIDENT_MARITAL_STATUS, shdk == 4 ? 1 : 2);
  pamong_record_set_int (resident, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FATHER_NAME, first_names[0][pick (village, 0, 16)]);
  pamong_record_set_text (resident, PAMONG_RESIDENT_MOTHER_NAME, first_names[1][pick (village, 0, 16)]);
  pamong_record_set_text (resident, PAMONG_RESIDENT_FAMILY_UID, family->uid);
  pamong_record_set_int (resident, PAMONG_RESIDENT_SHDK, shdk);
  put (village, resident);
  put_opening (village, resident, family);
}

/* Returns how many people. */
static guint
put_family (Village *village)
{
  g_autoptr (PamongRecord) family = make_family (village);
  int age = pick (village, 22, 80);
  guint n = 1;

  put_member (village, family, 1, pick (village, 0, 6) ? 1 : 2, age);
  if (pick (village, 0, 5) == 0)
    return n;
  put_member (village, family, 3, 2, MAX (age - pick (village, 0, 6), 18));
  for (n = 2; n < 6 && pick (village, 0, 3) > 0; n++)
    put_member (village, family, 4, pick (village, 1, 3), pick (village, 0, MAX (age - 20, 1)));
  return n;
}

PamongOffice *
people_init (PamongLevel level, const char *area, char **dir)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *recovery = NULL, *folder = g_dir_make_tmp ("pamong-XXXXXX", &error), *inside = g_build_filename (folder, "data", NULL);
  PamongOffice *office = pamong_office_init (inside, level, area, "Anik R.", PAMONG_DUTY_OPERATOR, "kata-sandi-uji", &recovery, &error);

  g_assert_no_error (error);
  *dir = g_steal_pointer (&folder);
  return office;
}

void
people_fill (PamongOffice *office, const char *area, guint n, guint seed)
{
  Village village = { NULL, g_rand_new_with_seed (seed), area, 0 };
  g_autoptr (GError) error = NULL;

  village.write = pamong_write_begin_apply (pamong_office_store (office), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n;)
    i += put_family (&village);
  pamong_write_commit (village.write, NULL, NULL, &error);
  g_assert_no_error (error);
  g_rand_free (village.rand);
}

int
people_count_reveals (PamongOffice *office, const char *uid)
{
  PamongStmt *stmt = pamong_db_prepare (pamong_store_db (pamong_office_store (office)), "SELECT count(*) FROM access_log WHERE uid = ?1", NULL);
  int count;

  pamong_stmt_bind_text (stmt, 1, uid);
  g_assert_cmpint (pamong_stmt_step (stmt, NULL), ==, PAMONG_STEP_ROW);
  count = (int) pamong_stmt_int (stmt, 0);
  pamong_stmt_run (stmt, NULL);
  return count;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name; dir && (name = g_dir_read_name (dir));)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_all (child);
    }
  g_remove (path);
}

void
people_drop (char *dir)
{
  remove_all (dir);
  g_free (dir);
}
