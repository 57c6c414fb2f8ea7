/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/phrase.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/letter_type.h"
#include "letters/filters.h"

#define DOTS "............................"

typedef enum { WORDS, FACT, BEGIN_IF, ELSE, END_IF, BOLD, UNDERLINE } SegmentKind;
typedef struct { SegmentKind kind; char *text, **filters; } Segment;

struct _PamongPhrase { GArray *segments; };

static void
segment_clear (gpointer data)
{
  Segment *segment = data;

  g_free (segment->text);
  g_strfreev (segment->filters);
}

static void
add (PamongPhrase *phrase, SegmentKind kind, const char *text, gsize length)
{
  Segment segment = { kind, g_strndup (text, length), NULL };

  g_array_append_val (phrase->segments, segment);
}

static char *
add_fact (PamongPhrase *phrase, const char *text, gsize length)
{
  g_autofree char *inner = g_strndup (text, length);
  char **parts = g_strsplit (inner, "|", -1);
  Segment segment = { FACT, g_strdup (parts[0] != NULL ? g_strstrip (parts[0]) : ""), parts };

  g_array_append_val (phrase->segments, segment);
  if (*segment.text == '\0')
    return g_strdup (_("{} is empty."));
  for (guint i = 1; parts[i] != NULL; i++)
    if (!pamong_filter_known (g_strstrip (parts[i])))
      {
        g_autofree char *names = pamong_filter_names ();

        return g_strdup_printf (_("|%s is unknown; there are: %s."), parts[i], names);
      }
  return NULL;
}

/* What stands in brackets. Returns: (nullable): a fault. */
static char *
add_bracket (PamongPhrase *phrase, const char *text, gsize length, int *depth)
{
  if (length > 1 && *text == '?')
    {
      add (phrase, BEGIN_IF, text + 1, length - 1);
      (*depth)++;
      return NULL;
    }
  if (length == 1 && *text == ':' && *depth > 0)
    {
      add (phrase, ELSE, "", 0);
      return NULL;
    }
  if (length == 2 && strncmp (text, "/?", 2) == 0 && *depth > 0)
    {
      add (phrase, END_IF, "", 0);
      (*depth)--;
      return NULL;
    }
  return g_strdup_printf (_("[%.*s] is unknown here."), (int) MIN (length, 40), text);
}

static char *
read_segments (PamongPhrase *phrase, const char *at)
{
  char *fault = NULL;
  int depth = 0;

  while (*at != '\0' && fault == NULL)
    {
      gsize plain = strcspn (at, "{[*_\\");
      const char *end;

      if (plain > 0)
        add (phrase, WORDS, at, plain);
      at += plain;
      if (*at == '\0')
        break;
      if (*at == '\\' || *at == '*' || *at == '_')
        {
          gboolean escaped = *at == '\\' && at[1] != '\0';

          add (phrase, escaped || *at == '\\' ? WORDS : *at == '*' ? BOLD : UNDERLINE, escaped ? at + 1 : at, escaped ? (gsize) (g_utf8_next_char (at + 1) - at - 1) : 1);
          at = escaped ? g_utf8_next_char (at + 1) : at + 1;
          continue;
        }
      end = strchr (at, *at == '{' ? '}' : ']');
      if (end == NULL)
        return g_strdup_printf (*at == '{' ? _("{ is never closed.") : _("[ is never closed."));
      fault = *at == '{' ? add_fact (phrase, at + 1, (gsize) (end - at - 1)) : add_bracket (phrase, at + 1, (gsize) (end - at - 1), &depth);
      at = end + 1;
    }
  return fault != NULL || depth == 0 ? fault : g_strdup (_("[?…] is never closed by [/?]."));
}

PamongPhrase *
pamong_phrase_parse (const char *source, char **fault)
{
  PamongPhrase *phrase = g_new0 (PamongPhrase, 1);

  phrase->segments = g_array_new (FALSE, FALSE, sizeof (Segment));
  g_array_set_clear_func (phrase->segments, segment_clear);
  *fault = read_segments (phrase, source);
  if (*fault == NULL)
    return phrase;
  pamong_phrase_free (phrase);
  return NULL;
}

void
pamong_phrase_free (PamongPhrase *phrase)
{
  if (phrase == NULL)
    return;
  g_array_unref (phrase->segments);
  g_free (phrase);
}

typedef struct {
  const PamongScope *scope;
  PamongWords *words;
  PamongFont font;
  PamongGap gap;
  gboolean bold, underlined;
  guint n_facts, n_known;
} Filling;

static void
say (Filling *filling, char *text)
{
  PamongSpan span = { text, filling->font, filling->underlined };

  span.font.bold ^= filling->bold;
  g_ptr_array_add (filling->words->owned, text);
  g_array_append_val (filling->words->spans, span);
}

static char *
filtered (const Segment *segment, const PamongScope *scope)
{
  char *value = pamong_letter_value (segment->text, scope->facts, scope->list, scope->row);

  for (guint i = 1; segment->filters[i] != NULL; i++)
    {
      char *next = pamong_filter_apply (segment->filters[i], value);

      g_free (value);
      value = next;
    }
  return value;
}

static gboolean
may_be_empty (const Segment *segment)
{
  for (guint i = 1; segment->filters[i] != NULL; i++)
    if (g_str_equal (segment->filters[i], "kosong"))
      return TRUE;
  return FALSE;
}

static void
say_fact (Filling *filling, const Segment *segment)
{
  g_autofree char *value = filtered (segment, filling->scope);

  filling->n_facts++;
  if (*value != '\0')
    {
      filling->n_known++;
      say (filling, g_steal_pointer (&value));
    }
  else if (!may_be_empty (segment) && filling->gap != PAMONG_GAP_NONE)
    say (filling, g_strdup (filling->gap == PAMONG_GAP_DOTS ? DOTS : "-"));
}

/* Past what is not said: to the [:] or [/?] of this depth. */
static guint
skip (const PamongPhrase *phrase, guint i, gboolean stop_at_else)
{
  int depth = 0;

  for (; i < phrase->segments->len; i++)
    {
      SegmentKind kind = g_array_index (phrase->segments, Segment, i).kind;

      if (depth == 0 && (kind == END_IF || (kind == ELSE && stop_at_else)))
        return i;
      depth += (kind == BEGIN_IF) - (kind == END_IF);
    }
  return i;
}

static guint
say_segment (Filling *filling, const PamongPhrase *phrase, guint i)
{
  const Segment *segment = &g_array_index (phrase->segments, Segment, i);

  switch (segment->kind)
    {
    case WORDS:
      say (filling, g_strdup (segment->text));
      return i;
    case FACT:
      say_fact (filling, segment);
      return i;
    case BEGIN_IF:
      return pamong_condition_holds (segment->text, filling->scope->facts, filling->scope->list, filling->scope->row) ? i : skip (phrase, i + 1, TRUE);
    case ELSE: /* what was said before it held */
      return skip (phrase, i + 1, FALSE);
    case BOLD:
      filling->bold = !filling->bold;
      return i;
    case UNDERLINE:
      filling->underlined = !filling->underlined;
      return i;
    case END_IF:
    default:
      return i;
    }
}

static const char *
box_filter (const PamongPhrase *phrase)
{
  const Segment *first = phrase->segments->len > 0 ? &g_array_index (phrase->segments, Segment, 0) : NULL;

  for (guint i = 1; first != NULL && first->kind == FACT && first->filters[i] != NULL; i++)
    if (g_str_has_prefix (first->filters[i], "kotak "))
      return first->filters[i];
  return NULL;
}

PamongWords *
pamong_phrase_fill (const PamongPhrase *phrase, const PamongScope *scope, PamongFont font, PamongGap gap)
{
  PamongWords *words = g_new0 (PamongWords, 1);
  Filling filling = { scope, words, font, gap };

  words->spans = g_array_new (FALSE, FALSE, sizeof (PamongSpan));
  words->owned = g_ptr_array_new_with_free_func (g_free);
  for (guint i = box_filter (phrase) != NULL ? 1 : 0; i < phrase->segments->len; i++)
    i = say_segment (&filling, phrase, i);
  words->empty = filling.n_facts > 0 && filling.n_known == 0;
  return words;
}

void
pamong_words_free (PamongWords *words)
{
  g_array_unref (words->spans);
  g_ptr_array_unref (words->owned);
  g_free (words);
}

char *
pamong_words_text (const PamongWords *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < words->spans->len; i++)
    g_string_append (text, g_array_index (words->spans, PamongSpan, i).text);
  return g_string_free (text, FALSE);
}

gboolean
pamong_words_is_blank (const PamongWords *words)
{
  for (guint i = 0; i < words->spans->len; i++)
    {
      const char *text = g_array_index (words->spans, PamongSpan, i).text;

      if (text[strspn (text, " \n")] != '\0')
        return FALSE;
    }
  return TRUE;
}

guint
pamong_phrase_boxes (const PamongPhrase *phrase, const PamongScope *scope, char **value)
{
  const char *filter = box_filter (phrase);

  if (filter == NULL)
    return 0;
  *value = filtered (&g_array_index (phrase->segments, Segment, 0), scope);
  return (guint) CLAMP (g_ascii_strtoll (filter + strlen ("kotak "), NULL, 10), 1, 60);
}

void
pamong_phrase_each_key (const PamongPhrase *phrase, void (*visit) (const char *text, gboolean condition, gpointer data), gpointer data)
{
  for (guint i = 0; i < phrase->segments->len; i++)
    {
      const Segment *segment = &g_array_index (phrase->segments, Segment, i);

      if (segment->kind == FACT || segment->kind == BEGIN_IF)
        visit (segment->text, segment->kind == BEGIN_IF, data);
    }
}
