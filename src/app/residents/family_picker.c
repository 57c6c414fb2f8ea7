/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/family_picker.h"
#include "app/widgets/focus.h"

#include "domain/nik.h"

#include <glib/gi18n.h>

#define MAX_FOUND 5 /* families under the entry */

struct _PamongFamilyPicker
{
  GtkWidget parent_instance;
  PamongStore *store;
  PamongSearch *search;
  GtkEditable *entry;
  GtkListBox *list;
  GtkLabel *words; /* the chosen one, or what to do */
  char *chosen, *empty;
};

G_DEFINE_FINAL_TYPE (PamongFamilyPicker, pamong_family_picker, GTK_TYPE_WIDGET)

static guint changed_signal;

/* "3522••••••••0118 · SUTRISNO · RT 003/RW 001". */
static char *
family_words (PamongStore *store, const char *family_uid)
{
  g_autoptr (PamongFamilyCard) card = pamong_store_card (store, family_uid, NULL);
  const PamongRecord *head = card ? pamong_family_card_head (card) : NULL;
  const char *kk = card ? pamong_record_text (card->family, PAMONG_FAMILY_KK_NUMBER) : NULL;
  const char *rt = card ? pamong_record_text (card->family, PAMONG_FAMILY_RT) : NULL, *rw = card ? pamong_record_text (card->family, PAMONG_FAMILY_RW) : NULL;
  g_autofree char *number = kk ? pamong_nik_mask (kk) : g_strdup (_ ("number waiting for Dukcapil"));

  return g_strdup_printf ("%s · %s · RT %s/RW %s", head ? pamong_record_text (head, PAMONG_RESIDENT_NAME) : _ ("no head"), number, rt ? rt : "–", rw ? rw : "–");
}

static void
clear_list (PamongFamilyPicker *self)
{
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (self->list, 0));)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), FALSE);
}

static gboolean
has_row (PamongFamilyPicker *self, const char *uid)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)); i++)
    if (g_str_equal (g_object_get_data (G_OBJECT (row), "pamong-uid"), uid))
      return TRUE;
  return FALSE;
}

static void
add_row (PamongFamilyPicker *self, const char *uid)
{
  GtkWidget *row = gtk_list_box_row_new (), *label;
  g_autofree char *words = family_words (self->store, uid);

  label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  g_object_set_data_full (G_OBJECT (row), "pamong-uid", g_strdup (uid), g_free);
  gtk_list_box_append (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self->list), TRUE);
}

static void
find_families (PamongFamilyPicker *self, const char *text)
{
  guint total = 0, found = 0;
  g_autoptr (GPtrArray) rows = pamong_search_rows (self->search, text, NULL, 0, 50, &total, NULL);

  for (guint i = 0; rows && i < rows->len && found < MAX_FOUND; i++)
    {
      const PamongListRow *row = rows->pdata[i];
      g_autoptr (PamongRecord) resident = row ? pamong_store_get (self->store, PAMONG_KIND_RESIDENT, row->uid, NULL) : NULL;
      const char *uid = resident ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;

      if (!uid || has_row (self, uid))
        continue;
      add_row (self, uid);
      found++;
    }
}

static void
show_words (PamongFamilyPicker *self)
{
  g_autofree char *words = self->chosen ? family_words (self->store, self->chosen) : NULL;

  gtk_label_set_text (self->words, words ? words : self->empty);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), words);
  gtk_widget_remove_css_class (GTK_WIDGET (self->words), words ? "secondary" : "medium");
  gtk_widget_add_css_class (GTK_WIDGET (self->words), words ? "medium" : "secondary");
}

static void
typed_cb (GtkEditable *entry, PamongFamilyPicker *self)
{
  const char *text = gtk_editable_get_text (entry);

  clear_list (self);
  if (g_utf8_strlen (text, -1) >= 2)
    find_families (self, text);
}

/* Enter takes the first one found. */
static void
entry_activated_cb (GtkEditable *entry, PamongFamilyPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row)
    pamong_family_picker_choose (self, g_object_get_data (G_OBJECT (row), "pamong-uid"));
  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);
}

static void
row_activated_cb (GtkListBox *list, GtkListBoxRow *row, PamongFamilyPicker *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  pamong_family_picker_choose (self, g_object_get_data (G_OBJECT (row), "pamong-uid"));
}

static void
pamong_family_picker_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_family_picker_parent_class)->dispose (object);
}

static void
pamong_family_picker_finalize (GObject *object)
{
  g_free (PAMONG_FAMILY_PICKER (object)->chosen);
  g_free (PAMONG_FAMILY_PICKER (object)->empty);
  G_OBJECT_CLASS (pamong_family_picker_parent_class)->finalize (object);
}

static void
pamong_family_picker_class_init (PamongFamilyPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_family_picker_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_family_picker_finalize;
  changed_signal = g_signal_new ("changed", PAMONG_TYPE_FAMILY_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_family_picker_init (PamongFamilyPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4), *label = gtk_label_new_with_mnemonic (_ ("_Family card: KK number or a name on it"));
  GtkWidget *entry = gtk_entry_new (), *list = gtk_list_box_new (), *words = gtk_label_new (NULL);

  self->entry = GTK_EDITABLE (entry);
  self->list = GTK_LIST_BOX (list);
  pamong_focus_one_stop (list);
  self->words = GTK_LABEL (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (list, "relatives");
  gtk_widget_set_visible (list, FALSE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), words);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect (list, "row-activated", G_CALLBACK (row_activated_cb), self);
}

GtkWidget *
pamong_family_picker_new (PamongStore *store, PamongSearch *search, const char *empty)
{
  PamongFamilyPicker *self = g_object_new (PAMONG_TYPE_FAMILY_PICKER, NULL);

  self->store = store;
  self->search = search;
  self->empty = g_strdup (empty);
  show_words (self);
  return GTK_WIDGET (self);
}

const char *
pamong_family_picker_chosen (PamongFamilyPicker *self)
{
  return self->chosen;
}

void
pamong_family_picker_choose (PamongFamilyPicker *self, const char *family_uid)
{
  char *copy = g_strdup (family_uid);

  g_free (self->chosen);
  self->chosen = copy;
  g_signal_handlers_block_by_func (self->entry, typed_cb, self);
  gtk_editable_set_text (self->entry, "");
  g_signal_handlers_unblock_by_func (self->entry, typed_cb, self);
  clear_list (self);
  show_words (self);
  g_signal_emit (self, changed_signal, 0);
}

void
pamong_family_picker_type (PamongFamilyPicker *self, const char *text)
{
  gtk_editable_set_text (self->entry, text);
}
