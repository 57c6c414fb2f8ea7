/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/shell/status.h"
#include "app/words.h"

/* What the pill says, in the order of R17; and how times and figures are written. */

#define NOW 1773126000 /* 2026-03-10 14.00 WIB */
#define DAY (24 * 3600)

static void
expect (const PamongStatusFacts *facts, const char *words, gboolean warning)
{
  PamongStatusLine line = { 0 };

  pamong_status_line (facts, &line);
  g_assert_cmpstr (line.words, ==, words);
  g_assert_cmpint (line.warning, ==, warning);
  g_assert_nonnull (line.icon);
  pamong_status_line_clear (&line);
}

static void
test_order (void)
{
  PamongStatusFacts facts = { .now = NOW, .enrolled = TRUE, .complete = TRUE };

  expect (&facts, "Semua terkirim", FALSE);
  facts.counts.last_sync = NOW - 3600;
  expect (&facts, "Semua terkirim 13.00", FALSE);
  facts.counts.last_sync = NOW - 2 * DAY;
  expect (&facts, "Semua terkirim 08-03 14.00", FALSE);
  facts.complete = FALSE;
  expect (&facts, "Belum lengkap", FALSE);
  facts.counts.pending = 12;
  facts.counts.oldest_pending = NOW - 60;
  expect (&facts, "12 menunggu jaringan", FALSE);
  facts.counts.oldest_pending = NOW - 2 * DAY;
  expect (&facts, "12 menunggu jaringan, terlama 2 hari", FALSE);
  facts.stopped = "x";
  expect (&facts, "Pengiriman berhenti", TRUE);
  facts.counts.conflicts = 1;
  expect (&facts, "1 beda isian", TRUE);
  facts.counts.held = 2;
  expect (&facts, "2 perlu diperbaiki", TRUE);
}

static void
test_before_enrolment (void)
{
  PamongStatusFacts facts = { .now = NOW, .counts = { .pending = 1240, .oldest_pending = NOW } };

  expect (&facts, "belum terhubung, 1.240 tersimpan di komputer ini", FALSE);
  facts.practice = TRUE;
  expect (&facts, "Latihan, tidak dikirim", FALSE);
}

static void
expect_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_words (void)
{
  expect_text (pamong_words_number (0), "0");
  expect_text (pamong_words_number (999), "999");
  expect_text (pamong_words_number (1846), "1.846");
  expect_text (pamong_words_number (1300000), "1.300.000");
  expect_text (pamong_words_bytes (640), "640 B");
  expect_text (pamong_words_bytes (2900), "2,9 kB");
  expect_text (pamong_words_bytes (1380000), "1,4 MB");
  expect_text (pamong_words_time (NOW, NOW), "14.00");
  expect_text (pamong_words_time (NOW - DAY, NOW), "09-03 14.00");
  expect_text (pamong_words_time (NOW - 400 * DAY, NOW), "03-02-2025");
  expect_text (pamong_words_waiting (NOW - 15 * 3600, NOW), "1 hari");
  expect_text (pamong_words_waiting (NOW - 60, NOW), "hari ini");
  expect_text (pamong_words_waiting (NOW + DAY, NOW), "hari ini"); /* a clock that ran ahead */
}

int
main (int argc, char **argv)
{
  pamong_language_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status/order", test_order);
  g_test_add_func ("/status/before-enrolment", test_before_enrolment);
  g_test_add_func ("/status/words", test_words);
  return g_test_run ();
}
