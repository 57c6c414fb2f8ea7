/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/backup.h"
#include "people.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>

/* A backup, which is checked and read back before it counts, against copying the same bytes, sending them through secretstream and back, and nothing else;
 * and opening it anew to look through what is inside, against opening and writing alone. */

#define PIECE (256 * 1024)
#define PASSPHRASE "empat kata untuk brankas"
#define ROUNDS 3

typedef struct {
  char *dir, *copy, *sealed, *back, *backup;
  guint8 key[PAMONG_KEY_BYTES];
} Bench;

static void
flush (FILE *file)
{
  fflush (file);
  g_fsync (fileno (file));
  fclose (file);
}

/* SQLite's own copy, without a check or a count. */
static void
copy_bare (const Bench *bench)
{
  g_autofree char *store = g_build_filename (bench->dir, "pamong.db", NULL);
  sqlite3 *from = NULL, *to = NULL;
  sqlite3_backup *backup;

  g_unlink (bench->copy);
  sqlite3_open_v2 (store, &from, SQLITE_OPEN_READONLY, NULL);
  sqlite3_open_v2 (bench->copy, &to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
  backup = sqlite3_backup_init (to, "main", from, "main");
  sqlite3_backup_step (backup, -1);
  if (sqlite3_backup_finish (backup) != SQLITE_OK)
    g_error ("no copy");
  sqlite3_close (to);
  sqlite3_close (from);
}

static void
seal_bare (const Bench *bench)
{
  FILE *in = g_fopen (bench->copy, "rb"), *out = g_fopen (bench->sealed, "wb");
  g_autofree guint8 *plain = g_malloc (PIECE), *sealed = g_malloc (PIECE + PAMONG_SEAL_EXTRA);
  guint8 head[PAMONG_SEAL_HEAD];
  g_autoptr (PamongSeal) seal = pamong_seal_new (bench->key, head);
  gsize size;

  fwrite (head, 1, sizeof head, out);
  do
    {
      size = fread (plain, 1, PIECE, in);
      pamong_seal_push (seal, plain, size, NULL, size < PIECE, sealed);
      fwrite (sealed, 1, size + PAMONG_SEAL_EXTRA, out);
    }
  while (size == PIECE);
  fclose (in);
  flush (out);
}

/* @write: as a file too, as verifying does. */
static void
open_bare (const Bench *bench, gboolean write)
{
  FILE *in = g_fopen (bench->sealed, "rb"), *out = write ? g_fopen (bench->back, "wb") : NULL;
  g_autofree guint8 *plain = g_malloc (PIECE), *sealed = g_malloc (PIECE + PAMONG_SEAL_EXTRA);
  guint8 head[PAMONG_SEAL_HEAD];
  g_autoptr (PamongSeal) seal = NULL;
  gboolean last = FALSE;

  if (fread (head, 1, sizeof head, in) != sizeof head)
    g_error ("no head");
  seal = pamong_seal_open (bench->key, head);
  while (!last)
    {
      gsize size = fread (sealed, 1, PIECE + PAMONG_SEAL_EXTRA, in);

      if (!pamong_seal_pull (seal, sealed, size, NULL, &last, plain))
        g_error ("not whole");
      if (out != NULL)
        fwrite (plain, 1, size - PAMONG_SEAL_EXTRA, out);
    }
  fclose (in);
  if (out != NULL)
    flush (out);
}

static double
bare_backup (const Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  copy_bare (bench);
  seal_bare (bench);
  open_bare (bench, FALSE);
  return people_elapsed (start);
}

static double
bare_verify (const Bench *bench)
{
  gint64 start = g_get_monotonic_time ();

  open_bare (bench, TRUE);
  return people_elapsed (start);
}

static double
our_backup (const Bench *bench, PamongStore *store, const PamongBackupKey *key)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  if (!pamong_backup_create (store, bench->backup, key, NULL, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return people_elapsed (start);
}

static double
our_verify (const Bench *bench)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongBackup) backup = NULL;
  gint64 start = g_get_monotonic_time ();

  if ((backup = pamong_backup_verify (bench->backup, PASSPHRASE, bench->dir, NULL, NULL, NULL, &error)) == NULL)
    g_error ("%s", error->message);
  return people_elapsed (start);
}

/* What packing would cost, at its fastest. */
static double
pack (const Bench *bench)
{
  g_autoptr (GZlibCompressor) gzip = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1);
  g_autoptr (GFile) from = g_file_new_for_path (bench->copy), to = g_file_new_for_path (bench->back);
  g_autoptr (GInputStream) in = G_INPUT_STREAM (g_file_read (from, NULL, NULL));
  g_autoptr (GOutputStream) out = G_OUTPUT_STREAM (g_file_replace (to, NULL, FALSE, 0, NULL, NULL)), packed = g_converter_output_stream_new (out, G_CONVERTER (gzip));
  gint64 start = g_get_monotonic_time ();

  g_output_stream_splice (packed, in, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);
  return people_elapsed (start);
}

static void
print (const char *name, double ours, double bare)
{
  g_print ("{\"bench\":\"%s\",\"value\":%.0f,\"unit\":\"ms\",\"bound\":%.0f,\"ratio\":%.2f,\"n\":50000}\n", name, ours, bare, ours / bare);
}

int
main (int argc, char **argv)
{
  PamongOffice *office;
  g_autoptr (PamongStore) store = NULL;
  g_autoptr (PamongBackupKey) key = NULL;
  double backup[2] = { G_MAXDOUBLE, G_MAXDOUBLE }, verify[2] = { G_MAXDOUBLE, G_MAXDOUBLE }, packed = G_MAXDOUBLE;
  Bench bench = { 0 };

  pamong_crypto_init ();
  office = people_office (50000, NULL);
  bench.dir = g_strdup (pamong_store_dir (pamong_office_store (office)));
  bench.copy = g_build_filename (bench.dir, "bare.db", NULL);
  bench.sealed = g_build_filename (bench.dir, "bare.sealed", NULL);
  bench.back = g_build_filename (bench.dir, "bare.back", NULL);
  bench.backup = g_build_filename (bench.dir, "ours.cadangan", NULL);
  pamong_secret_new (bench.key);
  key = pamong_backup_key_new (PASSPHRASE);
  store = pamong_store_open (bench.dir, PAMONG_STORE_READ, NULL);
  for (int i = 0; i < ROUNDS; i++)
    {
      backup[1] = MIN (backup[1], bare_backup (&bench));
      backup[0] = MIN (backup[0], our_backup (&bench, store, key));
      verify[1] = MIN (verify[1], bare_verify (&bench));
      verify[0] = MIN (verify[0], our_verify (&bench));
      packed = MIN (packed, pack (&bench));
    }
  print ("backup-50000", backup[0], backup[1]);
  print ("backup-verify-50000", verify[0], verify[1]);
  print ("backup-if-packed", packed, backup[1]);
  g_clear_pointer (&store, pamong_store_close);
  people_close (office);
  return 0;
}
