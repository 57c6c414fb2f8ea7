/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/body_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Nodes of one line each, and what they are freed by. */

static void
phrase_free (gpointer phrase)
{
  pamong_phrase_free (phrase);
}

static void
sign_free (gpointer data)
{
  PamongSignCell *sign = data;

  g_ptr_array_unref (sign->lines);
  g_ptr_array_unref (sign->under);
  pamong_phrase_free (sign->name);
  g_free (sign);
}

void
pamong_node_free (gpointer data)
{
  PamongNode *node = data;

  g_free (node->word);
  g_free (node->widths);
  pamong_phrase_free (node->label);
  pamong_phrase_free (node->phrase);
  g_clear_pointer (&node->cells, g_ptr_array_unref);
  g_clear_pointer (&node->signs, g_ptr_array_unref);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_clear_pointer (&node->otherwise, g_ptr_array_unref);
  g_free (node);
}

PamongLetterFault *
pamong_fault_new (guint line, char *words)
{
  PamongLetterFault *fault = g_new0 (PamongLetterFault, 1);

  fault->line = line;
  fault->words = words;
  return fault;
}

void
pamong_fault_free (gpointer fault)
{
  g_free (((PamongLetterFault *) fault)->words);
  g_free (fault);
}

void
pamong_reader_blame (PamongBodyReader *reader, guint line, char *words)
{
  g_ptr_array_add (reader->faults, pamong_fault_new (line, words));
}

PamongNode *
pamong_node_new (PamongBodyReader *reader, PamongNodeKind kind)
{
  PamongNode *node = g_new0 (PamongNode, 1);

  node->kind = kind;
  node->line = reader->line;
  return node;
}

PamongPhrase *
pamong_reader_phrase (PamongBodyReader *reader, const char *source)
{
  g_autofree char *stripped = g_strstrip (g_strdup (source)), *fault = NULL;
  PamongPhrase *phrase = pamong_phrase_parse (stripped, &fault);

  if (phrase != NULL)
    return phrase;
  pamong_reader_blame (reader, reader->line, g_steal_pointer (&fault));
  return pamong_phrase_parse ("", &fault);
}

/* "1. ", "12. ", "a. ", "#. ", "- ". Returns: its bytes, without the space. */
static gsize
number_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (g_str_has_prefix (line, "#. "))
    return 2;
  if (g_str_has_prefix (line, "- "))
    return 1;
  if (digits > 0 && digits < 3 && g_str_has_prefix (line + digits, ". "))
    return digits + 1;
  return g_ascii_islower (*line) && g_str_has_prefix (line + 1, ". ") ? 2 : 0;
}

/* A label may choose its words ("[?subject.sex=Perempuan]Binti[:]Bin[/?]"); it has no placeholder. */
static gboolean
is_label (const char *line, gsize length)
{
  gsize open = strcspn (line, "[");

  if (length == 0 || strcspn (line, "{") < length)
    return FALSE;
  return open >= length ? length <= 60 : length <= 120 && g_str_has_prefix (line + open, "[?") && strncmp (line + length - 4, "[/?]", 4) == 0;
}

/* Where the label of a row ends: at " : " or " ?: ", early in the line and before any placeholder. Returns: 0 when it is none. */
static gsize
label_length (const char *line, gboolean *optional)
{
  const char *colon = strstr (line, " : ");
  gsize length = colon != NULL ? (gsize) (colon - line) : g_str_has_suffix (line, " :") ? strlen (line) - 2 : 0;
  const char *maybe = strstr (line, " ?: ");

  *optional = maybe != NULL && (length == 0 || (gsize) (maybe - line) < length);
  if (*optional)
    length = (gsize) (maybe - line);
  return is_label (line, length) ? length : 0;
}

PamongNode *
pamong_node_line (PamongBodyReader *reader, const char *line)
{
  PamongNode *node = pamong_node_new (reader, PAMONG_NODE_TEXT);
  gboolean optional = FALSE;
  gsize number, label;

  node->align = PAMONG_TEXT_JUSTIFY;
  for (; *line == '>'; line++)
    node->indent++;
  line += strspn (line, " ");
  number = number_length (line);
  node->word = number > 0 ? g_strndup (line, number) : NULL;
  line += number > 0 ? number + 1 : 0;
  label = label_length (line, &optional);
  node->kind = label > 0 ? PAMONG_NODE_ROW : number > 0 ? PAMONG_NODE_ITEM : PAMONG_NODE_TEXT;
  if (label > 0)
    {
      g_autofree char *words = g_strndup (line, label);
      const char *value = line + label + (optional ? 3 : 2);

      node->label = pamong_reader_phrase (reader, words);
      node->optional = optional;
      line = value;
    }
  node->phrase = pamong_reader_phrase (reader, line);
  return node;
}

static const char *
after (const char *text, const char *word)
{
  return g_str_has_prefix (text, word) ? text + strlen (word) : NULL;
}

/* "pejabat", "mengetahui kepala", "camat", or words of its own: "Pemohon, / (meterai) // {subject.name} // NIK {subject.nik}". */
static void
read_sign_words (PamongBodyReader *reader, PamongSignCell *sign, const char *words)
{
  static const struct { const char *word; PamongSignWho who; } NAMES[] = {
    { "pejabat", PAMONG_SIGN_OFFICE }, { "penanda tangan", PAMONG_SIGN_OFFICER }, { "kepala", PAMONG_SIGN_HEAD }, { "camat", PAMONG_SIGN_CAMAT } };
  g_auto (GStrv) parts = g_strsplit (words, "//", -1);
  g_auto (GStrv) lines = g_strsplit (parts[0] != NULL ? parts[0] : "", " / ", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      for (guint w = 0; w < G_N_ELEMENTS (NAMES); w++)
        if (g_str_equal (line, NAMES[w].word))
          sign->who = NAMES[w].who;
      if (g_str_equal (line, "(meterai)"))
        sign->stamped = TRUE;
      else if (*line != '\0' && (sign->who == PAMONG_SIGN_WORDS || !g_str_equal (line, NAMES[sign->who - 1].word)))
        g_ptr_array_add (sign->lines, pamong_reader_phrase (reader, line));
    }
  if (parts[0] != NULL && parts[1] != NULL)
    sign->name = pamong_reader_phrase (reader, parts[1]);
  for (guint i = 2; parts[0] != NULL && parts[1] != NULL && parts[i] != NULL; i++)
    g_ptr_array_add (sign->under, pamong_reader_phrase (reader, parts[i]));
}

void
pamong_node_sign (PamongBodyReader *reader, PamongNode *node, const char *line)
{
  static const struct { const char *word; PamongTextAlign place; } PLACES[] = { { "kiri:", PAMONG_TEXT_START }, { "tengah:", PAMONG_TEXT_CENTER }, { "kanan:", PAMONG_TEXT_END } };

  for (guint i = 0; i < G_N_ELEMENTS (PLACES); i++)
    {
      const char *words = after (line, PLACES[i].word);
      PamongSignCell *sign;

      if (words == NULL)
        continue;
      sign = g_new0 (PamongSignCell, 1);
      sign->place = PLACES[i].place;
      sign->lines = g_ptr_array_new_with_free_func (phrase_free);
      sign->under = g_ptr_array_new_with_free_func (phrase_free);
      if (node->signs == NULL)
        node->signs = g_ptr_array_new_with_free_func (sign_free);
      g_ptr_array_add (node->signs, sign);
      read_sign_words (reader, sign, words);
      return;
    }
  pamong_reader_blame (reader, reader->line, g_strdup (_("A line within [ttd] begins with kiri:, kanan: or tengah:.")));
}

void
pamong_node_cells (PamongBodyReader *reader, PamongNode *node, const char *line)
{
  g_autofree char *safe = g_strdup (line);
  g_auto (GStrv) parts = NULL;
  guint n;
  int depth = 0;

  for (char *c = safe; *c != '\0'; c++) /* a stroke within braces belongs to a filter */
    {
      depth += (*c == '{' || *c == '[') - (*c == '}' || *c == ']');
      *c = *c == '|' && depth == 0 ? '\x1f' : *c;
    }
  parts = g_strsplit (safe, "\x1f", -1);
  n = g_strv_length (parts);
  if (node->cells == NULL)
    node->cells = g_ptr_array_new_with_free_func (phrase_free);
  if (node->columns == 0)
    node->columns = n;
  if (n != node->columns)
    pamong_reader_blame (reader, reader->line, g_strdup_printf (_("This row has %u columns, the first has %u."), n, node->columns));
  for (guint i = 0; i < node->columns; i++)
    g_ptr_array_add (node->cells, pamong_reader_phrase (reader, i < n ? parts[i] : ""));
}

/* "lebar=1c,5,4c": shares of the width, c = centred. */
static void
read_widths (PamongBodyReader *reader, PamongNode *node, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  guint n = g_strv_length (parts);

  g_free (node->widths);
  node->widths = g_new0 (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      double share = g_ascii_strtod (parts[i], NULL);

      if (share <= 0 || share > 1000)
        {
          pamong_reader_blame (reader, reader->line, g_strdup_printf (_("lebar=%s: widths are numbers parted by commas."), text));
          share = 1;
        }
      node->widths[i] = g_str_has_suffix (parts[i], "c") ? -share : share;
    }
  node->least = MAX (node->least, 0);
  node->columns = node->columns == 0 ? n : node->columns;
}

void
pamong_node_options (PamongBodyReader *reader, PamongNode *node, const char *words)
{
  g_auto (GStrv) parts = g_strsplit (words, " ", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (after (parts[i], "lebar=") != NULL)
      read_widths (reader, node, after (parts[i], "lebar="));
    else if (after (parts[i], "baris=") != NULL)
      node->least = (guint) CLAMP (g_ascii_strtoll (after (parts[i], "baris="), NULL, 10), 0, 40);
    else if (after (parts[i], "tinggi=") != NULL)
      node->amount = CLAMP (g_ascii_strtod (after (parts[i], "tinggi="), NULL), 0, 60);
    else if (g_str_equal (parts[i], "polos"))
      node->bare = TRUE;
    else if (g_str_equal (parts[i], "kecil"))
      node->small = TRUE;
    else if (*parts[i] != '\0' && node->word == NULL)
      node->word = g_strdup (parts[i]);
    else if (*parts[i] != '\0')
      pamong_reader_blame (reader, reader->line, g_strdup_printf (_("%s is unknown here."), parts[i]));
}
