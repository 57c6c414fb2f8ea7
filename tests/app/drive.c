/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "drive.h"

#include "office/desk.h"

#define LIMIT_US (60 * G_USEC_PER_SEC) /* a failure, not a pace: a computer that builds beside us takes its time */
#define FRAMES 3                       /* a change may ask for another layout, and that for one more */

static gint64
time_limit (void)
{
  return g_get_monotonic_time () + LIMIT_US;
}

static void
step (gint64 end, const char *what)
{
  if (g_get_monotonic_time () > end)
    g_error ("waited too long for %s", what);
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (1000);
}

/* All that is ready, and all that was asked of a desk: its answers come back as sources of this context. */
static void
drain (void)
{
  gint64 end = time_limit ();

  while (g_main_context_pending (NULL) || pamong_desk_n_waiting () > 0)
    step (end, "the desk and the main loop");
}

static gboolean
framed_cb (GtkWidget *window, GdkFrameClock *clock, gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
frame_over (gpointer n_frames)
{
  --*(guint *) n_frames;
}

/* A frame of each window: what was changed is laid out and mapped by then, however busy the computer is. */
static void
wait_for_frames (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  gint64 end = time_limit ();
  guint n_frames = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (!gtk_widget_get_mapped (window))
        continue;
      n_frames++;
      gtk_widget_add_tick_callback (window, framed_cb, &n_frames, frame_over);
    }
  while (n_frames > 0)
    step (end, "a frame");
}

void
drive_settle (void)
{
  for (guint i = 0; i < FRAMES; i++)
    {
      drain ();
      wait_for_frames ();
    }
  drain ();
}

void
drive_until (DriveTest test, gpointer data, const char *what)
{
  gint64 end = time_limit ();

  while (!test (data))
    step (end, what);
}

typedef gboolean (*Match) (GtkWidget *widget, const char *text);

static GtkWidget *
search (GtkWidget *root, Match match, const char *text)
{
  if (match (root, text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, match, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_named (GtkWidget *widget, const char *name)
{
  return g_str_equal (gtk_widget_get_name (widget), name);
}

static gboolean
says (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), words) != NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *words)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) && search (widget, says, words) != NULL;
}

GtkWidget *
drive_find (GtkWidget *root, const char *name)
{
  GtkWidget *found = search (root, is_named, name);

  if (found == NULL)
    g_error ("no widget named %s", name);
  return found;
}

GtkWidget *
drive_button (GtkWidget *root, const char *words)
{
  return search (root, is_button, words);
}

GtkWidget *
drive_label (GtkWidget *root, const char *words)
{
  drive_expect (root, words);
  return search (root, says, words);
}

gboolean
drive_shows (GtkWidget *root, const char *words)
{
  return search (root, says, words) != NULL;
}

static void
gather (GtkWidget *widget, GString *words)
{
  if (GTK_IS_LABEL (widget) && gtk_widget_get_mapped (widget))
    g_string_append_printf (words, "%s | ", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    gather (child, words);
}

void
drive_expect (GtkWidget *root, const char *words)
{
  g_autoptr (GString) shown = g_string_new (NULL);

  if (drive_shows (root, words))
    return;
  gather (root, shown);
  g_error ("the screen does not say: %s, but: %s", words, shown->str);
}

void
drive_type (GtkWidget *entry, const char *text)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static gboolean
press (GtkWidget *widget, GtkPropagationPhase phase, guint key, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean taken = FALSE;

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller) && gtk_event_controller_get_propagation_phase (controller) == phase)
        g_signal_emit_by_name (controller, "key-pressed", key, 0, state, &taken);
      if (taken)
        return TRUE;
    }
  return FALSE;
}

gboolean
drive_key (GtkWidget *widget, guint key, GdkModifierType state)
{
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    if (press (at, GTK_PHASE_CAPTURE, key, state))
      return TRUE;
  for (GtkWidget *at = widget; at != NULL; at = gtk_widget_get_parent (at))
    if (press (at, GTK_PHASE_BUBBLE, key, state))
      return TRUE;
  return FALSE;
}

void
drive_click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}
