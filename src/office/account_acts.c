/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/account_acts.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "office/accounts.h"
#include "office/identity.h"
#include "store/desk_rows.h"

static const char *
text_of (const PamongRecord *account, int field)
{
  const char *text = pamong_record_text (account, field);

  return text != NULL ? text : "";
}

char *
pamong_account_limit_words (PamongStore *store, const PamongRecord *account)
{
  g_autofree char *hamlet = pamong_identity_word (store, PAMONG_WORD_HAMLET);
  g_autofree char *lower = g_utf8_strdown (hamlet, -1);
  const char *const words[] = { lower, "RW", "RT" };
  static const int fields[] = { PAMONG_ACCOUNT_DUSUN, PAMONG_ACCOUNT_RW, PAMONG_ACCOUNT_RT };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (pamong_record_is_set (account, fields[i]))
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", words[i], pamong_record_text (account, fields[i]));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  const PamongRecord *left = *(PamongRecord *const *) a, *right = *(PamongRecord *const *) b;
  int closed = (int) pamong_record_is_set (left, PAMONG_ACCOUNT_CLOSED) - (int) pamong_record_is_set (right, PAMONG_ACCOUNT_CLOSED);
  int by_name = g_utf8_collate (text_of (left, PAMONG_ACCOUNT_NAME), text_of (right, PAMONG_ACCOUNT_NAME));

  return closed != 0 ? closed : by_name != 0 ? by_name : strcmp (left->uid, right->uid);
}

GPtrArray *
pamong_accounts (PamongStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_ACCOUNT, error);
  g_autoptr (GPtrArray) accounts = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *account = g_ptr_array_index (all, i);

      if (g_strcmp0 (account->area, pamong_store_area (store)) == 0)
        g_ptr_array_add (accounts, pamong_record_copy (account));
    }
  g_ptr_array_sort (accounts, compare_accounts);
  return g_steal_pointer (&accounts);
}

gboolean
pamong_account_has_password (PamongStore *store, const PamongRecord *account)
{
  return pamong_secret_get (store, account->uid, NULL, NULL);
}

/* Somebody must be left who may change all of the village and this list. */
static gboolean
check_keeper_left (PamongStore *store, const PamongRecord *changed, GError **error)
{
  g_autoptr (GPtrArray) accounts = pamong_accounts (store, error);

  if (accounts == NULL)
    return FALSE;
  for (guint i = 0; i < accounts->len; i++)
    {
      const PamongRecord *account = g_ptr_array_index (accounts, i);

      if (g_str_equal (account->uid, changed->uid))
        account = changed;
      if (!pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED) && !pamong_account_is_limited (account) && pamong_account_has_password (store, account))
        return TRUE;
    }
  return pamong_office_invalid (error, _("This is the last account without a limit on this computer. Add another one first."));
}

static PamongRecord *
get_account (PamongOffice *office, const char *uid, GError **error)
{
  PamongRecord *account = pamong_store_get (office->store, PAMONG_KIND_ACCOUNT, uid, error);

  if (account == NULL && error != NULL && *error == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("There is no such account on this computer. Check the name."));
  return account;
}

/* The transaction of @act with a new secret for @uid in it. */
static gboolean
finish_with_secret (PamongAct *act, const char *uid, const char *password, char **recovery, GError **error)
{
  PamongWrite *write = pamong_act_begin (act, error);
  g_autofree char *code = NULL;

  if (write == NULL)
    return FALSE;
  code = pamong_account_put_secret (write, uid, password, error);
  if (code == NULL)
    {
      pamong_write_rollback (write);
      return FALSE;
    }
  if (!pamong_act_commit (act, write, error))
    return FALSE;
  if (recovery != NULL)
    *recovery = g_steal_pointer (&code);
  return TRUE;
}

gboolean
pamong_office_add_account_as (PamongOffice *office, PamongRecord *account, const char *password, char **recovery, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, "account.add", error);
  const char *name = pamong_record_text (account, PAMONG_ACCOUNT_NAME);

  if (act == NULL || !pamong_account_check_person (name, (PamongDuty) pamong_record_int (account, PAMONG_ACCOUNT_DUTY), error)
      || !pamong_account_check_password (password, error) || !pamong_account_is_name_free (office->store, name, NULL, error) || !pamong_act_adopt (act, account, error))
    return FALSE;
  pamong_act_put (act, account);
  return finish_with_secret (act, account->uid, password, recovery, error);
}

gboolean
pamong_office_add_account (PamongOffice *office, const char *name, PamongDuty duty, const char *password, char **account_uid, char **recovery, GError **error)
{
  g_autoptr (PamongRecord) account = pamong_record_new (PAMONG_KIND_ACCOUNT, NULL);

  if (name != NULL && !pamong_record_parse (account, PAMONG_ACCOUNT_NAME, name, error))
    return FALSE;
  pamong_record_set_int (account, PAMONG_ACCOUNT_DUTY, duty);
  if (!pamong_office_add_account_as (office, account, password, recovery, error))
    return FALSE;
  if (account_uid != NULL)
    *account_uid = g_strdup (account->uid);
  return TRUE;
}

gboolean
pamong_office_correct_account (PamongOffice *office, const PamongRecord *before, const PamongRecord *after, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, "account.correct", error);
  g_autoptr (PamongRecord) stored = act != NULL ? get_account (office, after->uid, error) : NULL;
  g_autoptr (PamongRecord) saved = NULL;
  const char *name;

  if (stored == NULL)
    return FALSE;
  saved = pamong_act_take_over (act, stored, before, after);
  name = pamong_record_text (saved, PAMONG_ACCOUNT_NAME);
  return pamong_account_check_person (name, (PamongDuty) pamong_record_int (saved, PAMONG_ACCOUNT_DUTY), error)
         && pamong_account_is_name_free (office->store, name, saved->uid, error) && check_keeper_left (office->store, saved, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_close_account (PamongOffice *office, const char *uid, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, "account.close", error);
  g_autoptr (PamongRecord) account = act != NULL ? get_account (office, uid, error) : NULL;

  if (account == NULL)
    return FALSE;
  if (g_str_equal (uid, office->account->uid))
    return pamong_office_invalid (error, _("You are signed in with this account. Sign in with another one to close it."));
  pamong_record_set_text (account, PAMONG_ACCOUNT_CLOSED, act->today);
  pamong_act_put (act, account);
  return check_keeper_left (office->store, account, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_reset_password (PamongOffice *office, const char *uid, const char *password, char **recovery, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, "account.password", error);
  g_autoptr (PamongRecord) account = act != NULL ? get_account (office, uid, error) : NULL;

  if (account == NULL)
    return FALSE;
  if (pamong_record_is_set (account, PAMONG_ACCOUNT_CLOSED))
    return pamong_office_invalid (error, _("This account was closed. Add a new one instead."));
  if (!g_str_equal (uid, office->account->uid) && !pamong_act_check_limit_of (act, account, error)) /* one's own password is one's own */
    return FALSE;
  if (!pamong_account_check_password (password, error))
    return FALSE;
  pamong_act_touch (act, uid);
  return finish_with_secret (act, uid, password, recovery, error);
}
