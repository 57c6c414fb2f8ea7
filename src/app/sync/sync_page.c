/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/sync/sync_page.h"
#include "app/shell/key_bar.h"
#include "app/shell/status.h"
#include "app/sync/clash_card.h"
#include "app/sync/connect_card.h"
#include "app/sync/figure.h"
#include "app/sync/held_card.h"
#include "app/sync/rows.h"
#include "app/widgets/dialogs.h"
#include "office/inject.h"
#include "app/words.h"
#include "office/line.h"
#include "store/device.h"
#include <glib/gi18n.h>

#define WAITING_SHOWN 100
#define HELD_SHOWN 20
#define ROUNDS_SHOWN 5
#define ROUNDS_ALONE 14 /* when nothing waits above them */

struct _PamongSyncPage {
  GtkWidget parent_instance;

  PamongSession *session;
  gboolean stale; /* something changed while another page was in front */
  GtkWidget *scroller, *waiting_scroller, *send;
  GtkLabel *hint, *send_label, *waiting_words, *no_rounds;
  GtkBox *send_words, *waiting, *rounds, *right;
  PamongFigure *waiting_figure, *sent_figure, *held_figure, *clash_figure;
  PamongRows *waiting_rows, *round_rows;
  PamongClashCard *clashes;
  PamongHeldCard *held;
  GtkWidget *connect;
};

static void pamong_sync_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongSyncPage, pamong_sync_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_sync_page_iface_init))

static const PamongRowsColumn waiting_columns[] = {
  { N_ ("What"), "medium", 0, FALSE },
  { N_ ("Who"), NULL, 0, TRUE },
  { N_ ("Noted"), "secondary", 0, FALSE },
  { N_ ("Waits"), "num", 1, FALSE },
};
static const PamongRowsColumn round_columns[] = {
  { N_ ("Last"), "num", 0, FALSE },
  { N_ ("Sent"), "num", 1, FALSE },
  { N_ ("Received"), "num", 1, FALSE },
  { N_ ("Size"), "num", 1, FALSE },
  { N_ ("Result"), NULL, 0, TRUE },
};

static void
show_figures (PamongSyncPage *self, const PamongStatusFacts *facts)
{
  const PamongOutboxCounts *counts = &facts->counts;
  g_autofree char *oldest = counts->oldest_pending > 0 ? pamong_words_waiting (counts->oldest_pending, facts->now) : NULL;
  g_autofree char *time = counts->last_sync > 0 ? pamong_words_time (counts->last_sync, facts->now) : NULL;
  g_autofree char *waiting = oldest != NULL ? g_strdup_printf (_ ("oldest %s"), oldest) : NULL;
  g_autofree char *last = time != NULL ? g_strdup_printf (_ ("last %s"), time) : NULL;

  pamong_figure_set (self->waiting_figure, "preferences-system-time-symbolic", counts->pending, facts->enrolled ? _ ("Waiting for network") : _ ("Saved here"), waiting != NULL ? waiting : _ ("none"), FALSE);
  pamong_figure_set (self->sent_figure, "object-select-symbolic", counts->sent, _ ("Already sent"), last != NULL ? last : _ ("never yet"), FALSE);
  pamong_figure_set (self->held_figure, "dialog-warning-symbolic", counts->held, _ ("To be put right"), counts->held > 0 ? _ ("open and correct it") : _ ("none"), TRUE);
  pamong_figure_set (self->clash_figure, "view-dual-symbolic", counts->conflicts, _ ("Differing entries"), counts->conflicts > 0 ? _ ("choose one entry") : _ ("none"), TRUE);
}

/* "hari ini" or the day it was written, as short as the column. */
static void
show_waiting (PamongSyncPage *self, const PamongStatusFacts *facts)
{
  g_autoptr (GPtrArray) items = pamong_outbox_items (pamong_session_store (self->session), FALSE, WAITING_SHOWN, NULL);
  g_autofree char *number = pamong_words_number (facts->counts.pending);
  g_autofree char *words = g_strdup_printf (ngettext ("%s change, safe on this computer", "%s changes, safe on this computer", facts->counts.pending), number);

  pamong_rows_clear (self->waiting_rows);
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      const PamongOutboxItem *item = items->pdata[i];
      g_autofree char *who = item->place != NULL && *item->place != '\0' ? g_strdup_printf ("%s, %s", item->who, item->place) : g_strdup (item->who);
      g_autofree char *time = pamong_words_time (item->t, facts->now), *waits = pamong_words_waiting (item->t, facts->now);

      pamong_rows_add (self->waiting_rows, (const char *[]) { pamong_words_act (item->act), who, time, waits });
    }
  gtk_widget_set_visible (self->waiting_scroller, facts->counts.pending > 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->waiting), facts->counts.pending > 0);
  if (facts->counts.pending > 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->waiting), "empty");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->waiting), "empty");
  gtk_widget_set_vexpand (GTK_WIDGET (self->rounds), facts->counts.pending == 0);
  gtk_label_set_text (self->waiting_words, facts->counts.pending > 0 ? words : _ ("Nothing waits. What you save appears here until it is sent."));
}

static char *
round_result (const PamongRound *round)
{
  if (g_strcmp0 (round->outcome, "offline") == 0)
    return g_strdup (_ ("no network"));
  if (g_strcmp0 (round->outcome, "ok") != 0)
    return g_strdup (_ ("broken off, tried again by itself"));
  if (round->rejected > 0)
    return g_strdup_printf (_ ("%d to be put right"), (int) round->rejected);
  if (round->conflicts > 0)
    return g_strdup_printf (_ ("%d differing entries"), (int) round->conflicts);
  return g_strdup (_ ("all accepted"));
}

static void
show_rounds (PamongSyncPage *self, const PamongStatusFacts *facts)
{
  g_autoptr (GPtrArray) rounds = pamong_rounds (pamong_session_store (self->session), facts->counts.pending > 0 ? ROUNDS_SHOWN : ROUNDS_ALONE, NULL);

  pamong_rows_clear (self->round_rows);
  for (guint i = 0; rounds != NULL && i < rounds->len; i++)
    {
      const PamongRound *round = rounds->pdata[i];
      g_autofree char *time = pamong_words_time (round->t, facts->now), *pushed = pamong_words_number (round->pushed), *pulled = pamong_words_number (round->pulled);
      g_autofree char *size = pamong_words_bytes (round->bytes_out + round->bytes_in), *result = round_result (round);

      pamong_rows_add (self->round_rows, (const char *[]) { time, pushed, pulled, size, result });
    }
  gtk_widget_set_visible (GTK_WIDGET (self->round_rows), pamong_rows_count (self->round_rows) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_rounds), pamong_rows_count (self->round_rows) == 0);
}

static void
show_cards (PamongSyncPage *self, const PamongStatusFacts *facts)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (GPtrArray) clashes = pamong_clashes (store, NULL);
  g_autoptr (GPtrArray) held = pamong_outbox_items (store, TRUE, HELD_SHOWN, NULL);

  if (clashes != NULL)
    pamong_clash_card_set (self->clashes, clashes, pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE);
  if (held != NULL)
    pamong_held_card_set (self->held, held, facts->counts.held);
  gtk_widget_set_visible (self->connect, !facts->enrolled && !facts->practice);
  gtk_widget_set_visible (GTK_WIDGET (self->right), gtk_widget_get_visible (self->connect) || (clashes != NULL && clashes->len > 0) || facts->counts.held > 0);
}

static const char *
hint_words (const PamongStatusFacts *facts, PamongStore *store)
{
  if (facts->practice)
    return _ ("Practice: nothing is sent.");
  if (!facts->enrolled)
    return _ ("This computer is not connected yet. Everything is saved here and will be sent once it is.");
  if (facts->stopped != NULL)
    return facts->stopped;
  if (pamong_office_clock_offset (store) != 0)
    return _ ("The clock of this computer differs from the server's. Set its date and time; nothing that was saved is lost.");
  if (!facts->complete)
    return _ ("The first data is still coming in: lists and figures are not complete yet.");
  return _ ("All work is saved on this computer first and sent by itself when there is a network.");
}

static void
show_all (PamongSyncPage *self)
{
  PamongStatusFacts facts;
  g_autoptr (GError) error = NULL;

  self->stale = FALSE;
  if (!pamong_status_read (self->session, &facts, &error))
    return;
  gtk_label_set_text (self->hint, hint_words (&facts, pamong_session_store (self->session)));
  gtk_label_set_label (self->send_label, facts.busy ? _ ("Sending…") : _ ("_Send now"));
  gtk_widget_set_visible (self->send, facts.enrolled && !facts.practice);
  show_figures (self, &facts);
  show_waiting (self, &facts);
  show_rounds (self, &facts);
  show_cards (self, &facts);
}

static void
outbox_changed_cb (PamongSyncPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_all (self);
  else
    self->stale = TRUE;
}

/* Where something is to be done: connect, put right; else send. Not on a choice between two entries: a second Enter would settle the next one unread. */
static void
focus_task (PamongSyncPage *self)
{
  GtkWidget *cards[] = { self->connect, GTK_WIDGET (self->held) };

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    if (gtk_widget_get_visible (cards[i]) && gtk_widget_child_focus (cards[i], GTK_DIR_TAB_FORWARD))
      return;
  gtk_widget_grab_focus (self->send);
}

typedef struct {
  char *uid;
  int other;
} Choice;

static void
free_choice (Choice *choice)
{
  g_free (choice->uid);
  g_free (choice);
}

static gpointer
resolve (PamongOffice *office, gpointer data, GError **error)
{
  Choice *choice = data;

  return GINT_TO_POINTER (pamong_office_resolve (office, choice->uid, choice->other, NULL, error));
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  pamong_dialog_ask_finish (result);
}

static void
resolved_cb (GObject *desk, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncPage) self = data;
  g_autoptr (GError) error = NULL;

  if (!GPOINTER_TO_INT (pamong_desk_run_finish (PAMONG_DESK (desk), result, &error)))
    pamong_dialog_ask_async (GTK_WIDGET (self), _ ("The entry was not changed"), error->message, (const char *[]) { _ ("_Close"), NULL }, -1, told_cb, NULL);
  show_all (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    focus_task (self);
}

static void
settle_cb (PamongSyncPage *self, const char *uid, int side)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->uid = g_strdup (uid);
  choice->other = side - 1;
  pamong_desk_run_async (pamong_session_desk (self->session), resolve, choice, (GDestroyNotify) free_choice, NULL, NULL, resolved_cb, g_object_ref (self));
}

static gpointer
keep_own (PamongOffice *office, gpointer data, GError **error)
{
  return GINT_TO_POINTER (pamong_inject_keep_own (office, NULL, error));
}

static void
keep_told_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongSyncPage) self = data;

  if (pamong_dialog_ask_finish (result) == 1 && self->session != NULL)
    pamong_desk_run_async (pamong_session_desk (self->session), keep_own, NULL, NULL, NULL, NULL, resolved_cb, g_object_ref (self));
}

static void
keep_all_cb (PamongSyncPage *self)
{
  pamong_dialog_ask_async (GTK_WIDGET (self), _ ("Keep what stands here everywhere?"), _ ("Every difference that only came from the regency is settled with the value of the village. The other stays in the history."),
                           (const char *[]) { _ ("_Cancel"), _ ("_Keep ours"), NULL }, -1, keep_told_cb, g_object_ref (self));
}

static void
connected_cb (PamongSyncPage *self)
{
  pamong_sync_runner_now (pamong_session_sync (self->session));
  show_all (self);
  focus_task (self);
}

static void
pamong_sync_page_shown (PamongPage *page)
{
  PamongSyncPage *self = PAMONG_SYNC_PAGE (page);

  show_all (self);
  focus_task (self);
}

static const PamongPageKey *
pamong_sync_page_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Ctrl+K", _ ("Find") };
  keys[2] = (PamongPageKey) { "F9", _ ("Send") };
  keys[3] = (PamongPageKey) { "Ctrl+?", _ ("All keys") };
  return keys;
}

static void
pamong_sync_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = pamong_sync_page_shown;
  iface->keys = pamong_sync_page_keys;
}

static void
pamong_sync_page_map (GtkWidget *widget)
{
  PamongSyncPage *self = PAMONG_SYNC_PAGE (widget);

  GTK_WIDGET_CLASS (pamong_sync_page_parent_class)->map (widget);
  if (self->stale)
    show_all (self);
}

static void
pamong_sync_page_dispose (GObject *object)
{
  PamongSyncPage *self = PAMONG_SYNC_PAGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_sync_page_parent_class)->dispose (object);
}

static void
pamong_sync_page_class_init (PamongSyncPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_sync_page_dispose;
  widget_class->map = pamong_sync_page_map;
  g_type_ensure (PAMONG_TYPE_FIGURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/pamong/ui/sync-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, send);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, send_words);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, send_label);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, hint);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, waiting_figure);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, sent_figure);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, held_figure);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, clash_figure);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, waiting);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, waiting_words);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, rounds);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, no_rounds);
  gtk_widget_class_bind_template_child (widget_class, PamongSyncPage, right);
}

static void
pamong_sync_page_init (PamongSyncPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (self->send_words, pamong_keycap_new ("F9"));
  self->waiting_rows = PAMONG_ROWS (pamong_rows_new (waiting_columns, G_N_ELEMENTS (waiting_columns)));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->waiting_rows));
  gtk_widget_set_vexpand (scroller, TRUE);
  self->waiting_scroller = scroller;
  gtk_box_append (self->waiting, scroller);
  self->round_rows = PAMONG_ROWS (pamong_rows_new (round_columns, G_N_ELEMENTS (round_columns)));
  gtk_widget_add_css_class (GTK_WIDGET (self->round_rows), "plain");
  gtk_box_append (self->rounds, GTK_WIDGET (self->round_rows));
  self->clashes = PAMONG_CLASH_CARD (pamong_clash_card_new ());
  self->held = PAMONG_HELD_CARD (pamong_held_card_new ());
  g_signal_connect_swapped (self->clashes, "settle", G_CALLBACK (settle_cb), self);
  g_signal_connect_swapped (self->clashes, "keep-all", G_CALLBACK (keep_all_cb), self);
}

GtkWidget *
pamong_sync_page_new (PamongSession *session)
{
  PamongSyncPage *self = g_object_new (PAMONG_TYPE_SYNC_PAGE, NULL);

  self->session = g_object_ref (session);
  self->connect = pamong_connect_card_new (session);
  g_signal_connect_swapped (self->connect, "connected", G_CALLBACK (connected_cb), self);
  gtk_box_append (self->right, self->connect);
  gtk_box_append (self->right, GTK_WIDGET (self->held));
  gtk_box_append (self->right, GTK_WIDGET (self->clashes));
  g_signal_connect_swapped (session, "outbox-changed", G_CALLBACK (outbox_changed_cb), self);
  return GTK_WIDGET (self);
}
