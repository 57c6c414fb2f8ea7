/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/home_page.h"
#include "app/home/dates_list.h"
#include "app/home/figures_job.h"
#include "app/home/meter.h"
#include "app/home/pyramid.h"
#include "app/home/tasks.h"
#include "app/shell/key_bar.h"
#include "app/shell/status.h"
#include "app/style.h"
#include "app/sync/rows.h"
#include "office/backups.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/dates.h"
#include "store/figures.h"
#include <glib/gi18n.h>

#define FOLDED_FROM 1.24 /* text scale from which two columns take too much of 1366 pixels */

struct _PamongHomePage {
  GtkWidget parent_instance;

  PamongSession *session;
  gboolean stale; /* something changed while another page was in front */
  gboolean reading, again; /* again: changed while it was read */
  GtkWidget *scroller, *columns, *acts, *tasks, *dates;
  GtkLabel *hint, *busy, *total, *men, *women, *sent, *backed_up, *unaged;
  PamongMeter *coverage, *completeness;
  PamongPyramid *pyramid;
  PamongRows *dusun;
};

static void pamong_home_page_iface_init (PamongPageInterface *iface);
static void show_all (PamongHomePage *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongHomePage, pamong_home_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_home_page_iface_init))

static const PamongRowsColumn dusun_columns[] = {
  { N_ ("Hamlet"), NULL, 0, TRUE },
  { N_ ("People"), "num", 1, FALSE },
  { N_ ("KK"), "num", 1, FALSE },
  { N_ ("Complete"), "num", 1, FALSE },
};

static const struct {
  const char *icon, *words, *key, *action, *target;
  gboolean sends;
} acts[] = { /* the five of each day; letters, aid and events take their places when they come */
  { "list-add-symbolic", N_ ("New family"), "F2", "win.new-family", NULL, FALSE },
  { "system-search-symbolic", N_ ("Find a person"), "Ctrl+K", "win.find", NULL, FALSE },
  { "dialog-warning-symbolic", N_ ("To check"), "F7", "win.go", "perlu-dicek", FALSE },
  { "preferences-system-time-symbolic", N_ ("Document issued"), NULL, "win.go", "perlu-dicek:dukcapil", FALSE },
  { "emblem-synchronizing-symbolic", N_ ("Send now"), "F9", "win.sync-now", NULL, TRUE },
};

static char *
percent (gint64 share)
{
  return share >= 0 ? g_strdup_printf ("%d %%", (int) (share / 10)) : g_strdup ("–");
}

static void
show_shares (PamongHomePage *self, const PamongFigures *figures)
{
  g_autofree char *people = pamong_words_number (figures->counts.residents), *target = pamong_words_number (figures->target);
  g_autofree char *of = NULL;

  if (figures->target <= 0)
    of = g_strdup_printf (_ ("%s residents, no target given yet"), people);
  else if (figures->target_source != NULL)
    of = g_strdup_printf (_ ("%s of %s residents, %s"), people, target, figures->target_source);
  else
    of = g_strdup_printf (_ ("%s of %s residents"), people, target);
  pamong_meter_set (self->coverage, pamong_figures_coverage (figures->counts.residents, figures->target), of);
  pamong_meter_set (self->completeness, figures->counts.completeness, _ ("required fields filled in"));
}

static void
show_people (PamongHomePage *self, const PamongFigures *figures)
{
  g_autofree char *people = pamong_words_number (figures->counts.residents), *families = pamong_words_number (figures->counts.families);
  g_autofree char *male = pamong_words_number (figures->counts.male), *female = pamong_words_number (figures->counts.female), *number = pamong_words_number (figures->no_age);
  g_autofree char *total = g_strdup_printf (_ ("%s residents · %s KK"), people, families), *men = g_strdup_printf (_ ("Men %s"), male);
  g_autofree char *women = g_strdup_printf (_ ("Women %s"), female), *unaged = g_strdup_printf (_ ("Not drawn: %s without birth date or sex"), number);

  gtk_label_set_text (self->total, total);
  gtk_label_set_text (self->men, men);
  gtk_label_set_text (self->women, women);
  gtk_label_set_text (self->unaged, unaged);
  gtk_widget_set_visible (GTK_WIDGET (self->unaged), figures->no_age > 0);
  pamong_pyramid_set (self->pyramid, figures);
  pamong_rows_clear (self->dusun);
  for (guint i = 0; i < figures->dusun->len; i++)
    {
      const PamongDusunFigures *dusun = figures->dusun->pdata[i];
      g_autofree char *residents = pamong_words_number (dusun->residents), *cards = pamong_words_number (dusun->families), *share = percent (dusun->completeness);
      const char *texts[] = { *dusun->dusun != '\0' ? dusun->dusun : pamong_words_hamlet (_ ("no hamlet given")), residents, cards, share };

      pamong_rows_add (self->dusun, texts);
    }
}

static void
show_work (PamongHomePage *self, const PamongFigures *figures, const PamongStatusFacts *facts)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (PamongBackupState) state = pamong_backup_state (store);
  g_autofree char *created = pamong_store_meta (store, "created");
  gint64 now = pamong_clock_now ();
  int days = pamong_session_is_practice (self->session) ? 0 : pamong_backup_days (state, created, now);
  guint n = pamong_tasks_set (self->tasks, figures, &facts->counts, pamong_session_to_check (self->session), days);
  g_autofree char *busy = n > 0 ? g_strdup_printf (ngettext ("%u thing waits", "%u things wait", n), n) : g_strdup (_ ("nothing waits"));
  g_autofree char *time = facts->counts.last_sync > 0 ? pamong_words_day (facts->counts.last_sync) : NULL;
  g_autofree char *backup = state->last > 0 ? pamong_words_day (state->last) : NULL;

  gtk_label_set_text (self->busy, busy);
  gtk_label_set_text (self->sent, time != NULL ? time : _ ("never yet"));
  gtk_label_set_text (self->backed_up, backup != NULL ? backup : _ ("never yet"));
}

static void
show_figures (PamongHomePage *self, const PamongFigures *figures)
{
  g_autofree char *today = pamong_clock_today (), *date = pamong_date_format (today), *hint = NULL;
  g_autoptr (GError) error = NULL;
  PamongStatusFacts facts;

  if (!pamong_status_read (self->session, &facts, &error))
    {
      gtk_label_set_text (self->hint, error->message);
      return;
    }
  hint = g_strdup_printf (_ ("%s · how the data stands and what is to be done today"), date);
  gtk_label_set_text (self->hint, hint);
  show_shares (self, figures);
  show_people (self, figures);
  show_work (self, figures, &facts);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongHomePage) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongFigures) figures = pamong_figures_finish (result, &error);

  self->reading = FALSE;
  if (self->session == NULL)
    return;
  if (figures != NULL)
    show_figures (self, figures);
  else
    gtk_label_set_text (self->hint, error->message);
  if (self->again)
    show_all (self);
}

/* One reading at a time: what changes while it runs is read when it has ended. */
static void
show_all (PamongHomePage *self)
{
  g_autofree char *today = pamong_clock_today ();

  self->stale = FALSE;
  self->again = self->reading;
  if (self->reading)
    return;
  self->reading = TRUE;
  pamong_dates_list_refresh (self->dates);
  pamong_figures_async (pamong_store_dir (pamong_session_store (self->session)), pamong_session_area (self->session), today, read_cb, g_object_ref (self));
}

/* With large text one column, and buttons without their keys: those stand in the key bar. */
static void
fit_text (PamongHomePage *self)
{
  gboolean large = pamong_style_text_scale () > FOLDED_FROM;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns), large ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  for (GtkWidget *act = gtk_widget_get_first_child (self->acts); act != NULL; act = gtk_widget_get_next_sibling (act))
    gtk_widget_set_visible (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (act))), !large);
}

static void
changed_cb (PamongHomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
  else
    self->stale = TRUE;
}

static void
pamong_home_page_shown (PamongPage *page)
{
  PamongHomePage *self = PAMONG_HOME_PAGE (page);

  show_all (self);
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->acts));
}

static const PamongPageKey *
pamong_home_page_keys (PamongPage *page)
{
  static PamongPageKey keys[6];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "F2", _ ("New family") };
  keys[2] = (PamongPageKey) { "Ctrl+K", _ ("Find") };
  keys[3] = (PamongPageKey) { "F7", _ ("To check") };
  keys[4] = (PamongPageKey) { "F9", _ ("Send") };
  return keys;
}

static gboolean
pamong_home_page_is_filled (PamongPage *page)
{
  return !PAMONG_HOME_PAGE (page)->reading;
}

static void
pamong_home_page_iface_init (PamongPageInterface *iface)
{
  iface->is_filled = pamong_home_page_is_filled;
  iface->shown = pamong_home_page_shown;
  iface->keys = pamong_home_page_keys;
}

static void
pamong_home_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (pamong_home_page_parent_class)->map (widget);
  if (PAMONG_HOME_PAGE (widget)->stale)
    show_all (PAMONG_HOME_PAGE (widget));
}

static void
pamong_home_page_dispose (GObject *object)
{
  PamongHomePage *self = PAMONG_HOME_PAGE (object);

  g_signal_handlers_disconnect_by_data (gtk_settings_get_default (), self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_home_page_parent_class)->dispose (object);
}

static void
pamong_home_page_class_init (PamongHomePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_home_page_dispose;
  GTK_WIDGET_CLASS (klass)->map = pamong_home_page_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_home_page_init (PamongHomePage *self)
{
}

static GtkLabel *
add_label (GtkWidget *box, const char *words, const char *css_class, gboolean grows)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), grows ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, grows);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
add_line (GtkWidget *box, int spacing)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, spacing);

  gtk_box_append (GTK_BOX (box), line);
  return line;
}

static GtkWidget *
make_act (guint i)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (acts[i].icon));
  add_label (line, _ (acts[i].words), "medium", TRUE);
  gtk_box_append (GTK_BOX (line), acts[i].key != NULL ? pamong_keycap_new (acts[i].key) : gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "act");
  gtk_widget_set_hexpand (button, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (acts[i].words), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), acts[i].action);
  if (acts[i].target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", acts[i].target);
  return button;
}

/* In practice nothing is ever sent. */
static void
add_acts (PamongHomePage *self, GtkWidget *box)
{
  self->acts = add_line (box, 10);
  gtk_widget_set_margin_top (self->acts, 12);
  gtk_box_set_homogeneous (GTK_BOX (self->acts), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (!acts[i].sends || !pamong_session_is_practice (self->session))
      gtk_box_append (GTK_BOX (self->acts), make_act (i));
}

static void
add_sent (PamongHomePage *self, GtkWidget *box)
{
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *line;

  add_label (side, _ ("Sending and backup"), "strong", TRUE);
  line = add_line (side, 14);
  add_label (line, _ ("Last sent"), NULL, FALSE);
  self->sent = add_label (line, NULL, "secondary", TRUE);
  line = add_line (side, 14);
  add_label (line, _ ("Last backup"), NULL, FALSE);
  self->backed_up = add_label (line, NULL, "secondary", TRUE);
  gtk_box_append (GTK_BOX (box), side);
}

static GtkWidget *
make_left (PamongHomePage *self)
{
  GtkWidget *left = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *line = add_line (left, 16);

  self->coverage = PAMONG_METER (pamong_meter_new (_ ("Coverage")));
  self->completeness = PAMONG_METER (pamong_meter_new (_ ("Completeness")));
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->coverage));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->completeness));
  line = add_line (left, 12);
  add_label (line, _ ("Today"), "strong", TRUE);
  self->busy = add_label (line, NULL, "secondary", FALSE);
  self->tasks = pamong_tasks_new ();
  gtk_box_append (GTK_BOX (left), self->tasks);
  line = add_line (left, 24);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  self->dates = pamong_dates_list_new (self->session);
  gtk_box_append (GTK_BOX (line), self->dates);
  add_sent (self, line);
  gtk_widget_set_hexpand (left, TRUE);
  return left;
}

static GtkWidget *
make_right (PamongHomePage *self)
{
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line;

  gtk_widget_add_css_class (right, "panel");
  gtk_widget_add_css_class (right, "panel-body");
  gtk_widget_set_valign (right, GTK_ALIGN_START);
  line = add_line (right, 12);
  add_label (line, _ ("Residents by age"), "strong", TRUE);
  self->total = add_label (line, NULL, "secondary", FALSE);
  line = add_line (right, 12);
  gtk_box_set_homogeneous (GTK_BOX (line), TRUE);
  self->men = add_label (line, NULL, NULL, TRUE);
  self->women = add_label (line, NULL, NULL, TRUE);
  gtk_label_set_xalign (self->women, 1);
  self->pyramid = PAMONG_PYRAMID (pamong_pyramid_new ());
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->pyramid));
  self->unaged = add_label (right, NULL, "secondary", TRUE);
  self->dusun = PAMONG_ROWS (pamong_rows_new (dusun_columns, G_N_ELEMENTS (dusun_columns)));
  gtk_widget_add_css_class (GTK_WIDGET (self->dusun), "plain");
  gtk_box_append (GTK_BOX (right), GTK_WIDGET (self->dusun));
  gtk_widget_set_size_request (right, 374, -1);
  gtk_widget_set_hexpand (right, FALSE);
  return right;
}

GtkWidget *
pamong_home_page_new (PamongSession *session)
{
  PamongHomePage *self = g_object_new (PAMONG_TYPE_HOME_PAGE, NULL);
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  gtk_widget_add_css_class (body, "page-body");
  add_label (body, _ ("Home"), "page-title", TRUE);
  self->hint = add_label (body, NULL, "page-hint", TRUE);
  add_acts (self, body);
  self->columns = add_line (body, 16);
  gtk_widget_set_margin_top (self->columns, 16);
  gtk_box_append (GTK_BOX (self->columns), make_left (self));
  gtk_box_append (GTK_BOX (self->columns), make_right (self));
  fit_text (self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_add_css_class (self->scroller, "page");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), body);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_text), self);
  g_signal_connect_swapped (session, "outbox-changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "inspected", G_CALLBACK (changed_cb), self);
  return GTK_WIDGET (self);
}
