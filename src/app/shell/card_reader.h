/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* A card reader is a keyboard that types fast: sixteen digits, perhaps with signs before, between and behind, then Enter. Told from a person by its pace
 * alone, so no key is held back; when the Enter comes it is known what the letters before it were. No widget: key, time, answer. */
typedef struct _PamongCardReader PamongCardReader;
PamongCardReader *pamong_card_reader_new (void);
void pamong_card_reader_free (PamongCardReader *reader);
/** pamong_card_reader_set_pace: the longest time between two keys of one card, in milliseconds; 60 unless set. */
void pamong_card_reader_set_pace (PamongCardReader *reader, guint ms);
/** pamong_card_reader_key: @letter: what the key types, 0 = none (Enter is '\n'). @ms: when. @number: (out) (transfer full) (nullable): the sixteen digits
 * when this was the Enter of a card. Returns: TRUE when the key begins something new, by a person or a reader. */
gboolean pamong_card_reader_key (PamongCardReader *reader, gunichar letter, gint64 ms, char **number);
