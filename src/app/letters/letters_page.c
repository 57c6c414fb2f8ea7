/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letters_page.h"
#include "app/letters/archive_view.h"
#include "app/letters/fill_view.h"
#include "app/letters/letter_acts.h"
#include "app/letters/letter_job.h"
#include "app/letters/start_view.h"
#include <glib/gi18n.h>

struct _PamongLettersPage {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkStack *views, *lists; /* lists: the beginning and the archive, under one head */
  GtkWidget *new_toggle, *archive_toggle;
  PamongLetterStart *start;
  PamongFillView *fill;
  PamongArchiveView *archive;
  char *issued; /* the letter issued last */
};

static void pamong_letters_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongLettersPage, pamong_letters_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_letters_page_iface_init))

static gboolean
is_filling (PamongLettersPage *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->views), "fill") == 0;
}

static gboolean
shows_archive (PamongLettersPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->archive_toggle));
}

static void
say (gpointer page, const char *words, gboolean failed)
{
  PamongLettersPage *self = page;

  pamong_letter_start_tell (self->start, words, NULL, failed);
  if (shows_archive (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->new_toggle), TRUE);
}

static void
refresh (PamongLettersPage *self)
{
  if (is_filling (self))
    return;
  pamong_letter_start_refresh (self->start);
  if (shows_archive (self))
    pamong_archive_view_refresh (self->archive);
}

static void
show_view (PamongLettersPage *self, const char *name)
{
  gtk_stack_set_visible_child_name (self->views, g_str_equal (name, "fill") ? name : "lists");
  if (!g_str_equal (name, "fill"))
    gtk_stack_set_visible_child_name (self->lists, name);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
show_start (PamongLettersPage *self)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->new_toggle), TRUE);
  show_view (self, "start");
  refresh (self);
  pamong_letter_start_focus (self->start);
}

static gboolean
begin (PamongLettersPage *self, PamongLetterCase *letter, const char *draft)
{
  if (!pamong_fill_view_begin (self->fill, letter, draft))
    {
      say (self, _ ("There is no such letter any more. Choose another."), TRUE);
      return FALSE;
    }
  show_view (self, "fill");
  pamong_fill_view_focus (self->fill);
  return TRUE;
}

static void
begin_cb (PamongLettersPage *self, const char *key)
{
  g_autoptr (PamongLetterType) type = pamong_letter_type_here (pamong_session_store (self->session), NULL, key);
  g_autoptr (PamongLetterCase) letter = type != NULL ? pamong_letter_case_new (key) : NULL;
  const PamongLetterPerson *first = type != NULL && type->persons->len > 0 ? type->persons->pdata[0] : NULL;

  if (letter == NULL)
    return;
  if (first != NULL && !pamong_letter_start_put_person (self->start, letter, first->id))
    pamong_letter_start_ask_person (self->start);
  else
    begin (self, g_steal_pointer (&letter), NULL);
}

static void
issued_cb (PamongLettersPage *self, const char *uid)
{
  g_autoptr (PamongRecord) letter = pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_LETTER, uid, NULL);
  const char *name = letter != NULL ? pamong_record_text (letter, PAMONG_LETTER_SUBJECT_NAME) : NULL;
  g_autofree char *words = letter != NULL ? g_strdup_printf (_ ("%s has its number: %s%s%s."), pamong_record_text (letter, PAMONG_LETTER_TITLE), pamong_record_text (letter, PAMONG_LETTER_NUMBER_TEXT),
                                                              name != NULL ? ", " : "", name != NULL ? name : "") : NULL;

  g_free (self->issued);
  self->issued = g_strdup (uid);
  pamong_letter_start_set_person (self->start, NULL, NULL);
  pamong_letter_start_tell (self->start, words, uid, FALSE);
  show_start (self);
  pamong_letter_print (GTK_WIDGET (self), self->session, uid, say);
}

static void
left_cb (PamongLettersPage *self)
{
  if (is_filling (self) && pamong_fill_view_letter (self->fill) == NULL)
    show_start (self);
  else
    refresh (self);
}

/* The person stays, another letter is chosen: what was typed is kept among what was put aside, if it was anything. */
static void
other_type_cb (PamongLettersPage *self)
{
  const PamongLetterCase *letter = pamong_fill_view_letter (self->fill);
  const PamongCasePerson *person = letter != NULL && letter->persons->len > 0 ? letter->persons->pdata[0] : NULL;

  if (person != NULL)
    pamong_letter_start_set_person (self->start, person->uid, person->outsider);
  pamong_letter_start_tell (self->start, NULL, NULL, FALSE);
  pamong_fill_view_keep (self->fill);
  show_start (self);
}

static void
keys_changed_cb (PamongLettersPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
toggled_cb (PamongLettersPage *self)
{
  show_view (self, shows_archive (self) ? "archive" : "start");
  refresh (self);
}

static void
act (GtkWidget *widget, const char *action, GVariant *target)
{
  static const struct { const char *name; PamongLetterAct act; } acts[] = {
    { "letters.signed", pamong_letter_act_signed }, { "letters.taken", pamong_letter_act_taken }, { "letters.back", pamong_letter_act_back }, { "letters.void", pamong_letter_act_void },
    { "letters.print", pamong_letter_print }, { "letters.look", pamong_letter_show },
  };

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].name, action))
      acts[i].act (widget, PAMONG_LETTERS_PAGE (widget)->session, g_variant_get_string (target, NULL), say);
}

static void
again (PamongLettersPage *self, const char *uid)
{
  g_autoptr (GError) error = NULL;
  PamongLetterCase *letter = pamong_letter_case_again (pamong_session_store (self->session), uid, &error);

  if (letter != NULL)
    begin (self, letter, NULL);
  else
    say (self, error->message, TRUE);
}

static void
again_action (GtkWidget *widget, const char *action, GVariant *target)
{
  again (PAMONG_LETTERS_PAGE (widget), g_variant_get_string (target, NULL));
}

/* The letter in the row that has the focus, else the one issued last. */
static void
once_more_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL, *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;
  const char *name = row != NULL ? g_object_get_data (G_OBJECT (row), "action") : NULL;

  if (is_filling (self))
    return;
  if (name != NULL && !g_str_equal (name, "letters.take-up"))
    again (self, g_object_get_data (G_OBJECT (row), "target"));
  else if (self->issued != NULL)
    again (self, self->issued);
}

static void
take_up_action (GtkWidget *widget, const char *action, GVariant *target)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (widget);
  const char *key = g_variant_get_string (target, NULL);
  g_autoptr (GPtrArray) drafts = pamong_letter_drafts (pamong_session_store (self->session));

  for (guint i = 0; drafts != NULL && i < drafts->len; i++)
    {
      const PamongLetterDraft *draft = drafts->pdata[i];

      if (g_str_equal (draft->key, key))
        {
          begin (self, pamong_letter_case_copy (draft->letter), key);
          return;
        }
    }
}

static void
dropped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongLettersPage) self = data;
  g_autofree char *key = pamong_letter_job_draft_finish (PAMONG_DESK (source), result, NULL);

  refresh (self);
}

static void
drop_action (GtkWidget *widget, const char *action, GVariant *target)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (widget);

  pamong_letter_job_draft_async (pamong_session_desk (self->session), g_variant_get_string (target, NULL), NULL, dropped_cb, g_object_ref (self));
}

static void
fill_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (widget);

  if (!is_filling (self))
    {
      if (g_str_equal (action, "letters.issue") && self->issued != NULL)
        pamong_letter_print (widget, self->session, self->issued, say);
      return;
    }
  if (g_str_equal (action, "letters.issue"))
    pamong_fill_view_issue (self->fill);
  else if (g_str_equal (action, "letters.park"))
    pamong_fill_view_park (self->fill);
  else
    pamong_fill_view_cancel (self->fill);
}

static void
session_changed_cb (PamongLettersPage *self, int kind)
{
  gboolean letters = kind == PAMONG_KIND_LETTER || kind == PAMONG_KIND_LETTER_TYPE || kind < 0;

  if (letters && gtk_widget_get_mapped (GTK_WIDGET (self))) /* else it is read as the page is shown */
    refresh (self);
}

static void
page_shown (PamongPage *page)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (page);

  if (is_filling (self))
    {
      pamong_fill_view_focus (self->fill);
      return;
    }
  show_start (self);
  pamong_letter_start_focus_person (self->start);
}

static gboolean
page_view (PamongPage *page, const char *name)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (page);

  if (g_str_equal (name, "arsip") && !is_filling (self))
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->archive_toggle), TRUE);
  return g_str_equal (name, "arsip");
}

static const PamongPageKey *
page_keys (PamongPage *page)
{
  static PamongPageKey keys[7];
  int n = 0;

  keys[n++] = (PamongPageKey){ "Enter", is_filling (PAMONG_LETTERS_PAGE (page)) ? _ ("Next field") : _ ("Choose") };
  if (is_filling (PAMONG_LETTERS_PAGE (page)))
    {
      keys[n++] = (PamongPageKey){ "Ctrl+P", _ ("Number and print") };
      keys[n++] = (PamongPageKey){ "Ctrl+D", _ ("Keep for later") };
      keys[n++] = (PamongPageKey){ "Ctrl+0", _ ("Whole page") };
      keys[n++] = (PamongPageKey){ "Ctrl++", _ ("Enlarge") };
    }
  else
    keys[n++] = (PamongPageKey){ "Ctrl+L", _ ("Once more for the same person") };
  keys[n] = (PamongPageKey){ NULL, NULL };
  return keys;
}

static gboolean
page_leave (PamongPage *page)
{
  pamong_fill_view_keep (PAMONG_LETTERS_PAGE (page)->fill); /* nothing is lost, so nothing is asked */
  return TRUE;
}

static char *
page_foot (PamongPage *page)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (page);

  return is_filling (self) ? pamong_fill_view_foot (self->fill) : NULL;
}

static gboolean
page_zoom (PamongPage *page, int step)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (page);

  if (is_filling (self))
    pamong_fill_view_zoom (self->fill, step);
  return is_filling (self);
}

static void
pamong_letters_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = page_shown;
  iface->view = page_view;
  iface->keys = page_keys;
  iface->leave = page_leave;
  iface->foot = page_foot;
  iface->zoom = page_zoom;
}

static void
pamong_letters_page_dispose (GObject *object)
{
  PamongLettersPage *self = PAMONG_LETTERS_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->issued, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_letters_page_parent_class)->dispose (object);
}

static void
pamong_letters_page_class_init (PamongLettersPageClass *klass)
{
  static const char *const acts[] = { "letters.signed", "letters.taken", "letters.back", "letters.void", "letters.print", "letters.look" };
  static const char *const fills[] = { "letters.issue", "letters.park", "letters.cancel" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_letters_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i], "s", act);
  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    gtk_widget_class_install_action (widget_class, fills[i], NULL, fill_action);
  gtk_widget_class_install_action (widget_class, "letters.again", "s", again_action);
  gtk_widget_class_install_action (widget_class, "letters.take-up", "s", take_up_action);
  gtk_widget_class_install_action (widget_class, "letters.drop", "s", drop_action);
  gtk_widget_class_install_action (widget_class, "letters.once-more", NULL, once_more_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "letters.issue", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "letters.park", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK, "letters.once-more", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "letters.cancel", NULL);
}

static GtkWidget *
make_toggles (PamongLettersPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->new_toggle = gtk_toggle_button_new_with_mnemonic (_ ("New _letter"));
  self->archive_toggle = gtk_toggle_button_new_with_mnemonic (_ ("A_rchive"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->archive_toggle), GTK_TOGGLE_BUTTON (self->new_toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->new_toggle), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->new_toggle);
  gtk_box_append (GTK_BOX (box), self->archive_toggle);
  return box;
}

static GtkWidget *
make_label (const char *words, const char *class)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

/* Over the beginning and the archive; a letter being filled in has a head of its own. */
static GtkWidget *
make_lists (PamongLettersPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (words), make_label (_ ("Letters"), "page-title"));
  gtk_box_append (GTK_BOX (words), make_label (_ ("Choose the person, then the letter."), "page-hint"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (head), words);
  gtk_box_append (GTK_BOX (head), make_toggles (self));
  gtk_widget_add_css_class (head, "page-head");
  gtk_box_append (GTK_BOX (box), head);
  self->lists = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->lists), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lists));
  return box;
}

static void
pamong_letters_page_init (PamongLettersPage *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (GTK_WIDGET (self), "letters-page");
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->views), GTK_WIDGET (self));
}

GtkWidget *
pamong_letters_page_new (PamongSession *session)
{
  PamongLettersPage *self = g_object_new (PAMONG_TYPE_LETTERS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->start = PAMONG_LETTER_START (pamong_letter_start_new (session));
  self->archive = PAMONG_ARCHIVE_VIEW (pamong_archive_view_new (session));
  self->fill = PAMONG_FILL_VIEW (pamong_fill_view_new (session));
  gtk_stack_add_named (self->views, make_lists (self), "lists");
  gtk_stack_add_named (self->views, GTK_WIDGET (self->fill), "fill");
  gtk_stack_add_named (self->lists, GTK_WIDGET (self->start), "start");
  gtk_stack_add_named (self->lists, GTK_WIDGET (self->archive), "archive");
  g_signal_connect_object (self->archive_toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->start, "begin", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill, "issued", G_CALLBACK (issued_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill, "other-type", G_CALLBACK (other_type_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill, "draft-kept", G_CALLBACK (keys_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

gboolean
pamong_letters_page_begin (PamongLettersPage *self, const char *key, const char *uid)
{
  pamong_letter_start_set_person (self->start, uid, NULL);
  begin_cb (self, key);
  return is_filling (self);
}
