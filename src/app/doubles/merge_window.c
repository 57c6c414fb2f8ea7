/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/merge_private.h"
#include "app/shell/help_window.h"
#include "app/style.h"
#include "app/words.h"
#include "domain/clock.h"
#include "office/doubles.h"
#include "office/merge.h"
#include <glib/gi18n.h>

/* At normal text; with larger text as much as the smallest screen has. */
#define WIDTH 980
#define HEIGHT 680
#define MAX_WIDTH 1340
#define MAX_HEIGHT 728

G_DEFINE_FINAL_TYPE (PamongMergeWindow, pamong_merge_window, ADW_TYPE_WINDOW)

static guint done_signal;

/* The record on @side stays, and takes over what it lacks. */
static void
keep (PamongMergeWindow *self, guint side)
{
  g_autoptr (GArray) taken = pamong_office_merge_takes (self->people[side]->resident, self->people[1 - side]->resident);

  pamong_pair_grid_keep (self->grid, side);
  for (guint i = 0; i < taken->len; i++)
    pamong_pair_grid_choose (self->grid, g_array_index (taken, int, i), 1 - side);
}

static void
suggest (PamongMergeWindow *self)
{
  g_autoptr (PamongMergeHint) hint = pamong_office_merge_suggest (pamong_session_store (self->session), self->people[0]->resident->uid, self->people[1]->resident->uid, NULL);

  keep (self, hint != NULL && g_strcmp0 (hint->kept_uid, self->people[1]->resident->uid) == 0);
}

static gboolean
load (PamongMergeWindow *self, const char *one, const char *other, GError **error)
{
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (PamongPerson) left = pamong_person_load (store, one, error);
  g_autoptr (PamongPerson) right = left != NULL ? pamong_person_load (store, other, error) : NULL;

  if (right == NULL)
    return FALSE;
  g_clear_pointer (&self->people[0], pamong_person_free);
  g_clear_pointer (&self->people[1], pamong_person_free);
  self->people[0] = g_steal_pointer (&left);
  self->people[1] = g_steal_pointer (&right);
  return TRUE;
}

static gboolean
is_touched (PamongMergeWindow *self, char **uids)
{
  if (uids == NULL)
    return TRUE;
  for (guint side = 0; side < 2; side++)
    {
      const PamongRecord *family = pamong_person_family (self->people[side]);

      if (g_strv_contains ((const char *const *) uids, self->people[side]->resident->uid) || (family != NULL && g_strv_contains ((const char *const *) uids, family->uid)))
        return TRUE;
    }
  return FALSE;
}

/* Another computer changed one of them meanwhile: what is chosen is chosen from what stands now. */
static void
changed_cb (PamongMergeWindow *self, int kind, char **uids)
{
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL || self->busy || !is_touched (self, uids))
    return; /* closed, or it is our own act */
  one = g_strdup (self->people[0]->resident->uid);
  other = g_strdup (self->people[1]->resident->uid);
  if (!load (self, one, other, &error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  pamong_merge_window_show_people (self);
  pamong_merge_window_show_effect (self);
}

/* What speaks for one person, offered as the reason too. */
static void
show_because (PamongMergeWindow *self)
{
  g_autoptr (PamongDouble) pair = pamong_doubles_pair (pamong_session_store (self->session), self->people[0]->resident->uid, self->people[1]->resident->uid);
  g_autofree char *words = pair != NULL ? pamong_double_words (pair->reasons) : NULL;

  gtk_label_set_text (self->because, words != NULL ? words : _ ("Choose which record stays, and in each row the value that is right."));
  gtk_editable_set_text (GTK_EDITABLE (self->reason), words != NULL ? words : "");
}

static void
kept_changed_cb (PamongMergeWindow *self)
{
  if (!self->chosen)
    keep (self, pamong_pair_grid_kept (self->grid));
  pamong_merge_window_show_effect (self);
}

static void
choice_changed_cb (PamongMergeWindow *self)
{
  self->chosen = TRUE;
  pamong_merge_window_show_effect (self);
}

static void
same_toggled_cb (PamongMergeWindow *self)
{
  pamong_pair_grid_show_same (self->grid, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->same)));
}

static gboolean
pressed_cb (PamongMergeWindow *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (key == GDK_KEY_Escape && state == 0 && !self->busy)
    gtk_window_close (GTK_WINDOW (self));
  else if ((key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter) && state == GDK_CONTROL_MASK)
    pamong_merge_act_merge (self);
  else if (key == GDK_KEY_t && state == GDK_CONTROL_MASK)
    pamong_merge_act_reveal (self);
  else if (key == GDK_KEY_F1 && state == 0)
    pamong_help_window_show (GTK_WIDGET (self), "perlu-dicek");
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
to_reason (PamongMergeWindow *self)
{
  gtk_widget_grab_focus (self->reason);
}

static void
to_merge (PamongMergeWindow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_sensitive (self->merge) ? self->merge : self->two);
}

static void
pamong_merge_window_dispose (GObject *object)
{
  PamongMergeWindow *self = PAMONG_MERGE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->people[0], pamong_person_free);
  g_clear_pointer (&self->people[1], pamong_person_free);
  g_clear_pointer (&self->rules, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_merge_window_parent_class)->dispose (object);
}

static void
pamong_merge_window_class_init (PamongMergeWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_merge_window_dispose;
  done_signal = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_STRING);
}

static GtkLabel *
make_label (const char *words, const char *css_class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return GTK_LABEL (label);
}

static GtkWidget *
make_button (const char *words, const char *key, GCallback clicked, gpointer data)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic (words);

  gtk_box_append (GTK_BOX (box), label);
  if (key != NULL)
    {
      GtkWidget *cap = gtk_label_new (key);

      gtk_widget_add_css_class (cap, "key");
      gtk_box_append (GTK_BOX (box), cap);
    }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, data);
  return button;
}

static GtkWidget *
make_tools (PamongMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->count = make_label (NULL, "strong");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  self->same = gtk_check_button_new ();
  gtk_check_button_set_use_underline (GTK_CHECK_BUTTON (self->same), TRUE);
  g_signal_connect_swapped (self->same, "toggled", G_CALLBACK (same_toggled_cb), self);
  self->reveal = make_button (_ ("Sho_w numbers"), "Ctrl+T", G_CALLBACK (pamong_merge_act_reveal), self);
  gtk_widget_set_tooltip_text (self->reveal, _ ("Show the numbers in full (Ctrl+T); this is logged"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  gtk_box_append (GTK_BOX (box), self->same);
  gtk_box_append (GTK_BOX (box), self->reveal);
  return box;
}

static GtkWidget *
make_grid (PamongMergeWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *const words[] = { _ ("Sho_w numbers"), _ ("Show those that are the _same (%u)"), _ ("_Reason"), _ ("_Not one person…"), _ ("_Cancel"), _ ("_Merge"), NULL };

  self->grid = PAMONG_PAIR_GRID (pamong_pair_grid_new (self->writes));
  pamong_pair_grid_reserve (self->grid, words);
  g_signal_connect_swapped (self->grid, "kept-changed", G_CALLBACK (kept_changed_cb), self);
  g_signal_connect_swapped (self->grid, "changed", G_CALLBACK (choice_changed_cb), self);
  g_signal_connect_swapped (self->grid, "leave", G_CALLBACK (to_reason), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "pair-scroller");
  return scroller;
}

static GtkWidget *
make_band (PamongMergeWindow *self)
{
  self->band = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  self->error = make_label (NULL, NULL);
  self->accepted = gtk_entry_new ();
  g_object_set (self->accepted, "placeholder-text", _ ("It is right all the same, because …"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->accepted), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason"), -1);
  g_signal_connect_swapped (self->accepted, "activate", G_CALLBACK (to_merge), self);
  gtk_widget_add_css_class (self->band, "band");
  gtk_widget_add_css_class (self->band, "error");
  gtk_box_append (GTK_BOX (self->band), GTK_WIDGET (self->error));
  gtk_box_append (GTK_BOX (self->band), self->accepted);
  gtk_widget_set_visible (self->band, FALSE);
  return self->band;
}

static GtkWidget *
make_reason (PamongMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new_with_mnemonic (_ ("_Reason"));

  self->reason = gtk_entry_new ();
  gtk_widget_set_hexpand (self->reason, TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->reason);
  gtk_widget_add_css_class (label, "medium");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->reason), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  g_signal_connect_swapped (self->reason, "activate", G_CALLBACK (to_merge), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), self->reason);
  return box;
}

static GtkWidget *
make_foot (PamongMergeWindow *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (foot, "foot-bar");
  self->two = make_button (_ ("_Not one person…"), NULL, G_CALLBACK (pamong_merge_act_two), self);
  gtk_widget_set_hexpand (self->two, TRUE);
  gtk_widget_set_halign (self->two, GTK_ALIGN_START);
  self->merge = make_button (_ ("_Merge"), "Ctrl+S", G_CALLBACK (pamong_merge_act_merge), self);
  gtk_widget_add_css_class (self->merge, "primary");
  gtk_box_append (GTK_BOX (foot), self->two);
  gtk_box_append (GTK_BOX (foot), make_button (_ ("_Cancel"), "Esc", G_CALLBACK (gtk_window_close), self));
  gtk_box_append (GTK_BOX (foot), self->merge);
  return foot;
}

static GtkWidget *
make_effect (PamongMergeWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->effect = make_label (self->writes ? NULL : _ ("Records are merged in the village, where the papers are."), NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->effect), TRUE);
  gtk_widget_add_css_class (box, "band");
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-information-symbolic"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->effect));
  return box;
}

static void
build (PamongMergeWindow *self)
{
  GtkWidget *all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10), *reason = make_reason (self);

  self->because = make_label (NULL, "secondary");
  gtk_widget_add_css_class (body, "merge-body");
  gtk_widget_add_css_class (all, "page");
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->because));
  gtk_box_append (GTK_BOX (body), make_tools (self));
  gtk_box_append (GTK_BOX (body), make_grid (self));
  gtk_box_append (GTK_BOX (body), make_effect (self));
  gtk_box_append (GTK_BOX (body), make_band (self));
  gtk_box_append (GTK_BOX (body), reason);
  gtk_box_append (GTK_BOX (all), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (all), body);
  gtk_box_append (GTK_BOX (all), make_foot (self));
  gtk_widget_set_visible (reason, self->writes);
  gtk_widget_set_visible (self->two, self->writes);
  gtk_widget_set_visible (self->merge, self->writes);
  adw_window_set_content (ADW_WINDOW (self), all);
}

static void
pamong_merge_window_init (PamongMergeWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->rules = g_ptr_array_new_with_free_func (g_free);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Two records, one person?"));
  gtk_window_set_default_size (GTK_WINDOW (self), (int) MIN (WIDTH * pamong_style_text_scale (), MAX_WIDTH), (int) MIN (HEIGHT * pamong_style_text_scale (), MAX_HEIGHT));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

PamongMergeWindow *
pamong_merge_window_show (GtkWidget *parent, PamongSession *session, const char *one, const char *other, GError **error)
{
  PamongMergeWindow *self = g_object_new (PAMONG_TYPE_MERGE_WINDOW, NULL);

  self->session = g_object_ref (session);
  self->writes = pamong_session_level (session) == PAMONG_LEVEL_VILLAGE;
  build (self);
  if (!load (self, one, other, error))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return NULL;
    }
  show_because (self);
  pamong_merge_window_show_people (self);
  if (self->writes)
    suggest (self);
  pamong_merge_window_show_effect (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_set_transient_for (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (parent)));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
  return self;
}

PamongPairGrid *
pamong_merge_window_grid (PamongMergeWindow *self)
{
  return self->grid;
}

/* What merging would do as things are chosen now; or why it cannot be done. */
void
pamong_merge_window_show_effect (PamongMergeWindow *self)
{
  g_autoptr (GArray) taken = pamong_pair_grid_taken (self->grid);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) sentences = NULL;
  g_autofree char *words = NULL;

  if (!self->writes)
    return;
  sentences = pamong_office_merge_effect (pamong_session_store (self->session), pamong_merge_window_uid (self, TRUE), pamong_merge_window_uid (self, FALSE), (const int *) taken->data, taken->len, &error);
  words = sentences != NULL ? g_strjoinv ("\n", sentences) : NULL;
  gtk_label_set_text (self->effect, words != NULL ? words : error->message);
  gtk_widget_set_sensitive (self->merge, sentences != NULL && !self->busy);
}

void
pamong_merge_window_show_people (PamongMergeWindow *self)
{
  g_autofree char *today = pamong_clock_today (), *differ = NULL, *same = NULL;
  gboolean with_village = pamong_session_level (self->session) != PAMONG_LEVEL_VILLAGE;
  g_autoptr (GPtrArray) rows = pamong_pair_rows ((const PamongPerson *const *) self->people, self->revealed, with_village, today);
  guint n;

  pamong_pair_grid_show (self->grid, rows);
  n = pamong_pair_grid_count (self->grid, TRUE);
  differ = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u value differs", "%u values differ", n), n);
  gtk_label_set_text (self->count, differ);
  n = pamong_pair_grid_count (self->grid, FALSE);
  same = g_strdup_printf (_ ("Show those that are the _same (%u)"), n);
  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->same), same);
  gtk_widget_set_sensitive (self->same, n > 0);
}

const char *
pamong_merge_window_uid (PamongMergeWindow *self, gboolean kept)
{
  guint side = pamong_pair_grid_kept (self->grid);

  return self->people[kept ? side : 1 - side]->resident->uid;
}

void
pamong_merge_window_refuse (PamongMergeWindow *self, const char *words, gboolean ask)
{
  gtk_label_set_text (self->error, words != NULL ? words : "");
  gtk_widget_set_visible (self->band, words != NULL);
  gtk_widget_set_visible (self->accepted, ask);
}

void
pamong_merge_window_finish (PamongMergeWindow *self, const char *words, const char *event_uid)
{
  g_signal_emit (self, done_signal, 0, words, event_uid, pamong_merge_window_uid (self, TRUE));
  gtk_window_destroy (GTK_WINDOW (self));
}
