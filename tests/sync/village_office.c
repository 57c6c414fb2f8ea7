/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "village_office.h"

#include "folder.h"
#include "store/outbox.h"
#include "store/residents.h"

VillageOffice *
village_office_new (const char *area)
{
  VillageOffice *village = g_new0 (VillageOffice, 1);
  g_autofree char *recovery = NULL;
  g_autoptr (GError) error = NULL;

  village->dir = folder_new ();
  village->office = pamong_office_init (village->dir, PAMONG_LEVEL_VILLAGE, area, "Siti", PAMONG_DUTY_OPERATOR, "sandi-uji-coba", &recovery, &error);
  g_assert_no_error (error);
  return village;
}

void
village_office_free (VillageOffice *village)
{
  g_clear_pointer (&village->office, pamong_office_close);
  folder_remove (village->dir);
  g_free (village->dir);
  g_free (village);
}

static PamongRecord *
new_head (PamongStore *store, guint number)
{
  PamongRecord *head = pamong_record_new (PAMONG_KIND_RESIDENT, pamong_store_area (store));
  g_autofree char *name = g_strdup_printf ("WARGA NOMOR %u", number);

  pamong_record_set_text (head, PAMONG_RESIDENT_NAME, name);
  pamong_record_set_int (head, PAMONG_RESIDENT_SEX, 1);
  pamong_record_set_text (head, PAMONG_RESIDENT_BIRTH_PLACE, "BOJONEGORO");
  pamong_record_set_text (head, PAMONG_RESIDENT_BIRTH_DATE, "1980-05-06");
  pamong_record_set_int (head, PAMONG_RESIDENT_RELIGION, 1);
  pamong_record_set_int (head, PAMONG_RESIDENT_EDUCATION, 5);
  pamong_record_set_int (head, PAMONG_RESIDENT_OCCUPATION, 1);
  pamong_record_set_int (head, PAMONG_RESIDENT_MARITAL_STATUS, 1);
  pamong_record_set_int (head, PAMONG_RESIDENT_NATIONALITY, 1);
  pamong_record_set_text (head, PAMONG_RESIDENT_FATHER_NAME, "AYAH");
  pamong_record_set_text (head, PAMONG_RESIDENT_MOTHER_NAME, "IBU");
  pamong_record_set_int (head, PAMONG_RESIDENT_SHDK, 1);
  return head;
}

void
village_office_register (VillageOffice *village)
{
  PamongStore *store = pamong_office_store (village->office);
  g_autoptr (PamongFamilyCard) card = pamong_family_card_new (pamong_store_area (store));
  g_autofree char *kk = g_strdup_printf ("352228010190%04u", ++village->families);
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;

  pamong_record_set_text (card->family, PAMONG_FAMILY_KK_NUMBER, kk);
  pamong_record_set_text (card->family, PAMONG_FAMILY_ADDRESS, "JL. MELATI");
  pamong_record_set_text (card->family, PAMONG_FAMILY_DUSUN, "KRAJAN");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RW, "001");
  pamong_record_set_text (card->family, PAMONG_FAMILY_RT, "001");
  g_ptr_array_add (card->members, new_head (store, village->families));
  pamong_office_register_family (village->office, card, &findings, &error);
  g_assert_no_error (error);
}

gint64
village_office_pending (VillageOffice *village)
{
  PamongOutboxCounts counts;

  g_assert_true (pamong_outbox_counts (pamong_office_store (village->office), &counts, NULL));
  g_assert_cmpint (counts.held, ==, 0);
  return counts.pending;
}

gint64
village_office_count (VillageOffice *village)
{
  PamongQuery query = PAMONG_QUERY_INIT;

  return pamong_residents_count (pamong_office_store (village->office), &query, NULL);
}
