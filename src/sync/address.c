/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/address.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_local (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);

  if (address != NULL)
    return g_inet_address_get_is_loopback (address);
  return g_ascii_strcasecmp (host, "localhost") == 0; /* curl itself never asks a name server for it */
}

static gboolean
is_bare (GUri *uri)
{
  const char *path = g_uri_get_path (uri);

  return (*path == '\0' || strcmp (path, "/") == 0) && g_uri_get_userinfo (uri) == NULL && g_uri_get_query (uri) == NULL && g_uri_get_fragment (uri) == NULL;
}

char *
pamong_address_tidy (const char *url, gboolean *local, GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (url));
  g_autofree char *whole = strstr (typed, "://") != NULL ? g_strdup (typed) : g_strconcat ("https://", typed, NULL);
  g_autoptr (GUri) uri = g_uri_parse (whole, G_URI_FLAGS_NONE, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  gboolean here;

  if (host == NULL || *host == '\0' || (strcmp (scheme, "http") != 0 && strcmp (scheme, "https") != 0) || !is_bare (uri))
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
                           _("The server address is not complete. Write it as in the letter from the regency, for example https://pamong.example.go.id."));
      return NULL;
    }
  here = is_local (host);
  if (!here && strcmp (scheme, "http") == 0)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID,
                           _("The server address begins with http://, which is not safe. Write https:// instead."));
      return NULL;
    }
  if (local != NULL)
    *local = here;
  return g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, host, g_uri_get_port (uri), "", NULL, NULL);
}
