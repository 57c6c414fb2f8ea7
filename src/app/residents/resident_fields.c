/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/resident_fields.h"

#include <glib/gi18n.h>

#define FIELD(NAME) PAMONG_RESIDENT_##NAME
#define WIDE(NAME) (PAMONG_RESIDENT_##NAME | PAMONG_FORM_WIDE)

/* As on the family card, then the papers, then the rest. */
static const int person[] = {
  WIDE (NAME), WIDE (NIK), FIELD (SEX), FIELD (SHDK), FIELD (BIRTH_PLACE), FIELD (BIRTH_DATE), FIELD (RELIGION), FIELD (BLOOD_TYPE),
  WIDE (EDUCATION), WIDE (OCCUPATION), FIELD (MARITAL_STATUS), FIELD (MARRIAGE_DATE), FIELD (NATIONALITY), FIELD (EDUCATION_NOW),
};
static const int parents[] = { WIDE (FATHER_NAME), WIDE (MOTHER_NAME), WIDE (FATHER_NIK), WIDE (MOTHER_NIK) };
static const int contact[] = { WIDE (CURRENT_ADDRESS), FIELD (PHONE), FIELD (SINCE), FIELD (RESIDENCY), FIELD (ETHNICITY), FIELD (LAT), FIELD (LNG) };
static const int papers[] = {
  FIELD (BIRTH_CERT), FIELD (MARRIAGE_CERT), FIELD (DIVORCE_CERT), FIELD (DIVORCE_DATE), FIELD (PASSPORT), FIELD (PASSPORT_UNTIL), FIELD (KITAS), FIELD (CARD_TAG),
  FIELD (EKTP), FIELD (EKTP_STATUS), FIELD (EKTP_PLACE), FIELD (EKTP_DATE),
};
static const int care[] = { FIELD (INSURANCE), FIELD (INSURANCE_NO), FIELD (DISABILITY), FIELD (LITERACY), FIELD (CONTRACEPTION), FIELD (PREGNANT) };

/* A simple form asks what is required, NIK and telephone; the rest of a record stays as it is. */
static void
add_group (PamongForm *form, const char *title, const int *fields, guint n, gboolean simple)
{
  g_autofree int *kept = g_new (int, n);
  guint n_kept = 0;

  for (guint i = 0; i < n; i++)
    {
      int field = fields[i] & ~PAMONG_FORM_WIDE;

      if (!simple || field == PAMONG_RESIDENT_NIK || field == PAMONG_RESIDENT_PHONE || pamong_field_get (PAMONG_KIND_RESIDENT, field)->required)
        kept[n_kept++] = fields[i];
    }
  if (n_kept > 0)
    pamong_form_add_group (form, title, kept, n_kept);
}

void
pamong_resident_fields_add (PamongForm *form, gboolean simple)
{
  add_group (form, _ ("_Person"), person, G_N_ELEMENTS (person), simple);
  add_group (form, _ ("Pare_nts"), parents, G_N_ELEMENTS (parents), simple);
  add_group (form, _ ("_Dwelling and contact"), contact, G_N_ELEMENTS (contact), simple);
  add_group (form, _ ("Pape_rs"), papers, G_N_ELEMENTS (papers), simple);
  add_group (form, _ ("_Health and care"), care, G_N_ELEMENTS (care), simple);
}
