/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/sheet.h"
#include "app/language.h"
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "stops.h"

/* With real keys, wherever one can be: Tab comes to each control once, in the order of reading, and back to the first; Shift+Tab goes the same way
 * back; Enter goes from field to field; Esc closes a dialog, and asks before it throws away what was typed. Needs xdotool and a window manager: without one no key arrives. */

#define MOST_KEYS 400
#define A_BATCH 25

typedef struct {
  const char *where;
  GtkWidget *window;
  GPtrArray *stops; /* where the focus has been, one after the other, as each key was let go */
  GtkWidget *row;   /* the one the focus is on, if it is in a list */
  guint rows;       /* how often it went from one to another */
  guint come;       /* keys */
  guint key;
} Hands;

/* A list is one stop: how many rows it has is not the form's business, and its rows are used again while it scrolls. */
static GtkWidget *
list_of (GtkWidget *widget)
{
  const GType types[] = { GTK_TYPE_LIST_BOX, GTK_TYPE_COLUMN_VIEW, GTK_TYPE_LIST_VIEW };

  for (guint i = 0; widget != NULL && i < G_N_ELEMENTS (types); i++)
    if (gtk_widget_get_ancestor (widget, types[i]) != NULL)
      return gtk_widget_get_ancestor (widget, types[i]);
  return NULL;
}

static GtkWidget *
stop_of (GtkWidget *focus)
{
  GtkWidget *list = list_of (focus);

  return list != NULL ? list : focus;
}

static GtkWidget *
last_stop (Hands *hands)
{
  return hands->stops->len > 0 ? hands->stops->pdata[hands->stops->len - 1] : NULL;
}

static const char *
words_of (GtkWidget *widget)
{
  const char *words = GTK_IS_LABEL (widget) && *gtk_label_get_text (GTK_LABEL (widget)) != '\0' ? gtk_label_get_text (GTK_LABEL (widget)) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && words == NULL; child = gtk_widget_get_next_sibling (child))
    words = words_of (child);
  return words;
}

static const char *
label_of (GtkWidget *widget)
{
  for (GtkWidget *at = widget; at != NULL && !GTK_IS_ROOT (at); at = gtk_widget_get_parent (at))
    {
      g_autoptr (GList) labels = gtk_widget_list_mnemonic_labels (at);

      if (labels != NULL)
        return gtk_label_get_text (labels->data);
    }
  return "";
}

static char *
tell (GtkWidget *widget)
{
  const char *words = widget != NULL ? words_of (widget) : NULL;
  graphene_rect_t r = GRAPHENE_RECT_INIT (0, 0, 0, 0);

  if (widget == NULL)
    return g_strdup ("nothing");
  if (words == NULL)
    words = GTK_IS_EDITABLE (widget) ? gtk_editable_get_text (GTK_EDITABLE (widget)) : gtk_widget_get_tooltip_text (widget);
  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (gtk_widget_get_root (widget)), &r))
    r = *graphene_rect_zero ();
  return g_strdup_printf ("%s “%s” [%s] %.0f,%.0f", G_OBJECT_TYPE_NAME (widget), words != NULL ? words : "", label_of (widget), r.origin.x, r.origin.y);
}

static void
fail (Hands *hands, const char *what, GtkWidget *a, GtkWidget *b)
{
  g_autofree char *first = tell (a), *second = tell (b);

  g_printerr ("%s: %s: %s; %s\n", hands->where, what, first, second);
  g_test_fail ();
}

static GtkWidget *
row_of (GtkWidget *focus)
{
  GtkWidget *list = list_of (focus);

  while (list != NULL && focus != list && g_strcmp0 (gtk_widget_get_css_name (focus), "row") != 0)
    focus = gtk_widget_get_parent (focus);
  return focus != list ? focus : NULL;
}

static void
released_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, Hands *hands)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (hands->window)), *stop = stop_of (focus), *row = row_of (focus);

  if (key != hands->key && (key != GDK_KEY_Tab || hands->key != GDK_KEY_ISO_Left_Tab)) /* Shift may be let go first */
    return;
  hands->come++;
  if (row != NULL && hands->row != NULL && row != hands->row && stop == last_stop (hands) && hands->rows++ == 0)
    fail (hands, "Tab goes from row to row", hands->row, row);
  hands->row = row;
  if (hands->stops->len == 0 || stop != last_stop (hands))
    g_ptr_array_add (hands->stops, stop);
}

typedef struct {
  Hands *hands;
  guint n;
} Wanted;

static gboolean
have_come (gpointer data)
{
  Wanted *wanted = data;

  return wanted->hands->come >= wanted->n;
}

static void
xdotool (GPtrArray *words)
{
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_ptr_array_add (words, NULL);
  g_spawn_sync (NULL, (char **) words->pdata, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

static GPtrArray *
make_keys (const char *key, guint n)
{
  GPtrArray *words = g_ptr_array_new ();

  g_ptr_array_add (words, (gpointer) "xdotool");
  g_ptr_array_add (words, (gpointer) "key");
  g_ptr_array_add (words, (gpointer) "--delay");
  g_ptr_array_add (words, (gpointer) "2");
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (words, (gpointer) key);
  return words;
}

/* The keys wait in the connection until the main loop takes them, one after the other. */
static void
press (Hands *hands, const char *key, guint keyval, guint n)
{
  g_autoptr (GPtrArray) words = make_keys (key, n);
  Wanted wanted = { hands, hands->come + n };

  hands->key = keyval;
  xdotool (words);
  drive_until (have_come, &wanted, "the keys to come");
  drive_settle ();
}

/* The two branches that part below the nearest parent of both. */
static void
part (GtkWidget **a, GtkWidget **b)
{
  GtkWidget *parent = gtk_widget_get_parent (*a);

  while (parent != NULL && parent != *b && !gtk_widget_is_ancestor (*b, parent))
    {
      *a = parent;
      parent = gtk_widget_get_parent (parent);
    }
  while (parent != NULL && *b != parent && gtk_widget_get_parent (*b) != parent)
    *b = gtk_widget_get_parent (*b);
}

/* A row of the sheet stands in two bands, one below the other: Returns: FALSE: not in a sheet. */
static gboolean
sheet_place (GtkWidget *widget, int *place)
{
  GtkWidget *sheet = gtk_widget_get_ancestor (widget, PAMONG_TYPE_FAMILY_SHEET), *band = widget, *line = gtk_widget_get_ancestor (widget, PAMONG_TYPE_FIELD_ENTRY);
  int row = 0, half = 0, cell = 0;

  if (sheet == NULL || line == NULL)
    return FALSE;
  for (GtkWidget *at = line; (at = gtk_widget_get_prev_sibling (at)) != NULL;)
    cell++;
  for (GtkWidget *at = gtk_widget_get_parent (line); (at = gtk_widget_get_prev_sibling (at)) != NULL;)
    row++;
  while (gtk_widget_get_parent (band) != sheet)
    band = gtk_widget_get_parent (band);
  while ((band = gtk_widget_get_prev_sibling (band)) != NULL)
    half++;
  *place = (row * 10 + half) * 100 + cell;
  return TRUE;
}

/* A step against the reading: up, or to the left in one line. */
static gboolean
goes_back (GtkWidget *a, GtkWidget *b)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (a));
  graphene_rect_t from, to;
  int before, after;

  if (sheet_place (a, &before) && sheet_place (b, &after))
    return after < before;
  part (&a, &b);
  if (!gtk_widget_compute_bounds (a, root, &from) || !gtk_widget_compute_bounds (b, root, &to))
    return FALSE;
  if (to.origin.y + to.size.height <= from.origin.y + 1)
    return TRUE;
  return to.origin.y < from.origin.y + from.size.height - 1 && to.origin.x + to.size.width <= from.origin.x + 1;
}

/* Arrows go through what is one choice of several, and through lists. */
static gboolean
is_stop (GtkWidget *widget)
{
  gboolean kind = GTK_IS_TEXT (widget) || GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || GTK_IS_SWITCH (widget) || GTK_IS_TEXT_VIEW (widget) || GTK_IS_SCALE (widget);

  return kind && gtk_widget_get_focusable (widget) && gtk_widget_get_can_focus (widget) && gtk_widget_is_sensitive (widget) && list_of (widget) == NULL;
}

static void
gather (GtkWidget *widget, GPtrArray *stops)
{
  if (!gtk_widget_get_mapped (widget) || GTK_IS_POPOVER (widget) || !gtk_widget_get_can_focus (widget))
    return;
  if (is_stop (widget))
    g_ptr_array_add (stops, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, stops);
}

/* Radio buttons of one group are one stop: the chosen one. */
static gboolean
is_unchosen (GtkWidget *widget)
{
  GtkWidget *mark = gtk_widget_get_first_child (widget);

  return GTK_IS_CHECK_BUTTON (widget) && g_strcmp0 (gtk_widget_get_css_name (mark), "radio") == 0 && !gtk_check_button_get_active (GTK_CHECK_BUTTON (widget));
}

/* Returns: how many stops it takes to come round; 0: it never does. */
static guint
go_round (Hands *hands)
{
  press (hands, "Tab", GDK_KEY_Tab, 1);
  while (hands->come < MOST_KEYS)
    {
      press (hands, "Tab", GDK_KEY_Tab, A_BATCH);
      if (hands->stops->len == 1) /* there is but one */
        return 1;
      for (guint i = 1; i < hands->stops->len; i++)
        if (hands->stops->pdata[i] == hands->stops->pdata[0])
          return i;
    }
  return 0;
}

static void
check_ring (Hands *hands, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  guint back = 0;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *a = hands->stops->pdata[i], *b = hands->stops->pdata[n > 1 ? i + 1 : 0];

      if (a == NULL || b == NULL)
        {
          fail (hands, "the focus is nowhere", a, b);
          break;
        }
      if (!g_hash_table_add (seen, a))
        fail (hands, "twice", a, b);
      if (goes_back (a, b) && back++ > 0)
        fail (hands, "goes back", a, b);
    }
  gather (hands->window, stops);
  for (guint i = 0; i < stops->len; i++)
    if (!g_hash_table_contains (seen, stops->pdata[i]) && !is_unchosen (stops->pdata[i]))
      fail (hands, "Tab never comes", stops->pdata[i], NULL);
}

static void
check_back (Hands *hands, guint n)
{
  guint at = hands->stops->len - 1, before = 0;

  for (guint tries = 0; hands->stops->len <= at + n && tries < MOST_KEYS / A_BATCH; tries++)
    press (hands, "shift+Tab", GDK_KEY_ISO_Left_Tab, A_BATCH);
  for (guint i = 1; i <= n && at + i < hands->stops->len; i++, before++)
    if (hands->stops->pdata[at + i] != hands->stops->pdata[(at % n + n * 2 - i) % n])
      return fail (hands, "Shift+Tab goes another way", hands->stops->pdata[(at % n + n * 2 - i) % n], hands->stops->pdata[at + i]);
  if (before < n)
    fail (hands, "Shift+Tab does not come round", last_stop (hands), NULL);
}

static guint
place_of (Hands *hands, GtkWidget *stop)
{
  guint place = G_MAXUINT;

  g_ptr_array_find (hands->stops, stop, &place);
  return place;
}

/* On from each field but the last, which saves. */
static void
check_enter (Hands *hands, guint n)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    if (GTK_IS_TEXT (hands->stops->pdata[i]) && g_str_equal (G_OBJECT_TYPE_NAME (gtk_widget_get_parent (hands->stops->pdata[i])), "PamongFieldEntry"))
      g_ptr_array_add (texts, hands->stops->pdata[i]);
  for (guint i = 0; i + 1 < texts->len; i++)
    {
      GtkWidget *text = texts->pdata[i];

      if (goes_back (text, texts->pdata[i + 1]))
        continue;
      gtk_widget_grab_focus (text);
      drive_settle ();
      press (hands, "Return", GDK_KEY_Return, 1);
      if (place_of (hands, stop_of (gtk_root_get_focus (GTK_ROOT (hands->window)))) <= place_of (hands, text))
        fail (hands, "Enter does not go on", text, gtk_root_get_focus (GTK_ROOT (hands->window)));
    }
}

static gboolean
is_gone (gpointer window)
{
  return !gtk_widget_get_mapped (window);
}

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static void
check_escape (Hands *hands)
{
  g_autoptr (GPtrArray) words = make_keys ("Escape", 1);
  g_autoptr (GtkWidget) window = g_object_ref (hands->window);

  xdotool (words);
  drive_until (is_gone, window, hands->where);
}

static void
check_keys (GtkWidget *window, const char *where)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr (GPtrArray) stops = g_ptr_array_new ();
  Hands hands = { where, window, stops };
  guint n;

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), &hands);
  gtk_widget_add_controller (window, keys);
  drive_until (is_active, window, where);
  n = go_round (&hands);
  g_test_message ("%s: %u stops", where, n);
  if (n == 0)
    fail (&hands, "Tab does not come round", stops->pdata[0], last_stop (&hands));
  else
    {
      check_ring (&hands, n);
      if (n > 1)
        check_back (&hands, n);
      check_enter (&hands, n);
    }
  gtk_widget_remove_controller (window, keys);
  if (gtk_window_get_transient_for (GTK_WINDOW (window)) != NULL)
    check_escape (&hands);
}

static void
test_village (void)
{
  char *folder = stops_practice ();
  PamongWindow *window = stops_sign_in (folder, NULL);

  stops_village (window, check_keys);
  signed_out (window);
  stops_drop (folder);
}

typedef struct {
  GtkWidget *text;
  char *before;
} Typed;

static gboolean
is_typed (gpointer data)
{
  Typed *typed = data;

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (typed->text)), typed->before) != 0;
}

static gboolean
asks (gpointer window)
{
  return stops_dialog (window) != NULL;
}

static gboolean
asks_no_more (gpointer window)
{
  return stops_dialog (window) == NULL;
}

static void
press_until (const char *key, DriveTest test, gpointer data)
{
  g_autoptr (GPtrArray) words = make_keys (key, 1);

  xdotool (words);
  drive_until (test, data, key);
  drive_settle ();
}

/* Esc where something was typed asks first; Esc there means no. */
static void
check_typed (GtkWidget *window, const char *where)
{
  GtkWidget *text = gtk_root_get_focus (GTK_ROOT (window));
  g_autofree char *before = GTK_IS_EDITABLE (text) ? g_strdup (gtk_editable_get_text (GTK_EDITABLE (text))) : NULL;
  Typed typed = { text, before };

  if (gtk_widget_get_ancestor (text, PAMONG_TYPE_FIELD_ENTRY) == NULL || before == NULL || *before == '\0')
    return;
  g_test_message ("%s", where);
  drive_until (is_active, window, where);
  press_until ("BackSpace", is_typed, &typed);
  press_until ("Escape", asks, window);
  press_until ("Escape", asks_no_more, window);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == text);
  g_assert_true (is_typed (&typed));
  press_until ("Escape", asks, window);
  drive_click (drive_button (stops_dialog (window), "Buang"));
  drive_settle ();
}

static void
test_typed (void)
{
  char *folder = stops_practice ();
  PamongWindow *window = stops_sign_in (folder, NULL);

  stops_resident (window, check_typed);
  stops_family (window, check_typed);
  signed_out (window);
  stops_drop (folder);
}

static void
test_district (void)
{
  stops_district (check_keys);
}

static void
test_regency (void)
{
  stops_regency (check_keys);
}

static void
test_start (void)
{
  stops_start (check_keys);
}

int
main (int argc, char **argv)
{
  g_autofree char *xdotool_path = g_find_program_in_path ("xdotool"), *manager_path = g_find_program_in_path ("openbox");
  g_autoptr (GSubprocess) manager = NULL;
  int failed;

  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  if (xdotool_path == NULL || manager_path == NULL)
    {
      g_print ("1..0 # SKIP xdotool or openbox is not here\n");
      return 0;
    }
  manager = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE, NULL, "openbox", NULL);
  adw_init ();
  pamong_style_load ();
  g_test_add_func ("/tab-order/village", test_village);
  g_test_add_func ("/tab-order/typed", test_typed);
  g_test_add_func ("/tab-order/district", test_district);
  g_test_add_func ("/tab-order/regency", test_regency);
  g_test_add_func ("/tab-order/start", test_start);
  failed = g_test_run ();
  g_subprocess_force_exit (manager);
  return failed;
}
