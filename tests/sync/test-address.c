/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sync/address.h"

typedef struct {
  const char *typed, *tidy;
  gboolean local;
} Case;

static void
test_tidy (void)
{
  static const Case cases[] = {
    { "http://127.0.0.1:8090", "http://127.0.0.1:8090", TRUE },
    { "http://127.9.8.7", "http://127.9.8.7", TRUE },
    { " http://localhost:8090/ ", "http://localhost:8090", TRUE },
    { "http://[::1]:8090", "http://[::1]:8090", TRUE },
    { "pamong.example.go.id", "https://pamong.example.go.id", FALSE },
    { "https://pamong.example.go.id:8443/", "https://pamong.example.go.id:8443", FALSE },
    { "http://pamong.example.go.id", NULL, FALSE },
    { "http://192.168.1.10:8090", NULL, FALSE },
    { "http://0.0.0.0:8090", NULL, FALSE },
    { "http://127.1:8090", NULL, FALSE }, /* an address in short: read differently by others */
    { "http://127.0.0.1.example.com", NULL, FALSE },
    { "http://127.0.0.1@example.com", NULL, FALSE },
    { "https://pamong@example.go.id", NULL, FALSE },
    { "https://example.go.id/pamong", NULL, FALSE },
    { "https://example.go.id/?a", NULL, FALSE },
    { "ftp://example.go.id", NULL, FALSE },
    { "file:///etc/hostname", NULL, FALSE },
    { "https://", NULL, FALSE },
    { "", NULL, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean local = FALSE;
      g_autofree char *tidy = pamong_address_tidy (cases[i].typed, &local, &error);

      g_assert_cmpstr (tidy, ==, cases[i].tidy);
      g_assert_cmpint (local, ==, cases[i].local);
      if (tidy == NULL)
        g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sync/address/tidy", test_tidy);
  return g_test_run ();
}
