/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/body_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PamongBody {
  GPtrArray *nodes, *faults;
};

#define DEEPEST 24

/* Blocks that are open: each with the list its lines go to. */
typedef struct {
  PamongNode *node;
  GPtrArray *into;
  const char *end;
} Open;

typedef struct {
  PamongBodyReader base;
  GArray *open; /* Open */
} Reader;

static Open *
innermost (Reader *reader)
{
  return &g_array_index (reader->open, Open, reader->open->len - 1);
}

static GPtrArray *
new_nodes (void)
{
  return g_ptr_array_new_with_free_func (pamong_node_free);
}

static PamongNode *
append (Reader *reader, PamongNode *node)
{
  if (innermost (reader)->into != NULL)
    g_ptr_array_add (innermost (reader)->into, node);
  else
    {
      pamong_reader_blame (&reader->base, reader->base.line, g_strdup_printf (_("This cannot stand before %s."), innermost (reader)->end));
      pamong_node_free (node);
      return NULL;
    }
  return node;
}

static void
begin (Reader *reader, PamongNodeKind kind, const char *end, const char *words)
{
  PamongNode *node = reader->open->len < DEEPEST ? append (reader, pamong_node_new (&reader->base, kind)) : NULL;
  Open open = { node, NULL, end };

  if (node == NULL)
    {
      pamong_reader_blame (&reader->base, reader->base.line, g_strdup (_("Too many blocks within each other.")));
      return;
    }
  if (kind == PAMONG_NODE_IF || kind == PAMONG_NODE_EACH || kind == PAMONG_NODE_TOGETHER)
    open.into = node->children = new_nodes ();
  if (kind == PAMONG_NODE_TABLE || kind == PAMONG_NODE_TREE)
    pamong_node_options (&reader->base, node, words);
  else
    node->word = g_strdup (words);
  g_array_append_val (reader->open, open);
}

static gboolean
end (Reader *reader, const char *line)
{
  if (innermost (reader)->end == NULL || !g_str_equal (line, innermost (reader)->end))
    return FALSE;
  g_array_set_size (reader->open, reader->open->len - 1);
  return TRUE;
}

static gboolean
otherwise (Reader *reader, const char *line)
{
  Open *open = innermost (reader);

  if (!g_str_equal (line, "[:]") || open->node == NULL || open->node->kind != PAMONG_NODE_IF || open->node->otherwise != NULL)
    return FALSE;
  open->into = open->node->otherwise = new_nodes ();
  return TRUE;
}

/* "[tabel family lebar=1,2]": the word in brackets, what else stands there, and what follows. Returns: FALSE when it does not begin so. */
static gboolean
take_apart (const char *line, char **word, char **options, char **rest)
{
  const char *close = *line == '[' ? strchr (line, ']') : NULL;
  g_autofree char *inner = close != NULL ? g_strndup (line + 1, (gsize) (close - line - 1)) : NULL;
  char *space = inner != NULL ? strchr (inner, ' ') : NULL;

  if (inner == NULL)
    return FALSE;
  *options = g_strdup (space != NULL ? g_strstrip (space + 1) : "");
  if (space != NULL)
    *space = '\0';
  *word = g_steal_pointer (&inner);
  *rest = g_strdup (close + 1);
  g_strstrip (*rest);
  return TRUE;
}

static const struct { const char *word; PamongNodeKind kind; const char *end; } BLOCKS[] = {
  { "tabel", PAMONG_NODE_TABLE, "[/tabel]" }, { "pohon", PAMONG_NODE_TREE, "[/pohon]" }, { "ttd", PAMONG_NODE_SIGN, "[/ttd]" },
  { "setiap", PAMONG_NODE_EACH, "[/setiap]" }, { "satu", PAMONG_NODE_TOGETHER, "[/satu]" },
};

static const struct { const char *word; PamongNodeKind kind; PamongTextAlign align; } LINES[] = {
  { "kop", PAMONG_NODE_HEAD, 0 }, { "judul", PAMONG_NODE_TITLE, 0 }, { "nomor", PAMONG_NODE_NUMBER, 0 }, { "bagian", PAMONG_NODE_SECTION, 0 }, { "jarak", PAMONG_NODE_GAP, 0 },
  { "garis", PAMONG_NODE_RULE, 0 }, { "halaman", PAMONG_NODE_PAGE, 0 }, { "huruf", PAMONG_NODE_SIZE, 0 }, { "kaki", PAMONG_NODE_FOOT, 0 },
  { "tengah", PAMONG_NODE_TEXT, PAMONG_TEXT_CENTER }, { "kanan", PAMONG_NODE_TEXT, PAMONG_TEXT_END }, { "kiri", PAMONG_NODE_TEXT, PAMONG_TEXT_START },
  { "kecil", PAMONG_NODE_TEXT, PAMONG_TEXT_JUSTIFY },
};

static gboolean
read_block (Reader *reader, const char *word, const char *options)
{
  for (guint i = 0; i < G_N_ELEMENTS (BLOCKS); i++)
    if (g_str_equal (word, BLOCKS[i].word))
      {
        if ((BLOCKS[i].kind == PAMONG_NODE_EACH || BLOCKS[i].kind == PAMONG_NODE_TREE) && *options == '\0')
          pamong_reader_blame (&reader->base, reader->base.line, g_strdup_printf (_("[%s] needs the name of a list."), word));
        begin (reader, BLOCKS[i].kind, BLOCKS[i].end, options);
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_line_word (Reader *reader, const char *word, const char *options, const char *rest)
{
  for (guint i = 0; i < G_N_ELEMENTS (LINES); i++)
    if (g_str_equal (word, LINES[i].word))
      {
        PamongNode *node = pamong_node_new (&reader->base, LINES[i].kind);

        node->align = LINES[i].align;
        node->small = g_str_equal (word, "kecil");
        node->landscape = node->kind == PAMONG_NODE_PAGE && strstr (options, "mendatar") != NULL;
        node->amount = CLAMP (g_ascii_strtod (options, NULL), 0, 60);
        node->phrase = pamong_reader_phrase (&reader->base, rest);
        append (reader, node);
        return TRUE;
      }
  return FALSE;
}

/* "[?condition]" alone in its line; with words after it, it is part of a paragraph. */
static gboolean
read_condition (Reader *reader, const char *line)
{
  const char *close = g_str_has_prefix (line, "[?") ? strchr (line, ']') : NULL;
  g_autofree char *condition = close != NULL ? g_strndup (line + 2, (gsize) (close - line - 2)) : NULL;

  if (condition == NULL || close[1] != '\0')
    return FALSE;
  begin (reader, PAMONG_NODE_IF, "[/?]", condition);
  return TRUE;
}

static void
read_words (Reader *reader, const char *line)
{
  g_autofree char *word = NULL, *options = NULL, *rest = NULL;

  if (read_condition (reader, line))
    return;
  if (take_apart (line, &word, &options, &rest) && *word != '?')
    {
      if (!read_block (reader, word, options) && !read_line_word (reader, word, options, rest))
        pamong_reader_blame (&reader->base, reader->base.line, *word == '/' && innermost (reader)->end != NULL ? g_strdup_printf (_("[%s] closes nothing; %s is open."), word, innermost (reader)->end)
                                                                                                               : g_strdup_printf (_("[%s] is unknown here."), word));
      return;
    }
  append (reader, pamong_node_line (&reader->base, line));
}

static void
read_line (Reader *reader, const char *line)
{
  Open *open = innermost (reader);

  if (end (reader, line) || otherwise (reader, line))
    return;
  if (*line == '\0' && open->into != NULL)
    {
      PamongNode *gap = append (reader, pamong_node_new (&reader->base, PAMONG_NODE_GAP));

      gap->amount = 0.5;
    }
  else if (*line != '\0' && open->node != NULL && open->node->kind == PAMONG_NODE_SIGN)
    pamong_node_sign (&reader->base, open->node, line);
  else if (*line != '\0' && open->node != NULL && (open->node->kind == PAMONG_NODE_TABLE || open->node->kind == PAMONG_NODE_TREE))
    pamong_node_cells (&reader->base, open->node, line);
  else if (*line != '\0')
    read_words (reader, line);
}

/* A line that begins with a space goes on with the one above; "//" begins a remark. */
static void
read_lines (Reader *reader, const char *source)
{
  g_auto (GStrv) lines = g_strsplit (source, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autoptr (GString) whole = g_string_new (g_strchomp (lines[i]));
      guint first = i;

      while (whole->len > 0 && lines[i + 1] != NULL && *lines[i + 1] == ' ' && *g_strstrip (lines[i + 1]) != '\0')
        g_string_append_printf (whole, " %s", lines[++i]);
      reader->base.line = first + 1;
      if (!g_str_has_prefix (whole->str, "//"))
        read_line (reader, g_strstrip (whole->str));
    }
}

PamongBody *
pamong_body_parse (const char *source)
{
  PamongBody *body = g_new0 (PamongBody, 1);
  Reader reader = { { NULL, 1 }, g_array_new (FALSE, FALSE, sizeof (Open)) };
  g_autofree char *valid = g_utf8_make_valid (source, -1);
  Open outermost = { NULL, NULL, NULL };

  body->nodes = new_nodes ();
  body->faults = g_ptr_array_new_with_free_func (pamong_fault_free);
  reader.base.faults = body->faults;
  outermost.into = body->nodes;
  g_array_append_val (reader.open, outermost);
  read_lines (&reader, valid);
  if (reader.open->len > 1)
    pamong_reader_blame (&reader.base, innermost (&reader)->node->line, g_strdup_printf (_("This is never closed by %s."), innermost (&reader)->end));
  g_array_unref (reader.open);
  return body;
}

void
pamong_body_free (PamongBody *body)
{
  g_ptr_array_unref (body->nodes);
  g_ptr_array_unref (body->faults);
  g_free (body);
}

GPtrArray *
pamong_body_nodes (const PamongBody *body)
{
  return body->nodes;
}

GPtrArray *
pamong_body_faults (const PamongBody *body)
{
  return body->faults;
}
