/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/registers.h"

#include <string.h>

#include "domain/data.h"

#define FOLDER "registers"
#define MAIN "register"

static char *
text_or_null (GKeyFile *file, const char *group, const char *key)
{
  char *text = g_key_file_get_string (file, group, key, NULL);

  if (text == NULL || *text != '\0')
    return text;
  g_free (text);
  return NULL;
}

static void
column_free (gpointer data)
{
  PamongRegisterColumn *column = data;

  g_free (column->heading);
  g_free (column->screen);
  g_free (column->heading_above);
  g_free (column->screen_above);
  g_free (column->value);
  g_free (column);
}

static int
choice (GKeyFile *file, const char *group, const char *key, const char *const *words)
{
  g_autofree char *text = g_key_file_get_string (file, group, key, NULL);

  for (int i = 0; text != NULL && words[i] != NULL; i++)
    if (g_str_equal (words[i], text))
      return i;
  return 0;
}

static PamongRegisterColumn *
read_column (GKeyFile *file, const char *group)
{
  static const char *const aligns[] = { "start", "center", "end", NULL }, *const forms[] = { "display", "short", "label", NULL };
  PamongRegisterColumn *column = g_new0 (PamongRegisterColumn, 1);
  double width = g_key_file_get_double (file, group, "width", NULL);

  column->heading = g_key_file_get_string (file, group, "heading", NULL);
  column->screen = text_or_null (file, group, "screen");
  column->heading_above = text_or_null (file, group, "heading_above");
  column->screen_above = text_or_null (file, group, "screen_above");
  column->value = text_or_null (file, group, "value");
  column->width = width > 0 ? width : 15;
  column->align = (PamongAlign) choice (file, group, "align", aligns);
  column->as = (PamongRegisterAs) choice (file, group, "as", forms);
  if (column->heading == NULL)
    column->heading = g_strdup ("");
  if (column->screen == NULL)
    column->screen = g_strdelimit (g_strdup (column->heading), "|", ' ');
  return column;
}

static void
register_free (gpointer data)
{
  PamongRegister *reg = data;
  char *texts[] = { reg->name, reg->code, reg->title, reg->list, reg->about, reg->basis, reg->source, reg->query, reg->which, reg->empty };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_ptr_array_unref (reg->columns);
  g_free (reg);
}

static void
read_texts (PamongRegister *reg, GKeyFile *file)
{
  struct { const char *key; char **text; } texts[] = {
    { "code", &reg->code }, { "title", &reg->title }, { "list", &reg->list }, { "about", &reg->about }, { "basis", &reg->basis }, { "source", &reg->source },
    { "query", &reg->query }, { "which", &reg->which }, { "empty", &reg->empty },
  };
  double font = g_key_file_get_double (file, MAIN, "font", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    *texts[i].text = text_or_null (file, MAIN, texts[i].key);
  reg->monthly = g_key_file_get_boolean (file, MAIN, "monthly", NULL);
  reg->hidden = g_key_file_get_boolean (file, MAIN, "hidden", NULL);
  reg->font = font > 0 ? font : 7;
}

/* An office may lay its own file over ours; one that cannot be read is left out and said in the log, the others stay. */
static PamongRegister *
read_register (const char *file_name)
{
  g_autofree char *path = g_strconcat (FOLDER "/", file_name, NULL);
  g_autofree char *text = pamong_data_text (path);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) groups = NULL;
  PamongRegister *reg;

  if (!g_key_file_load_from_data (file, text, (gsize) -1, G_KEY_FILE_NONE, &error))
    {
      g_warning ("%s: %s", path, error->message);
      return NULL;
    }
  reg = g_new0 (PamongRegister, 1);
  reg->name = g_strndup (file_name, strcspn (file_name, "."));
  reg->columns = g_ptr_array_new_with_free_func (column_free);
  read_texts (reg, file);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], "column "))
      g_ptr_array_add (reg->columns, read_column (file, groups[i]));
  if (reg->title != NULL && reg->source != NULL && reg->columns->len > 0)
    return reg;
  g_warning ("%s: a title, a source or columns are missing", path);
  register_free (reg);
  return NULL;
}

static gpointer
read_all (gpointer unused)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (register_free);
  g_autofree char *text = pamong_data_text (FOLDER "/order.txt");
  g_auto (GStrv) names = g_strsplit (text, "\n", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *file = *g_strstrip (names[i]) != '\0' ? g_strconcat (names[i], ".ini", NULL) : NULL;
      PamongRegister *reg = file != NULL ? read_register (file) : NULL;

      if (reg != NULL)
        g_ptr_array_add (all, reg);
    }
  return all;
}

GPtrArray *
pamong_registers (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, read_all, NULL);
}

static char *
plain_name (const char *name)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p++)
    if (*p != '.' && *p != ' ')
      g_string_append_c (plain, g_ascii_tolower (*p));
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

const PamongRegister *
pamong_registers_find (const char *name)
{
  g_autofree char *wanted = plain_name (name);
  GPtrArray *all = pamong_registers ();

  for (guint i = 0; i < all->len; i++)
    {
      const PamongRegister *reg = g_ptr_array_index (all, i);

      if (g_str_equal (reg->name, wanted))
        return reg;
    }
  return NULL;
}
