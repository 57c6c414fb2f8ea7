/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/batch_view.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongBatchView {
  GtkWidget parent_instance;

  PamongStore *store;
  PamongShareList *list;
  GPtrArray *imports, *shares;
  GtkWidget *said_band, *look, *here, *all, *rest;
  GtkLabel *said, *words;
};

static void batch_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongBatchView, pamong_batch_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, batch_view_page_init))

enum { OPEN, UNDO, REST, CLOSE, N_SIGNALS };
static guint signals[N_SIGNALS];

static guint
count_in (PamongBatchView *self, PamongImportState state)
{
  guint n = 0;

  for (guint i = 0; i < self->shares->len; i++)
    n += ((PamongVillageShare *) self->shares->pdata[i])->state == state;
  return n;
}

static void
show_buttons (PamongBatchView *self)
{
  PamongVillageShare *chosen = pamong_share_list_chosen (self->list);

  gtk_widget_set_sensitive (self->here, chosen != NULL && chosen->state == PAMONG_IMPORT_DONE);
  gtk_widget_set_sensitive (self->look, chosen != NULL && self->imports->len > 0 && ((PamongImport *) self->imports->pdata[0])->is_here);
  gtk_widget_set_sensitive (self->all, count_in (self, PAMONG_IMPORT_DONE) > 0);
  gtk_widget_set_visible (self->rest, count_in (self, PAMONG_IMPORT_READY) + count_in (self, PAMONG_IMPORT_READ) > 0);
}

static char *
sum_words (PamongBatchView *self)
{
  guint added = 0, filled = 0;
  gint64 people = 0, checked = 0;
  g_autofree char *new_words = NULL, *filled_words = NULL, *people_words = NULL, *checked_words = NULL;

  for (guint i = 0; i < self->shares->len; i++)
    {
      const PamongVillageShare *share = self->shares->pdata[i];

      if (share->state != PAMONG_IMPORT_DONE)
        continue;
      added += share->added;
      filled += share->filled;
      people += share->batch.people;
      checked += share->batch.confirmed;
    }
  new_words = pamong_words_number (added);
  filled_words = pamong_words_number (filled);
  people_words = pamong_words_number (people);
  checked_words = pamong_words_number (checked);
  if (people == 0)
    return g_strdup_printf (_ ("%s filled in."), filled_words);
  return g_strdup_printf (_ ("%s new people, %s filled in; villages have checked %s of %s."), new_words, filled_words, checked_words, people_words);
}

static void
open_cb (PamongBatchView *self, PamongVillageShare *share)
{
  if (gtk_widget_get_sensitive (self->look))
    g_signal_emit (self, signals[OPEN], 0, share);
}

static void
look_cb (PamongBatchView *self)
{
  if (pamong_share_list_chosen (self->list) != NULL)
    open_cb (self, pamong_share_list_chosen (self->list));
}

static void
ask_undo (PamongBatchView *self, const char *area)
{
  g_auto (GStrv) uids = pamong_batch_view_uids (self, area, PAMONG_IMPORT_DONE);

  if (uids[0] != NULL)
    g_signal_emit (self, signals[UNDO], 0, uids);
}

static void
here_cb (PamongBatchView *self)
{
  PamongVillageShare *chosen = pamong_share_list_chosen (self->list);

  if (chosen != NULL)
    ask_undo (self, chosen->area);
}

static void
all_cb (PamongBatchView *self)
{
  ask_undo (self, NULL);
}

static void
rest_cb (PamongBatchView *self)
{
  g_auto (GStrv) uids = pamong_batch_view_uids (self, NULL, PAMONG_IMPORT_READY);

  g_signal_emit (self, signals[REST], 0, uids);
}

static void
close_cb (PamongBatchView *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static gboolean
pressed_cb (PamongBatchView *self, guint key, guint code, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_cb (self);
  return GDK_EVENT_STOP;
}

static void
batch_view_shown (PamongPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAMONG_BATCH_VIEW (page)->list));
}

static const PamongPageKey *
batch_view_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "↑ ↓", _ ("Choose") };
  keys[2] = (PamongPageKey) { "Enter", _ ("Rows of the village") };
  keys[3] = (PamongPageKey) { "Esc", _ ("Back") };
  return keys;
}

static void
batch_view_page_init (PamongPageInterface *iface)
{
  iface->shown = batch_view_shown;
  iface->keys = batch_view_keys;
}

static void
pamong_batch_view_dispose (GObject *object)
{
  PamongBatchView *self = PAMONG_BATCH_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_pointer (&self->imports, g_ptr_array_unref);
  G_OBJECT_CLASS (pamong_batch_view_parent_class)->dispose (object);
}

static void
pamong_batch_view_class_init (PamongBatchViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_batch_view_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_VILLAGE_SHARE);
  signals[UNDO] = g_signal_new ("undo", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[REST] = g_signal_new ("rest", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_button (PamongBatchView *self, GtkWidget *foot, const char *words, void (*clicked) (PamongBatchView *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  gtk_box_append (GTK_BOX (foot), button);
  return button;
}

static GtkWidget *
make_said (PamongBatchView *self)
{
  self->said_band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  self->said = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->said, 0);
  gtk_label_set_wrap (self->said, TRUE);
  gtk_widget_add_css_class (self->said_band, "band");
  gtk_box_append (GTK_BOX (self->said_band), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_box_append (GTK_BOX (self->said_band), GTK_WIDGET (self->said));
  gtk_widget_set_visible (self->said_band, FALSE);
  return self->said_band;
}

static GtkWidget *
make_foot (PamongBatchView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  self->here = add_button (self, foot, _ ("Take back in this _village…"), here_cb);
  self->all = add_button (self, foot, _ ("Take _all back…"), all_cb);
  add_button (self, foot, _ ("Other _file"), close_cb);
  return foot;
}

static void
pamong_batch_view_init (PamongBatchView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shares = g_ptr_array_new_with_free_func (g_object_unref);
  self->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_import_free);
  self->list = PAMONG_SHARE_LIST (pamong_share_list_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->look = add_button (self, line, _ ("_Rows of the village…"), look_cb);
  self->rest = add_button (self, line, _ ("Villages not _written…"), rest_cb);
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_widget_add_css_class (body, "exchange-body");
  gtk_box_append (GTK_BOX (body), make_said (self));
  gtk_box_append (GTK_BOX (body), line);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_swapped (self->list, "open", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->list, "chosen", G_CALLBACK (show_buttons), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_batch_view_new (PamongStore *store)
{
  PamongBatchView *self = g_object_new (PAMONG_TYPE_BATCH_VIEW, NULL);

  self->store = store;
  return GTK_WIDGET (self);
}

gboolean
pamong_batch_view_show (PamongBatchView *self, const char *uid, GError **error)
{
  GPtrArray *together = pamong_inject_together (self->store, uid, NULL, error);
  g_autoptr (GPtrArray) shares = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = NULL;

  if (together == NULL)
    return FALSE;
  g_ptr_array_unref (self->imports);
  self->imports = together;
  for (guint i = 0; i < together->len; i++)
    {
      PamongVillageShare *share = pamong_village_share_new_people (together->pdata[i], NULL);

      g_ptr_array_add (shares, share);
      if (share->state >= PAMONG_IMPORT_DONE && !pamong_store_batch_state (self->store, share->uid, &share->batch, error))
        return FALSE;
    }
  g_ptr_array_unref (self->shares);
  self->shares = g_steal_pointer (&shares);
  pamong_share_list_show (self->list, self->shares, PAMONG_SHARE_DONE);
  words = sum_words (self);
  gtk_label_set_text (self->words, words);
  show_buttons (self);
  return TRUE;
}

void
pamong_batch_view_refresh (PamongBatchView *self)
{
  g_autofree char *uid = self->imports->len > 0 ? g_strdup (pamong_batch_view_import (self)->uid) : NULL;

  if (uid != NULL)
    pamong_batch_view_show (self, uid, NULL);
}

void
pamong_batch_view_say (PamongBatchView *self, const char *words, gboolean failed)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (self->said_band)), failed ? "dialog-error-symbolic" : "object-select-symbolic");
  if (failed)
    gtk_widget_add_css_class (self->said_band, "error");
  else
    gtk_widget_remove_css_class (self->said_band, "error");
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (self->said_band, words != NULL);
}

const PamongImport *
pamong_batch_view_import (PamongBatchView *self)
{
  return self->imports->len > 0 ? self->imports->pdata[0] : NULL;
}

char **
pamong_batch_view_uids (PamongBatchView *self, const char *area, PamongImportState state)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  for (guint i = 0; i < self->shares->len; i++)
    {
      const PamongVillageShare *share = self->shares->pdata[i];

      if (share->state == state && (area == NULL || g_str_equal (share->area, area)))
        g_strv_builder_add (uids, share->uid);
    }
  return g_strv_builder_end (uids);
}

gboolean
pamong_batch_view_is_unwritten (PamongBatchView *self)
{
  return count_in (self, PAMONG_IMPORT_DONE) + count_in (self, PAMONG_IMPORT_UNDONE) == 0;
}

PamongShareList *
pamong_batch_view_list (PamongBatchView *self)
{
  return self->list;
}
