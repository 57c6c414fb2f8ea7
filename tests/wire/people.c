/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "people.h"
#include "domain/events.h"

static const char *const men[] = {
  "AGUS", "SLAMET", "SUTRISNO", "BAMBANG", "SUPARMAN", "JOKO", "WAHYU", "EKO", "DWI", "TRI", "SUGENG", "MULYONO", "HARIYANTO", "KASTURI", "PRASETYO",
  "RUDI", "HENDRA", "YUSUF", "AHMAD", "MUHAMMAD", "ROKHIM", "SAIFUL", "IMAM", "GUNAWAN", "SURYADI", "DARMAJI", "PONIMAN", "NGATEMAN", "KUSNADI", "LASIMAN",
  "BUDIONO", "FAJAR", "RIZKY", "ADITYA", "DIMAS", "REZA", "BAYU", "ARIF", "HADI", "SETIAWAN" };
static const char *const women[] = {
  "SITI", "SRI", "SUMIATI", "LESTARI", "PURWANTI", "RATNA", "DEWI", "NURUL", "FITRIANI", "KHOIRIYAH", "WAHYUNI", "SULASTRI", "KARTINI", "MURNI", "YATI",
  "ENDANG", "INDAH", "NGATMI", "PAINAH", "SUTINI", "RUMINI", "AISYAH", "ZAHRA", "PUTRI", "AMELIA", "NABILA", "ROHMAH", "MASRUROH", "HIDAYATI", "ANGGRAINI",
  "SAFITRI", "HANDAYANI", "KUSUMA", "WULANDARI", "RAHAYU", "ASTUTI", "MAULIDA", "JUMIATI", "TUMINAH", "SUPRIHATIN" };
static const char *const streets[] = { "JL. RAYA", "JL. MASJID", "JL. PASAR", "GG. MAWAR", "GG. MELATI", "DK. KRAJAN" };
static const char *const dusuns[] = { "KRAJAN", "NGASEM", "SAMBENG" };

#define PICK(rand, list) ((list)[g_rand_int_range ((rand), 0, G_N_ELEMENTS (list))])

static char *
person_name (GRand *rand, int sex)
{
  const char *const *list = sex == 1 ? men : women;
  int n = G_N_ELEMENTS (men);

  if (g_rand_int_range (rand, 0, 6) == 0)
    return g_strdup (list[g_rand_int_range (rand, 0, n)]);
  return g_strdup_printf ("%s %s", list[g_rand_int_range (rand, 0, n)], list[g_rand_int_range (rand, 0, n)]);
}

static PamongDelta *
delta (PamongKind kind, int field)
{
  return pamong_delta_new (kind, pamong_field_get (kind, field)->key);
}

GPtrArray *
people_changes (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_change_free);
}

static PamongChange *
new_change (const PamongRecord *record, PamongOp op, const char *actor, const char *act, gint64 t)
{
  PamongChange *change = pamong_change_new ();

  change->n = 1;
  change->kind = record->kind;
  change->uid = g_strdup (record->uid);
  change->op = op;
  change->base = record->version;
  change->set = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_delta_free);
  change->actor = g_strdup (actor);
  change->act = g_strdup (act);
  change->t = t;
  return change;
}

PamongChange *
people_insert (const PamongRecord *record, const char *actor, const char *act, gint64 t)
{
  PamongChange *change = new_change (record, PAMONG_OP_INSERT, actor, act, t);

  for (guint i = 0; i < record->n_values; i++)
    if (record->values[i].type != PAMONG_VALUE_NULL)
      {
        PamongDelta *value = delta (record->kind, (int) i);

        pamong_value_copy (&value->new_value, &record->values[i]);
        g_ptr_array_add (change->set, value);
      }
  return change;
}

PamongChange *
people_update (PamongRecord *record, int field, const char *text, const char *actor, gint64 t)
{
  PamongChange *change = new_change (record, PAMONG_OP_UPDATE, actor, "resident.correct", t);
  PamongDelta *value = delta (record->kind, field);

  pamong_value_copy (&value->old_value, &record->values[field]);
  if (!pamong_record_parse (record, field, text, NULL))
    g_assert_not_reached ();
  pamong_value_copy (&value->new_value, &record->values[field]);
  g_ptr_array_add (change->set, value);
  return change;
}

PamongRecord *
people_account (const char *area)
{
  PamongRecord *account = pamong_record_new (PAMONG_KIND_ACCOUNT, area);

  pamong_record_set_text (account, PAMONG_ACCOUNT_NAME, "RATNA");
  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, PAMONG_DUTY_OPERATOR);
  return account;
}

static PamongRecord *
new_family (GRand *rand, const char *area)
{
  PamongRecord *family = pamong_record_new (PAMONG_KIND_FAMILY, area);
  g_autofree char *kk = g_strdup_printf ("352228%02d%02d%02d%04d", g_rand_int_range (rand, 1, 29), g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 5, 25), g_rand_int_range (rand, 1, 30));
  g_autofree char *address = g_strdup_printf ("%s NO. %d", PICK (rand, streets), g_rand_int_range (rand, 1, 90));
  g_autofree char *rw = g_strdup_printf ("%03d", g_rand_int_range (rand, 1, 4));
  g_autofree char *rt = g_strdup_printf ("%03d", g_rand_int_range (rand, 1, 9));

  pamong_record_set_text (family, PAMONG_FAMILY_KK_NUMBER, kk);
  pamong_record_set_text (family, PAMONG_FAMILY_ADDRESS, address);
  pamong_record_set_text (family, PAMONG_FAMILY_DUSUN, PICK (rand, dusuns));
  pamong_record_set_text (family, PAMONG_FAMILY_RW, rw);
  pamong_record_set_text (family, PAMONG_FAMILY_RT, rt);
  return family;
}

static void
give_birth (PamongRecord *person, GRand *rand, int year, int sex)
{
  int day = g_rand_int_range (rand, 1, 29), month = g_rand_int_range (rand, 1, 13);
  g_autofree char *date = g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  g_autofree char *nik = g_strdup_printf ("352228%02d%02d%02d%04d", day + (sex == 2 ? 40 : 0), month, year % 100, g_rand_int_range (rand, 1, 10));

  pamong_record_set_text (person, PAMONG_RESIDENT_NIK, nik);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_DATE, date);
  pamong_record_set_text (person, PAMONG_RESIDENT_BIRTH_PLACE, g_rand_int_range (rand, 0, 5) ? "BOJONEGORO" : "TUBAN");
}

static PamongRecord *
new_person (GRand *rand, const PamongRecord *family, int shdk, int sex, int year)
{
  PamongRecord *person = pamong_record_new (PAMONG_KIND_RESIDENT, family->area);
  g_autofree char *name = person_name (rand, sex);
  g_autofree char *father = person_name (rand, 1);
  g_autofree char *mother = person_name (rand, 2);

  give_birth (person, rand, year, sex);
  pamong_record_set_text (person, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (person, PAMONG_RESIDENT_SEX, sex);
  pamong_record_set_int (person, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_EDUCATION, g_rand_int_range (rand, 1, 9));
  pamong_record_set_int (person, PAMONG_RESIDENT_OCCUPATION, shdk == 4 ? 3 : g_rand_int_range (rand, 5, 89));
  pamong_record_set_int (person, PAMONG_RESIDENT_MARITAL_STATUS, shdk == 4 ? 1 : 2);
  pamong_record_set_int (person, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_int (person, PAMONG_RESIDENT_BLOOD_TYPE, g_rand_int_range (rand, 0, 3) ? 13 : g_rand_int_range (rand, 1, 5));
  pamong_record_set_text (person, PAMONG_RESIDENT_FATHER_NAME, father);
  pamong_record_set_text (person, PAMONG_RESIDENT_MOTHER_NAME, mother);
  pamong_record_set_text (person, PAMONG_RESIDENT_FAMILY_UID, family->uid);
  pamong_record_set_int (person, PAMONG_RESIDENT_SHDK, shdk);
  return person;
}

PamongFamilyCard *
people_family (GRand *rand, const char *area, guint n)
{
  PamongFamilyCard *card = pamong_family_card_new (area);
  int year = g_rand_int_range (rand, 1950, 1995);

  pamong_record_free (card->family);
  card->family = new_family (rand, area);
  for (guint i = 0; i < n; i++)
    {
      int shdk = i == 0 ? 1 : i == 1 ? 3 : 4;
      int sex = i == 0 ? 1 : i == 1 ? 2 : g_rand_int_range (rand, 1, 3);
      PamongRecord *person = new_person (rand, card->family, shdk, sex, i < 2 ? year + g_rand_int_range (rand, 0, 6) : year + g_rand_int_range (rand, 22, 30));

      if (i >= 2)
        {
          pamong_record_set_value (person, PAMONG_RESIDENT_FATHER_NAME, &((PamongRecord *) card->members->pdata[0])->values[PAMONG_RESIDENT_NAME]);
          pamong_record_set_value (person, PAMONG_RESIDENT_MOTHER_NAME, &((PamongRecord *) card->members->pdata[1])->values[PAMONG_RESIDENT_NAME]);
        }
      g_ptr_array_add (card->members, person);
    }
  return card;
}

static void
add_event (GPtrArray *changes, PamongEventType type, const PamongRecord *subject, const char *family_uid, const char *actor, gint64 t)
{
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, subject->area);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  if (subject->kind == PAMONG_KIND_RESIDENT)
    pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, subject->uid);
  pamong_record_set_text (event, PAMONG_EVENT_FAMILY_UID, family_uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, "2026-11-24");
  g_ptr_array_add (changes, people_insert (event, actor, "family.register", t));
}

void
people_register (GPtrArray *changes, const PamongFamilyCard *card, const char *actor, gint64 t)
{
  guint first = changes->len;

  g_ptr_array_add (changes, people_insert (card->family, actor, "family.register", t));
  add_event (changes, PAMONG_EVENT_FAMILY_OPENING, card->family, card->family->uid, actor, t);
  for (guint i = 0; i < card->members->len; i++)
    {
      const PamongRecord *person = g_ptr_array_index (card->members, i);

      g_ptr_array_add (changes, people_insert (person, actor, "family.register", t));
      add_event (changes, PAMONG_EVENT_OPENING, person, card->family->uid, actor, t);
    }
  for (guint i = first; i < changes->len; i++)
    {
      PamongChange *change = g_ptr_array_index (changes, i);

      change->tx = (gint64) first + 1;
      change->n = (int) (changes->len - first);
    }
}

PamongPushRequest *
people_push (GPtrArray *changes, const char *device, gint64 from_seq)
{
  PamongPushRequest *push = g_new0 (PamongPushRequest, 1);

  *push = (PamongPushRequest) { g_strdup (device), 1, PAMONG_SCHEMA, PAMONG_PROTO, from_seq, changes };
  for (guint i = 0; i < changes->len; i++)
    ((PamongChange *) g_ptr_array_index (changes, i))->seq = from_seq + (gint64) i;
  return push;
}
