/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/uid.h"

#include "domain/names.h"

#include <string.h>

static PamongRandomFunc random_func;
static gpointer random_data;

static void
fill (guint8 *bytes, gsize n)
{
  if (random_func != NULL)
    {
      random_func (bytes, n, random_data);
      return;
    }
  for (gsize i = 0; i < n; i += 4)
    {
      guint32 word = g_random_int ();
      memcpy (bytes + i, &word, MIN (4, n - i));
    }
}

/* The bits RFC 9562 asks of a UUID, then base64url without padding: 22 characters. */
static char *
encode (guint8 *bytes, guint version)
{
  bytes[6] = (bytes[6] & 0x0f) | (version << 4);
  bytes[8] = (bytes[8] & 0x3f) | 0x80;

  char *text = g_base64_encode (bytes, 16);
  text[PAMONG_UID_LENGTH] = '\0';
  for (char *c = text; *c != '\0'; c++)
    *c = *c == '+' ? '-' : *c == '/' ? '_' : *c;
  return text;
}

void
pamong_uid_set_random (PamongRandomFunc func, gpointer data)
{
  random_func = func;
  random_data = data;
}

char *
pamong_uid_new (void)
{
  guint8 bytes[16];

  fill (bytes, sizeof bytes);
  return encode (bytes, 4);
}

char *
pamong_uid_new_at (guint place, guint of)
{
  static const char ordered[] = "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz";
  char *uid = pamong_uid_new ();
  guint64 rest = ((guint64) MIN (place, of) << 24) / ((guint64) of + 1);

  for (int i = 3; i >= 0; i--, rest >>= 6)
    uid[i] = ordered[rest & 63];
  return uid;
}

char *
pamong_uid_derive (const char *name_space, const char *const *parts)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  /* The closing NUL is hashed too, so that ("a", "bc") and ("ab", "c") differ. */
  g_checksum_update (sum, (const guchar *) name_space, strlen (name_space) + 1);
  for (gsize i = 0; parts[i] != NULL; i++)
    g_checksum_update (sum, (const guchar *) parts[i], strlen (parts[i]) + 1);
  g_checksum_get_digest (sum, digest, &length);
  return encode (digest, 8);
}

char *
pamong_uid_of_area (const char *area, const char *dusun, const char *rw, const char *rt)
{
  g_autofree char *folded = pamong_fold (dusun != NULL ? dusun : "");

  return pamong_uid_derive ("area", (const char *const[]) { area, folded, rw != NULL ? rw : "", rt != NULL ? rt : "", NULL });
}

char *
pamong_uid_of_identity (const char *area)
{
  return pamong_uid_derive ("identity", (const char *const[]) { area, NULL });
}

char *
pamong_uid_of_numbering (const char *area)
{
  return pamong_uid_derive ("numbering", (const char *const[]) { area, NULL });
}

char *
pamong_uid_of_letter_type (const char *area, const char *key)
{
  return pamong_uid_derive ("letter_type", (const char *const[]) { area, key, NULL });
}

gboolean
pamong_uid_is_derived (const char *uid)
{
  return uid[8] >= 'g' && uid[8] <= 'j'; /* the version is in the upper four bits of the ninth character: 8 */
}

gboolean
pamong_uid_is_valid (const char *uid)
{
  gsize n = 0;

  if (uid == NULL)
    return FALSE;
  for (; n <= PAMONG_UID_LENGTH && uid[n] != '\0'; n++)
    if (!g_ascii_isalnum (uid[n]) && uid[n] != '-' && uid[n] != '_')
      return FALSE;
  return n == PAMONG_UID_LENGTH;
}
