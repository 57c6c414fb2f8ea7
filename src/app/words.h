/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* How figures, times and sizes are written on the screen: 1.846, 10.32, 12-04 16.05, 2,9 kB. */

/** pamong_words_number: Returns: (transfer full): "1.846". */
char *pamong_words_number (gint64 number);
/** pamong_words_clock: Returns: (transfer full): "10.32", local time. */
char *pamong_words_clock (gint64 t);
/** pamong_words_time: Returns: (transfer full): "10.32" for today, else "12-04 16.05"; with another year "12-04-2025". */
char *pamong_words_time (gint64 t, gint64 now);
/** pamong_words_day: Returns: (transfer full): "12-04-2026 09.14". */
char *pamong_words_day (gint64 t);
/** pamong_words_waiting: how long something waits. Returns: (transfer full): "today", "1 day", "5 days". */
char *pamong_words_waiting (gint64 since, gint64 now);
/** pamong_words_contact: when somebody was last heard of. Returns: (transfer full): "today 08.29", "yesterday 15.20", "9 days ago". */
char *pamong_words_contact (gint64 t, gint64 now);
/** pamong_words_bytes: Returns: (transfer full): "640 B", "2,9 kB", "1,4 MB". */
char *pamong_words_bytes (gint64 bytes);
/** pamong_words_set_hamlet: what a hamlet is called here: "Lingkungan" in a kelurahan. */
void pamong_words_set_hamlet (const char *word);
/** pamong_words_hamlet: @words: as translated, with "dusun" in it, a mnemonic perhaps. Returns: (transfer none): the same with the word in use here. */
const char *pamong_words_hamlet (const char *words);
/** pamong_words_act: Returns: (transfer none): what an act is called in a list: "family.register" -> "New family". */
const char *pamong_words_act (const char *act);
