/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/card_reader.h"

#include <string.h>

#define PACE_MS 60 /* readers send a key every 1 to 30 ms; nobody types seventeen keys at this pace */
#define DIGITS 16
#define LETTERS_MAX 64 /* with prefix, separators and suffix; more is a text pasted by keys */

struct _PamongCardReader {
  GString *typed;
  gint64 last;
  guint pace;
};

/* The only run of sixteen digits in @typed, separators between digits left out; NULL when there is none, or more than one. */
static char *
find_number (const char *typed)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autofree char *number = NULL;

  for (const char *c = typed;; c++)
    {
      if (g_ascii_isdigit (*c))
        g_string_append_c (digits, *c);
      else if (*c == '\0' || strchr (" .-/", *c) == NULL)
        {
          if (digits->len == DIGITS && number != NULL)
            return NULL;
          if (digits->len == DIGITS)
            number = g_strdup (digits->str);
          g_string_truncate (digits, 0);
        }
      if (*c == '\0')
        return g_steal_pointer (&number);
    }
}

PamongCardReader *
pamong_card_reader_new (void)
{
  PamongCardReader *self = g_new0 (PamongCardReader, 1);

  self->typed = g_string_new (NULL);
  self->pace = PACE_MS;
  return self;
}

void
pamong_card_reader_free (PamongCardReader *self)
{
  if (self == NULL)
    return;
  g_string_free (self->typed, TRUE);
  g_free (self);
}

void
pamong_card_reader_set_pace (PamongCardReader *self, guint ms)
{
  self->pace = ms;
}

gboolean
pamong_card_reader_key (PamongCardReader *self, gunichar letter, gint64 ms, char **number)
{
  gboolean begins = self->typed->len == 0 || ms - self->last > (gint64) self->pace || ms < self->last;

  *number = NULL;
  if (begins)
    g_string_truncate (self->typed, 0);
  self->last = ms;
  if (letter == '\n')
    {
      if (self->typed->len <= LETTERS_MAX)
        *number = find_number (self->typed->str);
      g_string_truncate (self->typed, 0);
      return begins;
    }
  if (letter != 0 && self->typed->len <= LETTERS_MAX)
    g_string_append_unichar (self->typed, letter);
  return begins;
}
