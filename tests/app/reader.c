/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reader.h"

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define PROPERTIES "org.freedesktop.DBus.Properties"
#define REGISTRY "org.a11y.atspi.Registry"
#define ROOT "/org/a11y/atspi/accessible/root"
#define MOST_CHILDREN 24 /* the rows of a long list are alike */
#define FOCUSABLE_STATE 11 /* ATSPI_STATE_FOCUSABLE */

typedef struct {
  GDBusConnection *bus;
  guint pending; /* questions without an answer yet */
} Walk;

typedef struct {
  Walk *walk;
  char *owner, *object;
  ReaderNode *node;
  GPtrArray *children;
  gboolean gone;
} Item;

static void
free_node (gpointer data)
{
  ReaderNode *node = data;

  g_free (node->path);
  g_free (node->role);
  g_free (node->name);
  g_free (node->description);
  g_strfreev (node->interfaces);
  g_free (node);
}

static char *
find_address (void)
{
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) answer = NULL;
  char *address = NULL;

  if (session == NULL)
    return NULL;
  answer = g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", NULL, G_VARIANT_TYPE ("(s)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  if (answer != NULL)
    g_variant_get (answer, "(s)", &address);
  return address;
}

gboolean
reader_has_bus (void)
{
  g_autofree char *address = find_address ();

  return address != NULL && *address != '\0';
}

typedef void (*Take) (Item *item, GVariant *answer);

typedef struct {
  Item *item;
  Take take;
} Call;

static Item *
new_item (Walk *walk, const char *owner, const char *object)
{
  Item *item = g_new0 (Item, 1);

  item->walk = walk;
  item->owner = g_strdup (owner);
  item->object = g_strdup (object);
  item->node = g_new0 (ReaderNode, 1);
  item->children = g_ptr_array_new ();
  return item;
}

static void
answered_cb (GObject *bus, GAsyncResult *result, gpointer data)
{
  Call *call = data;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (bus), result, NULL);

  if (answer != NULL)
    call->take (call->item, answer);
  else
    call->item->gone = TRUE;
  call->item->walk->pending--;
  g_free (call);
}

/* Every question is on its way at once: one answer at a time takes a minute for a long list. */
static void
ask (Item *item, const char *interface, const char *method, GVariant *arguments, Take take)
{
  Call *call = g_new (Call, 1);

  *call = (Call) { item, take };
  item->walk->pending++;
  g_dbus_connection_call (item->walk->bus, item->owner, item->object, interface, method, arguments, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, call);
}

static void
take_role (Item *item, GVariant *answer)
{
  g_variant_get (answer, "(s)", &item->node->role);
}

static void
take_state (Item *item, GVariant *answer)
{
  g_autoptr (GVariant) bits = g_variant_get_child_value (answer, 0);
  guint32 low;

  g_variant_get_child (bits, 0, "u", &low);
  item->node->focusable = (low & (1u << FOCUSABLE_STATE)) != 0;
}

static void
take_interfaces (Item *item, GVariant *answer)
{
  g_variant_get (answer, "(^as)", &item->node->interfaces);
}

static char *
read_word (GVariant *answer)
{
  g_autoptr (GVariant) value = NULL;

  g_variant_get (answer, "(v)", &value);
  return g_variant_dup_string (value, NULL);
}

static void
take_name (Item *item, GVariant *answer)
{
  item->node->name = read_word (answer);
}

static void
take_description (Item *item, GVariant *answer)
{
  item->node->description = read_word (answer);
}

static void ask_all (Item *item);

static void
take_children (Item *item, GVariant *answer)
{
  g_autoptr (GVariant) children = g_variant_get_child_value (answer, 0);

  for (gsize i = 0; i < MIN (g_variant_n_children (children), MOST_CHILDREN); i++)
    {
      const char *owner, *object;
      Item *child;

      g_variant_get_child (children, i, "(&s&o)", &owner, &object);
      if (g_str_has_suffix (object, "/null"))
        continue;
      child = new_item (item->walk, owner, object);
      g_ptr_array_add (item->children, child);
      ask_all (child);
    }
}

static void
ask_all (Item *item)
{
  ask (item, ACCESSIBLE, "GetRoleName", NULL, take_role);
  ask (item, ACCESSIBLE, "GetState", NULL, take_state);
  ask (item, ACCESSIBLE, "GetInterfaces", NULL, take_interfaces);
  ask (item, PROPERTIES, "Get", g_variant_new ("(ss)", ACCESSIBLE, "Name"), take_name);
  ask (item, PROPERTIES, "Get", g_variant_new ("(ss)", ACCESSIBLE, "Description"), take_description);
  ask (item, ACCESSIBLE, "GetChildren", NULL, take_children);
}

/* Moves the nodes into @nodes, parents first, and frees the rest. What went away meanwhile is left out. */
static void
lay_out (Item *item, const char *above, guint depth, GPtrArray *nodes)
{
  g_autofree char *below = NULL;

  if (item->gone)
    {
      free_node (item->node);
      above = NULL;
    }
  else
    {
      item->node->path = g_strdup (above);
      item->node->depth = depth;
      below = *item->node->name != '\0' ? g_strdup_printf ("%s > %s", above, item->node->name) : g_strdup (above);
      g_ptr_array_add (nodes, item->node);
    }
  for (guint i = 0; i < item->children->len; i++)
    lay_out (g_ptr_array_index (item->children, i), below != NULL ? below : "?", depth + 1, nodes);
  g_ptr_array_unref (item->children);
  g_free (item->owner);
  g_free (item->object);
  g_free (item);
}

GPtrArray *
reader_read (void)
{
  g_autofree char *address = find_address ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus
      = g_dbus_connection_new_for_address_sync (address, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION, NULL, NULL, &error);
  Walk walk = { bus, 0 };
  Item *root = new_item (&walk, REGISTRY, ROOT);
  GPtrArray *nodes = g_ptr_array_new_with_free_func (free_node);

  g_assert_no_error (error);
  ask_all (root);
  while (walk.pending > 0)
    g_main_context_iteration (NULL, TRUE);
  g_dbus_connection_close_sync (bus, NULL, NULL);
  lay_out (root, "", 0, nodes);
  return nodes;
}

gboolean
reader_node_has (const ReaderNode *node, const char *interface)
{
  return g_strv_contains ((const char *const *) node->interfaces, interface);
}
