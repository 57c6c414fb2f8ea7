/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/doubles/ask_other.h"
#include "app/doubles/merge_window.h"
#include "app/widgets/dialogs.h"
#include "app/widgets/focus.h"
#include "office/doubles.h"
#include "store/search.h"
#include <glib/gi18n.h>

#define FOUND_AT_MOST 6
#define WIDTH 520

typedef struct {
  GtkWidget *parent;
  PamongSession *session;
  PamongUndoBand *band;
  char *uid;
  GtkWidget *entry;
  GtkListBox *list;
} Question;

static void
free_question (Question *question)
{
  g_object_unref (question->parent);
  g_object_unref (question->session);
  g_object_unref (question->band);
  g_clear_object (&question->list);
  g_free (question->uid);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, free_question)

static void
add_row (Question *question, const char *uid, const char *name, const char *rt, const char *dusun)
{
  g_autofree char *words = g_strdup_printf ("%s  ·  RT %s  ·  %s", name != NULL ? name : _ ("without a name"), rt != NULL ? rt : "–", dusun != NULL ? dusun : "–");
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  g_object_set_data_full (G_OBJECT (label), "uid", g_strdup (uid), g_free);
  gtk_list_box_append (question->list, label);
}

/* Who looks like them stands there before anything is typed. */
static void
add_likely (Question *question)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (question->session));

  for (guint i = 0, n = 0; latest != NULL && latest->doubles != NULL && i < latest->doubles->len && n < FOUND_AT_MOST; i++)
    {
      const PamongDouble *pair = latest->doubles->pdata[i];
      gboolean first = g_str_equal (pair->one.uid, question->uid);
      const PamongDoubleSide *other = first ? &pair->other : &pair->one;

      if (!first && !g_str_equal (pair->other.uid, question->uid))
        continue;
      add_row (question, other->uid, other->name, other->rt, other->dusun);
      n++;
    }
}

static void
add_found (Question *question, const char *text)
{
  PamongSearch *search = pamong_session_search (question->session);
  guint total = 0, n = 0;
  g_autoptr (GPtrArray) rows = search != NULL ? pamong_search_rows (search, text, NULL, PAMONG_STATUS_ALIVE, FOUND_AT_MOST + 1, &total, NULL) : NULL;

  for (guint i = 0; rows != NULL && i < rows->len && n < FOUND_AT_MOST; i++)
    {
      const PamongListRow *row = rows->pdata[i];

      if (row == NULL || g_str_equal (row->uid, question->uid))
        continue;
      add_row (question, row->uid, row->name, row->rt, row->dusun);
      n++;
    }
}

static void
typed_cb (Question *question)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (question->entry));
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (question->list, 0)) != NULL)
    gtk_list_box_remove (question->list, GTK_WIDGET (row));
  if (*text == '\0')
    add_likely (question);
  else
    add_found (question, text);
  gtk_list_box_select_row (question->list, gtk_list_box_get_row_at_index (question->list, 0));
}

/* The keyboard stays in the entry: up and down choose, Enter goes on. */
static gboolean
pressed_cb (Question *question, guint key, guint code, GdkModifierType state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (question->list);
  int step = key == GDK_KEY_Down || key == GDK_KEY_KP_Down ? 1 : key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? -1 : 0;
  GtkListBoxRow *next = step != 0 && row != NULL ? gtk_list_box_get_row_at_index (question->list, gtk_list_box_row_get_index (row) + step) : NULL;

  if (next != NULL)
    gtk_list_box_select_row (question->list, next);
  return step != 0;
}

static void
done_cb (PamongUndoBand *band, const char *words, const char *event_uid, const char *kept)
{
  pamong_undo_band_show (band, words, event_uid);
  gtk_widget_activate_action (GTK_WIDGET (band), "win.open", "(ss)", pamong_kind_name (PAMONG_KIND_RESIDENT), kept);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Question) question = data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (question->list);
  g_autoptr (GError) error = NULL;
  PamongMergeWindow *window;

  if (!pamong_dialog_form_finish (result))
    return;
  if (row == NULL)
    {
      pamong_undo_band_show (question->band, _ ("Nobody was chosen. Type a name or a NIK and choose the person from the list."), NULL);
      return;
    }
  window = pamong_merge_window_show (question->parent, question->session, question->uid, g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "uid"), &error);
  if (window != NULL)
    g_signal_connect_object (window, "done", G_CALLBACK (done_cb), question->band, G_CONNECT_SWAPPED);
  else
    pamong_undo_band_show (question->band, error->message, NULL);
}

static GtkWidget *
make_content (Question *question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *words = gtk_label_new (_ ("Nothing is merged yet: both are set side by side first.")), *label, *scroller;
  GtkEventController *keys = gtk_event_controller_key_new ();

  label = gtk_label_new_with_mnemonic (_ ("_Who (name or NIK)"));
  question->entry = gtk_entry_new ();
  question->list = g_object_ref_sink (GTK_LIST_BOX (gtk_list_box_new ()));
  pamong_focus_one_stop (GTK_WIDGET (question->list));
  scroller = gtk_scrolled_window_new ();
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_widget_add_css_class (words, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), question->entry);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("People found"), -1);
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (question->list), "relatives");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (question->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scroller, WIDTH, 180);
  g_signal_connect_swapped (question->entry, "changed", G_CALLBACK (typed_cb), question);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), question);
  gtk_widget_add_controller (question->entry, keys);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), question->entry);
  gtk_box_append (GTK_BOX (box), scroller);
  return box;
}

void
pamong_doubles_ask_other (GtkWidget *parent, PamongSession *session, const PamongRecord *resident, PamongUndoBand *band)
{
  Question *question = g_new0 (Question, 1);
  const char *name = pamong_record_text (resident, PAMONG_RESIDENT_NAME);
  g_autofree char *heading = g_strdup_printf (_ ("Who else is %s?"), name != NULL ? name : _ ("without a name"));
  GtkWidget *content;

  question->parent = g_object_ref (parent);
  question->session = g_object_ref (session);
  question->band = g_object_ref (band);
  question->uid = g_strdup (resident->uid);
  content = make_content (question);
  typed_cb (question);
  pamong_dialog_form_async (parent, heading, content, _ ("_Set side by side"), answered_cb, question);
  gtk_widget_grab_focus (question->entry);
}
