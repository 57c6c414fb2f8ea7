/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "domain/clock.h"
#include "domain/language.h"
#include "office/officials.h"
#include "office/registers.h"
#include "store/write.h"

/* The books of a month from the events alone, over months in which everything happened that upset such books elsewhere. */

static void
set_day (const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00+07:00", NULL);
  g_autoptr (GDateTime) noon = g_date_time_new_from_iso8601 (text, NULL);

  pamong_clock_set (g_date_time_to_unix (noon));
}

/* Until there are acts for them, births and deaths are written as those acts will: the person and the event in one transaction. */
static void
put (PamongOffice *office, const PamongRecord *person, PamongEventType type, const char *date, const char *reported, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) event = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);
  g_autoptr (PamongWrite) write = pamong_write_begin (pamong_office_store (office), "acct", "test", NULL, &error);

  pamong_record_set_int (event, PAMONG_EVENT_TYPE, type);
  pamong_record_set_text (event, PAMONG_EVENT_RESIDENT_UID, person->uid);
  pamong_record_set_text (event, PAMONG_EVENT_DATE, date);
  pamong_record_set_text (event, PAMONG_EVENT_REPORTED, reported);
  pamong_record_set_text (event, PAMONG_EVENT_REASON, reason);
  g_assert_true (pamong_write_put (write, person, &error));
  g_assert_true (pamong_write_put (write, event, &error));
  g_assert_true (pamong_write_commit (g_steal_pointer (&write), NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
cancel_last (PamongOffice *office, const PamongRecord *person, PamongEventType type)
{
  g_autoptr (GPtrArray) events = fixture_events (office, type, person->uid, NULL);
  g_autoptr (PamongRecord) counter = pamong_record_new (PAMONG_KIND_EVENT, FIXTURE_AREA);
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongWrite) write = pamong_write_begin (pamong_office_store (office), "acct", "test", NULL, &error);

  pamong_record_set_int (counter, PAMONG_EVENT_TYPE, PAMONG_EVENT_CANCEL);
  pamong_record_set_text (counter, PAMONG_EVENT_RESIDENT_UID, person->uid);
  pamong_record_set_text (counter, PAMONG_EVENT_CANCELS, ((PamongRecord *) events->pdata[0])->uid);
  pamong_record_set_text (counter, PAMONG_EVENT_DATE, "2026-03-05");
  g_assert_true (pamong_write_put (write, counter, &error));
  g_assert_true (pamong_write_commit (g_steal_pointer (&write), NULL, NULL, &error));
}

static PamongRecord *
in_family (PamongRecord *person, const PamongRecord *family)
{
  pamong_record_set_text (person, PAMONG_RESIDENT_FAMILY_UID, family->uid);
  return person;
}

static void
register_card (PamongOffice *office, PamongFamilyCard *card, const char *dusun)
{
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, dusun);
  g_assert_true (pamong_office_register_family (office, card, NULL, &error));
  g_assert_no_error (error);
}

static void
move_house (PamongOffice *office, const PamongRecord *family, const char *dusun, const char *date)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongRecord) address = pamong_record_copy (family);

  pamong_record_set_text (address, PAMONG_FAMILY_DUSUN, dusun);
  set_day (date);
  g_assert_true (pamong_office_move_house (office, family->uid, address, date, "rumah baru", NULL, &error));
  g_assert_no_error (error);
}

/* January to April of three hamlets. */
static PamongOffice *
busy_village (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), lone = fixture_single ("3522280101200002", "3522280101700009", "PAIMIN"), far = fixture_single ("3522280101200003", "3522280202700008", "LASTRI");
  g_autoptr (PamongRecord) baby = NULL, guest = NULL, wrong = NULL, foreign = NULL, found = NULL, arrived = NULL;
  PamongRecord *head;

  g_ptr_array_add (card->members, fixture_person ("3522280101010004", "JOKO SUSILO", 1, "2001-01-01", 4));
  register_card (office, card, "KRAJAN");
  register_card (office, lone, "KRAJAN");
  register_card (office, far, "DLIK");
  /* born in January, told in February */
  baby = in_family (fixture_person (NULL, "AYU LESTARI", 2, "2026-01-20", 4), card->family);
  put (office, baby, PAMONG_EVENT_BIRTH, "2026-01-20", "2026-02-05", NULL);
  /* the head dies, his wife leads: one family before and after */
  head = fixture_member (card, 0);
  put (office, head, PAMONG_EVENT_DEATH, "2026-02-10", "2026-02-12", NULL);
  pamong_record_set_int (fixture_member (card, 1), PAMONG_RESIDENT_SHDK, 1);
  put (office, fixture_member (card, 1), PAMONG_EVENT_MARRIED, "2026-02-12", NULL, NULL);
  /* alone in his family: it ends with him */
  put (office, fixture_member (lone, 0), PAMONG_EVENT_MOVE_OUT, "2026-02-27", "2026-03-02", "Surabaya");
  /* came and is of another country */
  foreign = fixture_person (NULL, "JOHN SMITH", 1, "1985-05-05", 1);
  pamong_record_set_int (foreign, PAMONG_RESIDENT_NATIONALITY, 2);
  put (office, in_family (foreign, far->family), PAMONG_EVENT_ARRIVAL, "2026-03-03", "2026-03-03", "Perth");
  /* came back within the month he left: two entries, nothing lost */
  arrived = fixture_person ("3522280303800007", "SLAMET", 1, "1980-03-03", 9);
  put (office, in_family (arrived, far->family), PAMONG_EVENT_OPENING, "2026-03-10", NULL, NULL);
  put (office, arrived, PAMONG_EVENT_MOVE_OUT, "2026-03-11", "2026-03-11", "Tuban");
  put (office, arrived, PAMONG_EVENT_ARRIVAL, "2026-03-20", "2026-03-20", "Tuban");
  /* missing in January, found in April */
  found = fixture_person ("3522284404900006", "WATI", 2, "1990-04-04", 9);
  put (office, in_family (found, far->family), PAMONG_EVENT_OPENING, "2026-03-10", NULL, NULL);
  put (office, found, PAMONG_EVENT_MISSING, "2026-01-09", "2026-01-09", NULL);
  put (office, found, PAMONG_EVENT_RETURNED, "2026-04-02", "2026-04-02", NULL);
  /* never counted: a guest, and one who was entered by mistake and is dead besides */
  guest = fixture_person (NULL, "TAMU JAUH", 1, "1999-09-09", 9);
  pamong_record_set_int (guest, PAMONG_RESIDENT_RESIDENCY, 2);
  put (office, in_family (guest, far->family), PAMONG_EVENT_ARRIVAL, "2026-02-02", "2026-02-02", "Blora");
  wrong = fixture_person (NULL, "SALAH KETIK", 1, "1999-09-09", 9);
  put (office, in_family (wrong, far->family), PAMONG_EVENT_DEATH, "2026-02-20", "2026-02-20", NULL);
  put (office, wrong, PAMONG_EVENT_REMOVED, "2026-03-20", NULL, "salah orang");
  /* a death that was taken back */
  put (office, fixture_member (far, 0), PAMONG_EVENT_DEATH, "2026-03-04", "2026-03-04", NULL);
  cancel_last (office, fixture_member (far, 0), PAMONG_EVENT_DEATH);
  move_house (office, card->family, "SAMBIROTO", "2026-04-04");
  return office;
}

static PamongFilled *
fill (PamongOffice *office, const char *name, const char *month, const char *dusun)
{
  PamongRegisterScope scope = { .area = FIXTURE_AREA, .month = month, .dusun = dusun, .today = "2026-04-30" };
  g_autoptr (GError) error = NULL;
  PamongFilled *filled = pamong_register_fill (pamong_office_store (office), pamong_registers_find (name), &scope, &error);

  g_assert_no_error (error);
  return filled;
}

static int
find_row (PamongFilled *filled, guint column, const char *words)
{
  for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
    if (g_str_equal (pamong_filled_cell (filled, r, column), words))
      return (int) r;
  return -1;
}

/* Columns as the annex numbers them, from 1. */
static int
figure (PamongFilled *filled, const char *hamlet, guint column)
{
  int row = find_row (filled, 1, hamlet);

  return row >= 0 ? atoi (pamong_filled_cell (filled, (guint) row, column - 1)) : 0;
}

static void
assert_adds_up (PamongFilled *filled, guint row)
{
  int c[34];

  for (guint i = 3; i <= 32; i++)
    c[i] = atoi (pamong_filled_cell (filled, row, i - 1));
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (c[26 + i], ==, c[3 + i] + c[10 + i] + c[14 + i] - c[18 + i] - c[22 + i]);
  g_assert_cmpint (c[7] + c[8], ==, c[9]);
  g_assert_cmpint (c[30] + c[31], ==, c[32]);
  g_assert_cmpint (c[3] + c[4] + c[5] + c[6], ==, c[9]);
  g_assert_cmpint (c[26] + c[27] + c[28] + c[29], ==, c[32]);
}

static void
assert_names (PamongFilled *filled, guint row)
{
  for (guint c = 2; c < 32; c++)
    {
      g_autoptr (GArray) names = pamong_filled_names (filled, row, c);

      g_assert_cmpint (names->len, ==, atoi (pamong_filled_cell (filled, row, c)));
      g_assert_cmpint (pamong_filled_has_names (filled, row, c), ==, names->len > 0);
    }
}

static const char *const months[] = { "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05" };
static const char *const hamlets[] = { "KRAJAN", "DLIK", "SAMBIROTO", "JUMLAH" };

static void
test_months_join (void)
{
  PamongOffice *office = busy_village ();

  for (guint m = 0; m < G_N_ELEMENTS (months); m++)
    {
      g_autoptr (PamongFilled) filled = fill (office, "b3", months[m], NULL), before = m > 0 ? fill (office, "b3", months[m - 1], NULL) : NULL;

      g_assert_cmpuint (pamong_filled_register (filled)->columns->len, ==, 33);
      for (guint r = 0; r < pamong_filled_n_rows (filled); r++)
        {
          assert_adds_up (filled, r);
          assert_names (filled, r);
        }
      for (guint h = 0; before != NULL && h < G_N_ELEMENTS (hamlets); h++)
        for (guint c = 0; c < 7; c++)
          g_assert_cmpint (figure (filled, hamlets[h], 3 + c), ==, figure (before, hamlets[h], 26 + c));
    }
  fixture_close (office);
}

static void
test_what_happened (void)
{
  PamongOffice *office = busy_village ();
  g_autoptr (PamongFilled) december = fill (office, "b3", "2025-12", NULL), january = fill (office, "b3", "2026-01", NULL), february = fill (office, "b3", "2026-02", NULL),
                           march = fill (office, "b3", "2026-03", NULL), april = fill (office, "b3", "2026-04", NULL);

  /* who was entered in March was here before: openings are the start, not arrivals */
  g_assert_cmpint (figure (december, "JUMLAH", 9), ==, 8);
  g_assert_cmpint (figure (march, "JUMLAH", 16) + figure (march, "JUMLAH", 17), ==, 1);
  /* missing leaves, and a birth of January told in February does not count yet */
  g_assert_cmpint (figure (january, "DLIK", 25), ==, 1);
  g_assert_cmpint (figure (january, "JUMLAH", 13), ==, 0);
  g_assert_nonnull (strstr (pamong_filled_cell (january, (guint) find_row (january, 1, "DLIK"), 32), "hilang 1"));
  g_assert_cmpint (figure (february, "KRAJAN", 13), ==, 1);
  /* the head's death leaves the family standing */
  g_assert_cmpint (figure (february, "KRAJAN", 20), ==, 1);
  g_assert_cmpint (figure (february, "KRAJAN", 7), ==, 2);
  g_assert_cmpint (figure (february, "KRAJAN", 30), ==, 2);
  /* who lived alone takes his family along; guests, mistakes and deaths taken back count nowhere */
  g_assert_cmpint (figure (march, "KRAJAN", 24), ==, 1);
  g_assert_cmpint (figure (march, "KRAJAN", 30), ==, 1);
  g_assert_cmpint (figure (march, "DLIK", 14), ==, 1);
  g_assert_cmpint (figure (march, "JUMLAH", 18) + figure (march, "JUMLAH", 19) + figure (march, "JUMLAH", 20) + figure (march, "JUMLAH", 21), ==, 0);
  /* a house that moved is counted where it stood then */
  g_assert_cmpint (figure (march, "SAMBIROTO", 32), ==, 0);
  g_assert_cmpint (figure (april, "KRAJAN", 32), ==, 0);
  g_assert_cmpint (figure (april, "SAMBIROTO", 32), ==, 4);
  g_assert_cmpint (figure (april, "SAMBIROTO", 16) + figure (april, "SAMBIROTO", 17), ==, 4);
  g_assert_cmpint (figure (april, "DLIK", 17), ==, 1);
  fixture_close (office);
}

/* The end of this month is what the book of residents and the list hold today. */
static void
test_agrees_with_today (void)
{
  PamongOffice *office = busy_village ();
  g_autoptr (PamongFilled) april = fill (office, "b3", "2026-04", NULL), people = fill (office, "b1", NULL, NULL), hamlet = fill (office, "b1", NULL, "SAMBIROTO"),
                           statistics = fill (office, "statistik", NULL, NULL);
  int total;

  g_assert_cmpint (figure (april, "JUMLAH", 32), ==, (int) pamong_filled_n_entries (people));
  g_assert_cmpint (figure (april, "SAMBIROTO", 32), ==, (int) pamong_filled_n_entries (hamlet));
  total = find_row (statistics, 0, "JUMLAH");
  g_assert_cmpint (total, >, 0);
  g_assert_cmpint (atoi (pamong_filled_cell (statistics, (guint) total, 3)), ==, (int) pamong_filled_n_entries (people));
  fixture_close (office);
}

static void
test_mutations (void)
{
  PamongOffice *office = busy_village ();
  g_autoptr (PamongFilled) february = fill (office, "b2", "2026-02", NULL), march = fill (office, "b2", "2026-03", NULL), april = fill (office, "b2", "2026-04", NULL), none = fill (office, "b2", "2026-05", NULL);
  int row;

  g_assert_cmpuint (pamong_filled_register (march)->columns->len, ==, 13);
  g_assert_cmpuint (pamong_filled_n_entries (february), ==, 2);
  row = find_row (february, 1, "AYU LESTARI");
  g_assert_cmpint (row, >=, 0);
  g_assert_cmpstr (pamong_filled_cell (february, (guint) row, 6), ==, "Lahir");
  g_assert_cmpstr (pamong_filled_cell (february, (guint) row, 7), ==, "20-01-2026");
  g_assert_cmpstr (pamong_filled_cell (february, (guint) row, 12), ==, "Dilaporkan 05-02-2026");
  g_assert_cmpuint (pamong_filled_n_entries (march), ==, 4);
  row = find_row (march, 1, "PAIMIN");
  g_assert_cmpstr (pamong_filled_cell (march, (guint) row, 8), ==, "Surabaya");
  g_assert_cmpstr (pamong_filled_cell (march, (guint) row, 9), ==, "27-02-2026");
  g_assert_cmpint (find_row (march, 1, "TAMU JAUH"), ==, -1);
  g_assert_cmpint (find_row (march, 1, "LASTRI"), ==, -1);
  g_assert_cmpuint (pamong_filled_n_entries (april), ==, 1); /* moving house is no mutation of the village */
  g_assert_cmpuint (pamong_filled_n_rows (none), ==, 0);
  fixture_close (office);
}

static void
test_temporary (void)
{
  PamongOffice *office = busy_village ();
  g_autoptr (PamongFilled) guests = fill (office, "b4", NULL, NULL), people = fill (office, "b1", NULL, NULL), cards = fill (office, "b5", NULL, NULL);

  g_assert_cmpuint (pamong_filled_register (guests)->columns->len, ==, 15);
  g_assert_cmpuint (pamong_filled_register (cards)->columns->len, ==, 19);
  g_assert_cmpuint (pamong_filled_register (people)->columns->len, ==, 16);
  g_assert_cmpuint (pamong_filled_n_entries (guests), ==, 1);
  g_assert_cmpstr (pamong_filled_cell (guests, 0, 1), ==, "TAMU JAUH");
  g_assert_cmpstr (pamong_filled_cell (guests, 0, 2), ==, "L");
  g_assert_cmpstr (pamong_filled_cell (guests, 0, 5), ==, "BOJONEGORO, 09-09-1999 / 26 th");
  g_assert_cmpstr (pamong_filled_cell (guests, 0, 9), ==, "Blora");
  g_assert_cmpstr (pamong_filled_cell (guests, 0, 12), ==, "02-02-2026");
  g_assert_cmpint (find_row (people, 1, "TAMU JAUH"), ==, -1);
  g_assert_cmpint (find_row (cards, 2, "TAMU JAUH"), ==, -1);
  fixture_close (office);
}

static void
test_groups (void)
{
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) card = fixture_card (), old = fixture_single ("3522280101200002", "3522280101500009", "MBAH PAIMIN"), widow = fixture_single ("3522280101200003", "3522284202850008", "LASTRI");
  static const struct { const char *name, *who; guint n; } expected[] = {
    { "balita", "ANAK KECIL", 1 }, { "lansia", "MBAH PAIMIN", 1 }, { "lansia-sendiri", "MBAH PAIMIN", 1 }, { "disabilitas", "BUDI SANTOSO", 1 },
    { "orang-tua-tunggal", "LASTRI", 1 }, { "belum-ktp", "LASTRI", 1 },
  };

  pamong_record_set_int (fixture_member (card, 2), PAMONG_RESIDENT_DISABILITY, 2);
  pamong_record_set_text (fixture_member (old, 0), PAMONG_RESIDENT_BIRTH_DATE, "1950-01-01");
  pamong_record_set_int (fixture_member (widow, 0), PAMONG_RESIDENT_SEX, 2);
  pamong_record_set_text (fixture_member (widow, 0), PAMONG_RESIDENT_BIRTH_DATE, "1985-02-02");
  pamong_record_set_int (fixture_member (widow, 0), PAMONG_RESIDENT_MARITAL_STATUS, 4);
  pamong_record_set_int (fixture_member (widow, 0), PAMONG_RESIDENT_EKTP, 1);
  g_ptr_array_add (widow->members, fixture_person ("3522280101230004", "ANAK KECIL", 1, "2023-01-01", 4));
  register_card (office, card, "KRAJAN");
  register_card (office, old, "KRAJAN");
  register_card (office, widow, "KRAJAN");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (PamongFilled) filled = fill (office, expected[i].name, NULL, NULL);

      g_assert_cmpuint (pamong_filled_n_entries (filled), ==, expected[i].n);
      g_assert_cmpstr (pamong_filled_cell (filled, 0, 1), ==, expected[i].who);
    }
  fixture_close (office);
}

static void
expect_names (PamongOffice *office, const char *name, const char *const *who)
{
  g_autoptr (PamongFilled) filled = fill (office, name, NULL, NULL);

  g_assert_cmpuint (pamong_filled_n_entries (filled), ==, g_strv_length ((char **) who));
  for (guint i = 0; who[i] != NULL; i++)
    g_assert_cmpint (find_row (filled, 1, who[i]), >=, 0);
}

/* At the edges: on no card is not alone on a card, a card that is being printed is not there yet, married elsewhere is no single parent. */
static void
test_edges (void)
{
  static const struct { const char *name; int ektp, status, marital; const char *birth; } people[] = {
    { "BELUM REKAM", 0, 2, 1, "1990-01-01" }, { "SEDANG DICETAK", 0, 7, 1, "1990-01-01" }, { "SUDAH DITERIMA", 0, 8, 1, "1990-01-01" }, { "TIDAK TERCATAT", 0, 0, 1, "1990-01-01" },
    { "PUNYA KTP", 2, 2, 1, "1990-01-01" }, { "KIA SUDAH KAWIN", 3, 0, 2, "2012-01-01" }, { "KIA ANAK", 3, 1, 1, "2012-01-01" },
  };
  PamongOffice *office = fixture_office ();
  g_autoptr (PamongFamilyCard) away = fixture_single ("3522280101200009", "3522284202850008", "SUAMI DI RANTAU");
  g_autoptr (PamongRecord) alone = fixture_person ("3522280101500009", "MBAH TANPA KK", 1, "1950-01-01", 1);

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *kk = g_strdup_printf ("352228010120010%u", i), *nik = g_strdup_printf ("352228010190010%u", i);
      g_autoptr (PamongFamilyCard) card = fixture_single (kk, nik, people[i].name);

      if (people[i].ektp > 0)
        pamong_record_set_int (fixture_member (card, 0), PAMONG_RESIDENT_EKTP, people[i].ektp);
      if (people[i].status > 0)
        pamong_record_set_int (fixture_member (card, 0), PAMONG_RESIDENT_EKTP_STATUS, people[i].status);
      pamong_record_set_int (fixture_member (card, 0), PAMONG_RESIDENT_MARITAL_STATUS, people[i].marital);
      pamong_record_set_text (fixture_member (card, 0), PAMONG_RESIDENT_BIRTH_DATE, people[i].birth);
      register_card (office, card, "KRAJAN");
    }
  pamong_record_set_int (fixture_member (away, 0), PAMONG_RESIDENT_SEX, 2);
  pamong_record_set_int (fixture_member (away, 0), PAMONG_RESIDENT_MARITAL_STATUS, 2);
  pamong_record_set_text (fixture_member (away, 0), PAMONG_RESIDENT_BIRTH_DATE, "1985-02-02");
  g_ptr_array_add (away->members, fixture_person ("3522280101230004", "ANAK KECIL", 1, "2023-01-01", 4));
  register_card (office, away, "KRAJAN");
  g_assert_true (pamong_office_add_resident (office, alone, NULL, NULL));
  expect_names (office, "belum-ktp", (const char *const[]) { "BELUM REKAM", "SEDANG DICETAK", "KIA SUDAH KAWIN", NULL });
  expect_names (office, "lansia", (const char *const[]) { "MBAH TANPA KK", NULL });
  expect_names (office, "lansia-sendiri", (const char *const[]) { NULL });
  expect_names (office, "orang-tua-tunggal", (const char *const[]) { NULL });
  fixture_close (office);
}

/* A figure opens exactly the people it counted. */
static void
test_names_of_a_figure (void)
{
  PamongOffice *office = busy_village ();
  g_autoptr (PamongFilled) march = fill (office, "b3", "2026-03", NULL), people = NULL;
  g_autoptr (GArray) names = pamong_filled_names (march, (guint) find_row (march, 1, "JUMLAH"), 23); /* column 24: left, WNI, men */
  PamongRegisterScope scope = { .area = FIXTURE_AREA, .today = "2026-04-30", .names = names, .subject = "JUMLAH, Pindah WNI L" };

  g_assert_cmpuint (names->len, ==, 2);
  people = pamong_register_fill (pamong_office_store (office), pamong_registers_find ("nama"), &scope, NULL);
  g_assert_cmpuint (pamong_filled_n_entries (people), ==, 2);
  g_assert_cmpstr (pamong_filled_subject (people), ==, "JUMLAH, Pindah WNI L");
  g_assert_cmpint (find_row (people, 1, "PAIMIN"), >=, 0);
  g_assert_cmpint (find_row (people, 1, "SLAMET"), >=, 0);
  fixture_close (office);
}

static void
test_refused (void)
{
  PamongOffice *office = fixture_office ();
  PamongRegisterScope scope = { .area = FIXTURE_AREA, .month = "2026-13", .today = "2026-04-30" };
  g_autoptr (GError) error = NULL;

  g_assert_null (pamong_register_fill (pamong_office_store (office), pamong_registers_find ("B.3"), &scope, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_null (pamong_registers_find ("b9"));
  fixture_close (office);
}

int
main (int argc, char **argv)
{
  pamong_language_use (pamong_language_folder ());
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registers/months-join", test_months_join);
  g_test_add_func ("/registers/what-happened", test_what_happened);
  g_test_add_func ("/registers/agrees-with-today", test_agrees_with_today);
  g_test_add_func ("/registers/mutations", test_mutations);
  g_test_add_func ("/registers/temporary", test_temporary);
  g_test_add_func ("/registers/groups", test_groups);
  g_test_add_func ("/registers/edges", test_edges);
  g_test_add_func ("/registers/names-of-a-figure", test_names_of_a_figure);
  g_test_add_func ("/registers/refused", test_refused);
  return g_test_run ();
}
