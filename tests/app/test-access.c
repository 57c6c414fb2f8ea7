/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/language.h"
#include "app/style.h"
#include "reader.h"
#include "stops.h"

/* What a screen reader is told, on the real accessibility bus: wherever one can be, everything that takes the focus or can be pressed has a name, no name is that
 * of a class, and no two buttons of one window sound the same. */

#define SKIPPED 77

static gboolean
is_class_name (const char *name)
{
  return g_type_from_name (name) != G_TYPE_INVALID;
}

/* GTK of Debian 12 reads a mnemonic's underscore aloud unless the name is set anew. */
static gboolean
has_underscore (const ReaderNode *node)
{
  return strchr (node->name, '_') != NULL;
}

static gboolean
is_pressed (const ReaderNode *node)
{
  return g_str_equal (node->role, "button");
}

static gboolean
takes_part (const ReaderNode *node)
{
  return node->focusable || is_pressed (node) || reader_node_has (node, "org.a11y.atspi.EditableText");
}

static void
complain (const ReaderNode *node, const char *where, const char *what)
{
  g_printerr ("%s: %s: %s “%s” in%s\n", where, what, node->role, node->name, node->path);
  g_test_fail ();
}

static void
check_node (const ReaderNode *node, const char *where)
{
  if (is_class_name (node->name))
    complain (node, where, "named like a class");
  else if (takes_part (node) && *node->name == '\0')
    complain (node, where, "no name");
  else if (has_underscore (node))
    complain (node, where, "an underscore is read");
}

/* A menu button and the button inside it are one thing. */
static gboolean
is_part_of (const ReaderNode *node, const ReaderNode *above)
{
  g_autofree char *below = g_strdup_printf ("%s > %s", above->path, above->name);

  return g_str_has_prefix (node->path, below);
}

static void
check_sounds (GPtrArray *nodes, const char *where)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      const ReaderNode *node = g_ptr_array_index (nodes, i), *before;
      g_autofree char *sound = g_strdup_printf ("%s, %s", node->name, node->description);

      if (!is_pressed (node) || *node->name == '\0')
        continue;
      before = g_hash_table_lookup (seen, sound);
      if (before != NULL && !is_part_of (node, before))
        complain (node, where, "two buttons sound the same");
      g_hash_table_replace (seen, g_steal_pointer (&sound), (gpointer) node);
    }
}

/* The last window of the program is the one in front. */
static guint
front_window (GPtrArray *nodes)
{
  guint first = 0;

  for (guint i = 0; i < nodes->len; i++)
    if (((ReaderNode *) g_ptr_array_index (nodes, i))->depth == 2)
      first = i;
  return first;
}

static void
check_told (GtkWidget *window, const char *where)
{
  g_autoptr (GPtrArray) nodes = reader_read ();
  guint first = front_window (nodes);

  g_test_message ("%s: %u nodes", where, nodes->len - first);
  g_assert_cmpuint (nodes->len - first, >, 5);
  if (first > 0)
    g_ptr_array_remove_range (nodes, 0, first);
  for (guint i = 0; i < nodes->len; i++)
    check_node (g_ptr_array_index (nodes, i), where);
  check_sounds (nodes, where);
}

static void
test_village (void)
{
  char *folder = stops_practice ();
  PamongWindow *window = stops_sign_in (folder, NULL);

  stops_village (window, check_told);
  signed_out (window);
  stops_drop (folder);
}

static void
test_district (void)
{
  stops_district (check_told);
}

static void
test_regency (void)
{
  stops_regency (check_told);
}

static void
test_start (void)
{
  stops_start (check_told);
}

int
main (int argc, char **argv)
{
  if (!reader_has_bus ())
    return SKIPPED;
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  g_set_application_name ("Pamong");
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/access/village", test_village);
  g_test_add_func ("/access/district", test_district);
  g_test_add_func ("/access/regency", test_regency);
  g_test_add_func ("/access/start", test_start);
  return g_test_run ();
}
