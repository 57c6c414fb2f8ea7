/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/people.h"

#include <string.h>

#include "domain/codes.h"

#define ADDRESS "RT 003 RW 001 Dusun Clebung, Desa Mojodelik, Kecamatan Gayam, Kabupaten Bojonegoro"
#define LONG_ADDRESS "Jalan Raya Bojonegoro–Cepu Kilometer 27 Gang Kenanga Nomor 128 B <belakang pasar> & samping balai dusun lama, RT 003 RW 001 Dusun Clebung Krajan Wetan, Desa Mojodelik, Kecamatan Gayam, Kabupaten Bojonegoro, Provinsi Jawa Timur 62154"

typedef struct { const char *key, *text; } Fact;

static const char *const MEN[] = { "SUTRISNO", "PARJAN", "BAMBANG SETIAWAN", "AHMAD FAUZI" }, *const WOMEN[] = { "SULASTRI", "FITRIANI", "DEWI LESTARI", "SITI AMINAH" };

static void
set (PamongLetterFacts *facts, const char *list, guint row, const char *root, const char *key, const char *text)
{
  g_autofree char *whole = g_strdup_printf ("%s.%s", root, key);

  if (list != NULL)
    pamong_letter_facts_set_cell (facts, list, row, key, text);
  else
    pamong_letter_facts_set (facts, whole, text);
}

static const char *
name_of (guint n, int sex, LetterPeople people)
{
  static const char *const odd[] = { LETTER_LONG_NAME, "SA'DIYAH <BINTI> \"UMAR\" & JOSÉ", "محمد عبد الله", "NGATEMI 👩‍👧 " };

  if (people == LETTER_STRESS)
    return odd[n % G_N_ELEMENTS (odd)];
  return sex == PAMONG_SEX_MALE ? MEN[n % G_N_ELEMENTS (MEN)] : WOMEN[n % G_N_ELEMENTS (WOMEN)];
}

/* @n: the how manyth of the letter. */
static void
set_person (PamongLetterFacts *facts, const char *list, guint row, const char *root, guint n, int sex, LetterPeople people, gboolean dead)
{
  g_autofree char *nik = g_strdup_printf ("35222867056%05u", 80000 + n), *birth = g_strdup_printf ("%u-05-27", n == 0 ? 1968 : 1990 + n % 15);
  gboolean stress = people == LETTER_STRESS;
  const Fact facts_of[] = {
    { "nik", nik }, { "kk_number", "3522280204110007" }, { "birth_place", stress ? "KABUPATEN ADMINISTRASI KEPULAUAN SERIBU" : "Bojonegoro" }, { "birth_date", birth },
    { "sex", sex == PAMONG_SEX_MALE ? "Laki-laki" : "Perempuan" }, { "sex.code", sex == PAMONG_SEX_MALE ? "1" : "2" }, { "religion", "Islam" }, { "religion.code", "1" },
    { "marital", n == 0 ? "Cerai mati" : "Belum kawin" }, { "occupation", stress ? "Karyawan BUMD/anggota DPRD kabupaten/kota" : "Buruh tani/perkebunan" }, { "education", "SLTA/sederajat" },
    { "nationality", "WNI" }, { "nationality.code", "1" }, { "shdk", n == 0 ? "Kepala keluarga" : "Anak" }, { "address", stress ? LONG_ADDRESS : ADDRESS }, { "street", "Jl. Kenanga 12" },
    { "dusun", "Clebung" }, { "rt", "003" }, { "rw", "001" }, { "village", "Mojodelik" }, { "district", "Gayam" }, { "regency", "Bojonegoro" }, { "province", "Jawa Timur" },
    { "postcode", "62154" }, { "phone", "081234567890" }, { "father_name", stress ? LETTER_LONG_NAME : "KASMIN" }, { "mother_name", stress ? LETTER_LONG_NAME : "SUMINAH" },
    { "father_nik", "3522280101400001" }, { "mother_nik", "3522284101450002" }, { "head_name", "SULASTRI" }, { "blood", "O" } };
  g_autofree char *age = g_strdup_printf ("%u", 2026 - (n == 0 ? 1968 : 1990 + n % 15));

  set (facts, list, row, root, "name", name_of (n, sex, people));
  if (people == LETTER_BARE)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (facts_of); i++)
    set (facts, list, row, root, facts_of[i].key, facts_of[i].text);
  set (facts, list, row, root, "age", age);
  if (dead)
    set (facts, list, row, root, "died_on", "2026-03-12");
}

static void
set_answer (PamongLetterFacts *facts, const char *list, guint row, const char *root, const PamongLetterField *field, LetterPeople people)
{
  const char *text = field->hint != NULL ? field->hint : "keterangan seperlunya";
  g_autofree char *number = NULL, *coded = NULL;

  switch (field->type)
    {
    case PAMONG_ANSWER_NUMBER: text = field->hint != NULL ? field->hint : "3"; break;
    case PAMONG_ANSWER_MONEY: text = "1500000"; break;
    case PAMONG_ANSWER_DATE: text = "2026-05-10"; break;
    case PAMONG_ANSWER_TIME: text = "19:30"; break;
    case PAMONG_ANSWER_BOOL: text = "1"; break;
    case PAMONG_ANSWER_CHOICE: text = field->choices[0]; break;
    case PAMONG_ANSWER_CODE:
      {
        const PamongCode *code = pamong_codes_list (field->list)->pdata[0];

        number = g_strdup_printf ("%d", code->code);
        coded = g_strdup_printf ("%s.code", field->id);
        set (facts, list, row, root, coded, number);
        text = code->display;
        break;
      }
    case PAMONG_ANSWER_TEXT:
    case PAMONG_ANSWER_AREA:
    default:
      if (people == LETTER_STRESS)
        text = "keperluan yang panjang sekali, dengan <tanda>, \"kutip\" & {kurung} serta *bintang* dan [siku], sampai memenuhi lebih dari satu baris pada lembar ini";
      else if (field->choices != NULL && strchr (field->choices[0], '{') == NULL)
        text = field->choices[0];
      break;
    }
  set (facts, list, row, root, field->id, text);
}

static void
add_person (PamongLetterFacts *facts, const PamongLetterPerson *person, LetterPeople people, guint n)
{
  gboolean dead = person->life == PAMONG_PERSON_DEAD;
  guint rows = !person->many ? 1 : people == LETTER_STRESS ? person->most > 0 ? MIN (person->most, 15) : 15 : person->most > 0 ? MIN (person->most, 3) : 3;

  for (guint i = 0; i < rows; i++)
    {
      int sex = person->sex != 0 ? person->sex : (n + i) % 2 == 0 ? PAMONG_SEX_FEMALE : PAMONG_SEX_MALE;
      const char *list = person->many ? person->id : NULL;

      if (list != NULL)
        pamong_letter_facts_add_row (facts, list);
      set_person (facts, list, i, person->id, n + i, sex, people, dead);
      for (guint c = 0; c < person->columns->len && people != LETTER_BARE; c++)
        set_answer (facts, list, i, person->id, person->columns->pdata[c], people);
    }
}

static void
add_place (PamongLetterFacts *facts, LetterPeople people)
{
  static const Fact place[] = {
    { "letter.number", "400.10.4.4/216/35.22.28.2004/2026" }, { "letter.date", "2026-04-14" }, { "letter.place", "Mojodelik" }, { "village.name", "Mojodelik" }, { "village.kind", "Desa" },
    { "village.title", "Desa Mojodelik" }, { "village.code", "35.22.28.2004" }, { "village.head", "Kepala Desa" }, { "village.hamlet", "Dusun" }, { "village.postcode", "62154" }, { "village.clergy", "Modin" }, { "district.name", "Gayam" },
    { "district.title", "Kecamatan Gayam" }, { "regency.name", "Bojonegoro" }, { "regency.title", "Kabupaten Bojonegoro" }, { "province.name", "Jawa Timur" }, { "province.title", "Provinsi Jawa Timur" },
    { "letterhead.address", "Jl. Raya Mojodelik No. 1, Gayam, Bojonegoro 62154" }, { "head.line", "KEPALA DESA MOJODELIK" }, { "camat.line", "CAMAT GAYAM" },
    { "rt.title", "Ketua RT 003 RW 001" }, { "rt.number", "07/RT.003/IV/2026" }, { "rt.date", "2026-04-13" }, { "rt.head", "PAIMIN" } };
  static const char *const lines[] = { "PEMERINTAH KABUPATEN BOJONEGORO", "KECAMATAN GAYAM", "DESA MOJODELIK" };
  const char *signer = people == LETTER_STRESS ? LETTER_LONG_NAME ", S.SOS., M.SI." : "SUPRIYANTO";

  for (guint i = 0; i < G_N_ELEMENTS (place); i++)
    pamong_letter_facts_set (facts, place[i].key, place[i].text);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    pamong_letter_facts_set_cell (facts, "letterhead", pamong_letter_facts_add_row (facts, "letterhead"), "line", lines[i]);
  pamong_letter_facts_set (facts, "signer.name", people == LETTER_BARE ? "" : signer);
  pamong_letter_facts_set (facts, "head.name", people == LETTER_BARE ? "" : signer);
  pamong_letter_facts_set (facts, "signer.title", people == LETTER_STRESS ? "Kepala Seksi Pelayanan Desa Mojodelik" : "Kepala Desa Mojodelik");
  if (people == LETTER_STRESS)
    {
      pamong_letter_facts_set_cell (facts, "signer", pamong_letter_facts_add_row (facts, "signer"), "line", "a.n. Pj. KEPALA DESA MOJODELIK");
      pamong_letter_facts_set_cell (facts, "signer", pamong_letter_facts_add_row (facts, "signer"), "line", "SEKRETARIS DESA");
      pamong_letter_facts_set_cell (facts, "signer", pamong_letter_facts_add_row (facts, "signer"), "line", "u.b. KEPALA SEKSI PELAYANAN");
      pamong_letter_facts_set (facts, "signer.nip", "NIP. 197001011990031001");
      pamong_letter_facts_set (facts, "camat.name", "Drs. " LETTER_LONG_NAME);
      pamong_letter_facts_set (facts, "camat.nip", "NIP. 196901011990031001");
    }
  else
    {
      pamong_letter_facts_set_cell (facts, "signer", pamong_letter_facts_add_row (facts, "signer"), "line", "KEPALA DESA MOJODELIK");
      pamong_letter_facts_set (facts, "camat.name", people == LETTER_NORMAL ? "HARTONO" : "");
    }
}

PamongLetterFacts *
letter_people_facts (const PamongLetterType *type, LetterPeople people)
{
  PamongLetterFacts *facts = pamong_letter_facts_new ();
  g_autofree char *until = pamong_letter_type_valid_until (type, "2026-04-14");
  guint members = people == LETTER_STRESS ? 15 : people == LETTER_NORMAL ? 4 : 0;

  add_place (facts, people);
  pamong_letter_facts_set (facts, "letter.title", type->name);
  pamong_letter_facts_set (facts, "letter.type", type->key);
  pamong_letter_facts_set (facts, "letter.valid_until", until);
  for (guint i = 0; i < members; i++)
    set_person (facts, "family", pamong_letter_facts_add_row (facts, "family"), "family", i, i % 2 == 0 ? PAMONG_SEX_FEMALE : PAMONG_SEX_MALE, people, FALSE);
  for (guint i = 0; i < type->persons->len; i++)
    add_person (facts, type->persons->pdata[i], people, i);
  for (guint i = 0; i < type->fields->len && people != LETTER_BARE; i++)
    {
      const PamongLetterField *field = type->fields->pdata[i];

      if (field->show == NULL || pamong_condition_holds (field->show, facts, NULL, 0))
        set_answer (facts, NULL, 0, "answer", field, people);
    }
  return facts;
}

PamongLetterPrint
letter_people_print (const PamongLetterType *type, PamongLetterFacts *facts)
{
  return (PamongLetterPrint) { .type = type, .facts = facts, .sheet = PAMONG_SHEET_USUAL, .code = "PMG1.35.22.28.2004.216.2026.sktm.MEUCIQDx7Yb2vX1k0Z9QwT5aJ8mE3rLhFsN6cVbGpKjUoIiRtA" };
}
