/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/act.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "office/account_acts.h"
#include "store/desk_rows.h"
#include "wire/crypto.h"

#define PASSWORD_MIN 8

static gboolean
check_place (PamongLevel level, const char *area, GError **error)
{
  const PamongRegion *region = area != NULL ? pamong_regions_find (area) : NULL;
  const char *type = region != NULL ? region->type : "";

  switch (level)
    {
    case PAMONG_LEVEL_VILLAGE:
      if (g_str_equal (type, "desa") || g_str_equal (type, "kelurahan"))
        return TRUE;
      return pamong_office_invalid (error, _("Choose a village or kelurahan from the list, for example 35.22.28.2001."));
    case PAMONG_LEVEL_DISTRICT:
      if (g_str_equal (type, "kecamatan"))
        return TRUE;
      return pamong_office_invalid (error, _("Choose a district from the list, for example 35.22.28."));
    case PAMONG_LEVEL_REGENCY:
      if (g_str_equal (type, "kabupaten"))
        return TRUE;
      return pamong_office_invalid (error, _("The code of the regency is 35.22."));
    default:
      return pamong_office_invalid (error, _("Choose whether this computer stands in a village, a district or the regency."));
    }
}

gboolean
pamong_account_check_password (const char *password, GError **error)
{
  if (password == NULL || !g_utf8_validate (password, -1, NULL) || g_utf8_strlen (password, -1) < PASSWORD_MIN)
    return pamong_office_invalid (error, _("The password needs at least 8 characters. A short sentence is easy to remember."));
  return TRUE;
}

gboolean
pamong_account_check_person (const char *name, PamongDuty duty, GError **error)
{
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);

  if (pamong_text_is_blank (name))
    return pamong_office_invalid (error, _("Fill in the name of the person who will work here."));
  if (!pamong_record_parse (account, PAMONG_ACCOUNT_NAME, name, error))
    return FALSE;
  if (pamong_codes_find ("tugas", (int) duty) == NULL)
    return pamong_office_invalid (error, _("Choose the duty of this person from the list."));
  return TRUE;
}

static PamongRecord *
new_account (const char *area, const char *name, PamongDuty duty)
{
  PamongRecord *account = pamong_record_new (PAMONG_KIND_ACCOUNT, area);

  pamong_record_parse (account, PAMONG_ACCOUNT_NAME, name, NULL); /* read before by pamong_account_check_person */
  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, duty);
  return account;
}

char *
pamong_account_put_secret (PamongWrite *write, const char *account_uid, const char *password, GError **error)
{
  g_autofree char *code = pamong_recovery_code_new ();
  g_autofree char *tidy = pamong_code_tidy (code);
  g_autofree char *verifier = pamong_password_hash (password);
  g_autofree char *recovery = pamong_password_hash (tidy);

  return pamong_secret_put (write, account_uid, verifier, recovery, error) ? g_steal_pointer (&code) : NULL;
}

static gboolean
is_called (const PamongRecord *account, const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *trimmed = g_strstrip (g_strdup (valid));
  g_autofree char *wanted = g_utf8_casefold (trimmed, -1);
  g_autofree char *has = g_utf8_casefold (pamong_record_text (account, PAMONG_ACCOUNT_NAME) != NULL ? pamong_record_text (account, PAMONG_ACCOUNT_NAME) : "", -1);

  return g_str_equal (account->uid, trimmed) || g_str_equal (has, wanted);
}

/* The account by uid or name; of several with one name the one whose password is known here. Its secrets: (out) (transfer full), NULL when they are not. */
static PamongRecord *
find_account (PamongStore *store, const char *name, char **verifier, char **recovery, GError **error)
{
  g_autoptr (GPtrArray) accounts = pamong_store_all (store, PAMONG_KIND_ACCOUNT, error);
  gboolean known = FALSE;

  if (accounts == NULL)
    return NULL;
  for (guint i = 0; name != NULL && i < accounts->len; i++)
    {
      const PamongRecord *account = g_ptr_array_index (accounts, i);

      if (pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED) || !is_called (account, name))
        continue;
      known = TRUE;
      if (pamong_secret_get (store, account->uid, verifier, recovery))
        return pamong_record_copy (account);
    }
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED,
                       known ? _("This account has no password on this computer. Ask whoever set it up to add you here.")
                             : _("There is no such account on this computer. Check the name."));
  return NULL;
}

static gboolean
denied (GError **error, const char *message)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_DENIED, message);
  return FALSE;
}

/* A folder whose making was cut short before it held a level is taken up again. */
static gboolean
is_taken (PamongOffice *office)
{
  return pamong_store_level (office->store) != 0;
}

static gboolean
write_first (PamongOffice *office, PamongLevel level, const char *area, const PamongRecord *account, const char *password, char **recovery, GError **error)
{
  g_autoptr (PamongWrite) write = pamong_write_begin (office->store, account->uid, "account.init", NULL, error);
  g_autofree char *today = pamong_clock_today ();
  g_autofree char *code = NULL;

  if (write == NULL || !pamong_write_meta (write, "level", pamong_level_name (level), error) || !pamong_write_meta (write, "area", area, error)
      || !pamong_write_meta (write, "created", today, error) || !pamong_write_put (write, account, error)
      || (code = pamong_account_put_secret (write, account->uid, password, error)) == NULL
      || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  if (recovery != NULL)
    *recovery = g_steal_pointer (&code);
  return TRUE;
}

PamongOffice *
pamong_office_init (const char *dir, PamongLevel level, const char *area, const char *operator_name, PamongDuty duty, const char *password, char **recovery,
                    GError **error)
{
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongRecord) account = NULL;

  if (!check_place (level, area, error) || !pamong_account_check_person (operator_name, duty, error) || !pamong_account_check_password (password, error))
    return NULL;
  office = pamong_office_open_in (dir, PAMONG_STORE_CREATE, error);
  if (office == NULL)
    return NULL;
  if (is_taken (office))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT,
                           _("There is data in this folder already. Sign in with it, or choose an empty folder."));
      return NULL;
    }
  account = new_account (area, operator_name, duty);
  if (!write_first (office, level, area, account, password, recovery, error))
    return NULL;
  office->account = g_steal_pointer (&account);
  return g_steal_pointer (&office);
}

PamongRecord *
pamong_office_check_password (PamongStore *store, const char *account, const char *password, GError **error)
{
  g_autofree char *verifier = NULL;
  g_autoptr (PamongRecord) found = find_account (store, account, &verifier, NULL, error);

  if (found == NULL)
    return NULL;
  if (password != NULL && pamong_password_verify (verifier, password))
    return g_steal_pointer (&found);
  denied (error, _("The password does not fit. Check Caps Lock, or use the recovery code."));
  return NULL;
}

gboolean
pamong_office_sign_in (PamongOffice *office, const char *account, const char *password, GError **error)
{
  g_autoptr (PamongRecord) found = pamong_office_check_password (office->store, account, password, error);

  if (found == NULL)
    return FALSE;
  g_clear_pointer (&office->account, pamong_record_free);
  office->account = g_steal_pointer (&found);
  return TRUE;
}

gboolean
pamong_office_recover (PamongOffice *office, const char *account, const char *code, const char *password, char **new_code, GError **error)
{
  g_autofree char *recovery = NULL;
  g_autofree char *tidy = pamong_code_tidy (code != NULL ? code : "");
  g_autofree char *next = NULL;
  g_autoptr (PamongRecord) found = find_account (office->store, account, NULL, &recovery, error);
  g_autoptr (PamongWrite) write = NULL;

  if (found == NULL)
    return FALSE;
  if (!pamong_password_verify (recovery, tidy))
    return denied (error, _("The recovery code does not fit. Compare it with the paper printed when the account was made."));
  if (!pamong_account_check_password (password, error) || (write = pamong_write_begin_plain (office->store, error)) == NULL
      || (next = pamong_account_put_secret (write, found->uid, password, error)) == NULL || !pamong_write_commit (g_steal_pointer (&write), NULL, NULL, error))
    return FALSE;
  g_clear_pointer (&office->account, pamong_record_free);
  office->account = g_steal_pointer (&found);
  if (new_code != NULL)
    *new_code = g_steal_pointer (&next);
  return TRUE;
}

void
pamong_office_sign_out (PamongOffice *office)
{
  g_clear_pointer (&office->account, pamong_record_free);
}

const PamongRecord *
pamong_office_account (PamongOffice *office)
{
  return office->account;
}

gboolean
pamong_account_is_name_free (PamongStore *store, const char *name, const char *but, GError **error)
{
  g_autoptr (GPtrArray) accounts = pamong_store_all (store, PAMONG_KIND_ACCOUNT, error);

  if (accounts == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      const PamongRecord *account = g_ptr_array_index (accounts, i);

      if (g_strcmp0 (account->uid, but) != 0 && is_called (account, name) && !pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED) && pamong_secret_get (store, account->uid, NULL, NULL))
        return pamong_office_invalid (error, _("There is an account with this name already. Add a second name to tell them apart."));
    }
  return TRUE;
}
