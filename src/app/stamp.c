/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/stamp.h"

#define SETTLE_MS 700

static gint64 started, signed_in;

/* Start of the process as the kernel knows it, so that loading the libraries counts too; 0 where there is no /proc. */
static gint64
process_start (void)
{
  g_autofree char *stat = NULL, *uptime = NULL;
  const char *rest;
  gint64 ticks;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || !g_file_get_contents ("/proc/uptime", &uptime, NULL, NULL))
    return 0;
  rest = strrchr (stat, ')');
  for (int field = 2; rest != NULL && field < 22; field++)
    rest = strchr (rest + 1, ' ');
  if (rest == NULL)
    return 0;
  ticks = g_ascii_strtoll (rest, NULL, 10); /* hundredths of a second since boot, as uptime counts */
  return g_get_monotonic_time () - (gint64) (g_ascii_strtod (uptime, NULL) * G_USEC_PER_SEC) + ticks * 10000;
}

static gint64
read_pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    return 0;
  return g_ascii_strtoll (line + strlen ("\nPss:"), NULL, 10);
}

/* Cells of lists that were painted with words in them. */
static int
count_texts (GtkWidget *widget)
{
  const char *text = GTK_IS_INSCRIPTION (widget) ? gtk_inscription_get_text (GTK_INSCRIPTION (widget)) : NULL;
  int n = text != NULL && *text != '\0' && gtk_widget_get_mapped (widget) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_texts (child);
  return n;
}

static void
painted_cb (GdkFrameClock *clock, GtkWindow *window)
{
  gint64 now = g_get_monotonic_time ();

  g_signal_handlers_disconnect_by_func (clock, painted_cb, window);
  g_printerr ("first-frame %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d\n", now - started, now - (signed_in != 0 ? signed_in : started), read_pss (),
              count_texts (GTK_WIDGET (window)));
  if (g_strcmp0 (g_getenv ("PAMONG_STAMP"), "quit") == 0)
    gtk_window_close (window);
}

static void
save (GtkWindow *window)
{
  const char *path = g_object_get_data (G_OBJECT (window), "pamong-picture");
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) png = NULL;
  g_autoptr (GError) error = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable), gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  png = gdk_texture_save_to_png_bytes (texture);
  if (!g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), &error))
    g_printerr ("%s\n", error->message);
  gtk_window_close (window);
}

typedef struct {
  GtkWindow *window;
  PamongStampReady ready;
  gboolean was_ready;
} Picture;

static void
free_picture (gpointer data)
{
  g_object_unref (((Picture *) data)->window);
  g_free (data);
}

/* What has come is laid out and drawn by the next time. */
static gboolean
look_cb (gpointer data)
{
  Picture *picture = data;
  gboolean before = picture->was_ready;

  picture->was_ready = picture->ready (picture->window);
  if (!before || !picture->was_ready)
    return G_SOURCE_CONTINUE;
  save (picture->window);
  return G_SOURCE_REMOVE;
}

void
pamong_stamp_begin (void)
{
  started = process_start ();
  if (started == 0)
    started = g_get_monotonic_time ();
}

void
pamong_stamp_signed_in (void)
{
  signed_in = g_get_monotonic_time ();
}

void
pamong_stamp_first_frame (GtkWindow *window)
{
  if (g_getenv ("PAMONG_STAMP") != NULL)
    g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", G_CALLBACK (painted_cb), window);
}

void
pamong_stamp_picture (GtkWindow *window, const char *path, PamongStampReady ready)
{
  Picture *picture = g_new0 (Picture, 1);

  picture->window = g_object_ref (window);
  picture->ready = ready;
  gtk_widget_add_css_class (GTK_WIDGET (window), "picture"); /* no frame: as on a maximised desk */
  g_object_set_data_full (G_OBJECT (window), "pamong-picture", g_strdup (path), g_free);
  g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS, look_cb, picture, free_picture);
}
