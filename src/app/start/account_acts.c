/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/start/account_acts.h"

typedef struct {
  char *account, *code, *password;
} Secrets;

static Secrets *
make_secrets (const char *account, const char *code, const char *password)
{
  Secrets *secrets = g_new0 (Secrets, 1);

  secrets->account = g_strdup (account);
  secrets->code = g_strdup (code);
  secrets->password = g_strdup (password);
  return secrets;
}

static void
forget (char *secret)
{
  if (secret != NULL)
    memset (secret, 0, strlen (secret));
  g_free (secret);
}

static void
free_secrets (Secrets *secrets)
{
  g_free (secrets->account);
  forget (secrets->code);
  forget (secrets->password);
  g_free (secrets);
}

static gpointer
sign_in (PamongOffice *office, gpointer data, GError **error)
{
  Secrets *secrets = data;

  if (!pamong_office_sign_in (office, secrets->account, secrets->password, error))
    return NULL;
  return g_strdup (pamong_office_account (office)->uid);
}

static gpointer
recover (PamongOffice *office, gpointer data, GError **error)
{
  Secrets *secrets = data;
  char *code = NULL;

  if (!pamong_office_recover (office, secrets->account, secrets->code, secrets->password, &code, error))
    return NULL;
  return code;
}

static gpointer
sign_out (PamongOffice *office, gpointer data, GError **error)
{
  pamong_office_sign_out (office);
  return NULL;
}

void
pamong_sign_in_async (PamongDesk *desk, const char *account, const char *password, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, sign_in, make_secrets (account, NULL, password), (GDestroyNotify) free_secrets, g_free, NULL, callback, user_data);
}

char *
pamong_sign_in_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_recover_async (PamongDesk *desk, const char *account, const char *code, const char *password, GAsyncReadyCallback callback, gpointer user_data)
{
  pamong_desk_run_async (desk, recover, make_secrets (account, code, password), (GDestroyNotify) free_secrets, g_free, NULL, callback, user_data);
}

char *
pamong_recover_finish (PamongDesk *desk, GAsyncResult *result, GError **error)
{
  return pamong_desk_run_finish (desk, result, error);
}

void
pamong_sign_out_async (PamongDesk *desk)
{
  pamong_desk_run_async (desk, sign_out, NULL, NULL, NULL, NULL, NULL, NULL);
}
