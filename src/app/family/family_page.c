/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/family_page.h"
#include "app/family/acts.h"
#include "app/family/card_view.h"
#include "app/family/undo.h"
#include "app/family/waiting_list.h"
#include "app/widgets/menu_button.h"
#include <glib/gi18n.h>

struct _PamongFamilyPage
{
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *title, *hint;
  GtkWidget *card_toggle, *waiting_toggle;
  GtkWidget *new_button, *undo, *acts;
  GtkStack *views;
  PamongCardView *card;
  PamongWaitingList *waiting;
  char *left; /* the family that members of an act being taken back had left */
};

static void pamong_family_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongFamilyPage, pamong_family_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_family_page_iface_init))

static const struct
{
  const char *action, *words;
  PamongFamilyAct act;
} acts[] = {
  { "family.split", N_ ("_Split the family…"), pamong_family_act_split },
  { "family.join", N_ ("_Join this family…"), pamong_family_act_join },
  { "family.head", N_ ("Change the _head of family…"), pamong_family_act_head },
  { "family.move", N_ ("_Move house inside the village…"), pamong_family_act_move },
  { "family.issued", N_ ("_Document issued…"), pamong_family_act_issued },
};

static gboolean
shows_waiting (PamongFamilyPage *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->waiting_toggle));
}

static gboolean
is_village (PamongFamilyPage *self)
{
  return pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE;
}

/* Acts of this card that can be taken back: the button is there only while there is one. */
static void
offer_undo (PamongFamilyPage *self)
{
  const char *uid = is_village (self) && !shows_waiting (self) ? pamong_card_view_uid (self->card) : NULL;
  g_autoptr (GMenuModel) menu = uid != NULL ? pamong_undo_menu (pamong_session_store (self->session), uid, "family.undo") : NULL;

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->undo), menu);
  gtk_widget_set_visible (self->undo, menu != NULL);
}

static void
show_title (PamongFamilyPage *self)
{
  gboolean waiting = shows_waiting (self), open = pamong_card_view_uid (self->card) != NULL;
  g_autofree char *title = waiting ? g_strdup (_ ("Waiting for Dukcapil")) : pamong_card_view_title (self->card);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->hint), waiting ? _ ("Papers are filed; the number or the document comes later.") : pamong_card_view_hint (self->card));
  gtk_widget_set_visible (self->new_button, open && !waiting && is_village (self));
  offer_undo (self);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), acts[i].action, open && is_village (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
count_waiting (PamongFamilyPage *self)
{
  guint n = pamong_waiting_list_refresh (self->waiting);
  g_autofree char *words = n > 0 ? g_strdup_printf (_ ("_Waiting for Dukcapil  %u"), n) : g_strdup (_ ("_Waiting for Dukcapil"));

  gtk_button_set_label (GTK_BUTTON (self->waiting_toggle), words);
}

static void
show_card (PamongFamilyPage *self, const char *uid)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->card_toggle), TRUE);
  pamong_card_view_open (self->card, uid);
  pamong_card_view_focus (self->card);
}

static void
act_done_cb (gpointer data, const char *words)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (data);

  count_waiting (self);
  pamong_card_view_reload (self->card, words);
}

/* A family that the act had made stands empty afterwards: those who were in it are on the card they had left. */
static void
undone_cb (gpointer data, const char *words)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (data);
  g_autofree char *left = g_steal_pointer (&self->left);
  const char *uid = pamong_card_view_uid (self->card);
  g_autoptr (PamongFamilyCard) card = uid != NULL ? pamong_store_card (pamong_session_store (self->session), uid, NULL) : NULL;

  if (card != NULL && card->members->len == 0 && left != NULL)
    pamong_card_view_open (self->card, left);
  act_done_cb (data, words);
  pamong_card_view_focus (self->card); /* the button may be gone */
}

/* What was typed on the card would be about another state of it. */
static gboolean
is_busy (PamongFamilyPage *self)
{
  if (!pamong_card_view_is_touched (self->card))
    return FALSE;
  pamong_card_view_say (self->card, _ ("Save the card first, or press Esc to throw away what was typed."));
  return TRUE;
}

static void
run_undo (GtkWidget *widget, const char *action, GVariant *event_uid)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (widget);
  const char *uid = g_variant_get_string (event_uid, NULL);
  g_autoptr (PamongRecord) event = pamong_store_get (pamong_session_store (self->session), PAMONG_KIND_EVENT, uid, NULL);

  if (event == NULL || is_busy (self))
    return;
  g_free (self->left);
  self->left = g_strdup (pamong_record_text (event, PAMONG_EVENT_FROM_FAMILY_UID));
  pamong_undo_ask (widget, self->session, uid, undone_cb, self);
}

static void
run_act (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (widget);

  if (is_busy (self))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    if (g_str_equal (acts[i].action, action))
      acts[i].act (widget, self->session, pamong_card_view_uid (self->card), act_done_cb, self);
}

static void
card_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (widget);

  if (shows_waiting (self))
    return;
  if (g_str_equal (action, "card.save"))
    pamong_card_view_save (self->card);
  else if (g_str_equal (action, "card.cancel"))
    pamong_card_view_cancel (self->card);
  else
    pamong_card_view_copy (self->card);
}

static void
new_clicked_cb (PamongFamilyPage *self)
{
  show_card (self, NULL);
}

static void
toggled_cb (PamongFamilyPage *self)
{
  gtk_stack_set_visible_child_name (self->views, shows_waiting (self) ? "waiting" : "card");
  show_title (self);
}

static void
waiting_open_cb (PamongFamilyPage *self, const char *uid)
{
  show_card (self, uid);
}

static void
waiting_issued_cb (PamongFamilyPage *self, const char *uid)
{
  pamong_family_act_issued (GTK_WIDGET (self), self->session, uid, act_done_cb, self);
}

static void
session_changed_cb (PamongFamilyPage *self)
{
  count_waiting (self);
  offer_undo (self);
}

static void
page_shown (PamongPage *page)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (page);

  count_waiting (self);
  if (pamong_card_view_uid (self->card) != NULL)
    pamong_card_view_reload (self->card, NULL); /* it may have been changed on another page */
  show_title (self);
  if (!shows_waiting (self))
    pamong_card_view_focus (self->card);
}

static gboolean
page_open (PamongPage *page, PamongKind kind, const char *uid)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (page);

  if (kind != PAMONG_KIND_FAMILY)
    return FALSE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->card_toggle), TRUE);
  if (uid == NULL && pamong_card_view_uid (self->card) == NULL)
    {
      pamong_card_view_focus (self->card); /* the new card that stands here already */
      return TRUE;
    }
  if (!pamong_card_view_open (self->card, uid))
    return FALSE;
  pamong_card_view_focus (self->card);
  return TRUE;
}

static gboolean
page_edit (PamongPage *page, PamongKind kind, const char *uid, int field)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (page);

  if (!page_open (page, kind, uid))
    return FALSE;
  pamong_card_view_focus_field (self->card, field);
  return TRUE;
}

static const PamongPageKey *
page_keys (PamongPage *page)
{
  static PamongPageKey keys[7];
  static const PamongPageKey none[] = { { NULL, NULL } };
  int n = 0;

  if (shows_waiting (PAMONG_FAMILY_PAGE (page)) || !is_village (PAMONG_FAMILY_PAGE (page)))
    return none;
  keys[n++] = (PamongPageKey){ "Enter", _ ("Next cell") };
  keys[n++] = (PamongPageKey){ "Shift+Enter", _ ("Back") };
  keys[n++] = (PamongPageKey){ "Alt+↓", _ ("List of choices") };
  keys[n++] = (PamongPageKey){ "Alt+B", _ ("Copy card before") };
  keys[n++] = (PamongPageKey){ "Ctrl+Del", _ ("Delete row") };
  keys[n] = (PamongPageKey){ NULL, NULL };
  return keys;
}

static gboolean
page_leave (PamongPage *page)
{
  pamong_card_view_keep (PAMONG_FAMILY_PAGE (page)->card); /* nothing is lost, so nothing is asked */
  return TRUE;
}

static char *
page_foot (PamongPage *page)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (page);

  return !shows_waiting (self) && pamong_card_view_is_touched (self->card) ? g_strdup (_ ("Draft, not in the register yet")) : NULL;
}

static void
pamong_family_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = page_shown;
  iface->open = page_open;
  iface->edit = page_edit;
  iface->keys = page_keys;
  iface->leave = page_leave;
  iface->foot = page_foot;
}

static void
pamong_family_page_dispose (GObject *object)
{
  PamongFamilyPage *self = PAMONG_FAMILY_PAGE (object);
  GtkWidget *child;

  if (self->card != NULL)
    pamong_card_view_keep (self->card);
  self->card = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->left, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_family_page_parent_class)->dispose (object);
}

static void
pamong_family_page_class_init (PamongFamilyPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_family_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    gtk_widget_class_install_action (widget_class, acts[i].action, NULL, run_act);
  gtk_widget_class_install_action (widget_class, "family.undo", "s", run_undo);
  gtk_widget_class_install_action (widget_class, "card.save", NULL, card_action);
  gtk_widget_class_install_action (widget_class, "card.cancel", NULL, card_action);
  gtk_widget_class_install_action (widget_class, "card.copy", NULL, card_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "card.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "card.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "card.cancel", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_ALT_MASK, "card.copy", NULL);
}

static GtkWidget *
make_acts_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    g_menu_append (menu, _ (acts[i].words), acts[i].action);
  return pamong_menu_button_new (_ ("Family a_cts"), G_MENU_MODEL (menu));
}

static GtkWidget *
make_toggles (PamongFamilyPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->card_toggle = gtk_toggle_button_new_with_mnemonic (_ ("_Card"));
  self->waiting_toggle = gtk_toggle_button_new_with_mnemonic (_ ("_Waiting for Dukcapil"));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->waiting_toggle), GTK_TOGGLE_BUTTON (self->card_toggle));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->card_toggle), TRUE);
  gtk_widget_add_css_class (box, "linked");
  gtk_box_append (GTK_BOX (box), self->card_toggle);
  gtk_box_append (GTK_BOX (box), self->waiting_toggle);
  return box;
}

static GtkWidget *
make_head (PamongFamilyPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *right[] = { make_toggles (self), self->new_button = gtk_button_new_with_mnemonic (_ ("_New family")), self->undo = pamong_menu_button_new (_ ("Ta_ke back"), NULL), self->acts = make_acts_menu () };

  self->title = gtk_label_new (NULL);
  self->hint = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->title, "page-title");
  gtk_widget_add_css_class (self->hint, "page-hint");
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (self->hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->hint);
  gtk_box_append (GTK_BOX (head), words);
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      gtk_widget_set_valign (right[i], GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (head), right[i]);
    }
  gtk_widget_add_css_class (head, "page-head");
  return head;
}

static void
pamong_family_page_init (PamongFamilyPage *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (GTK_WIDGET (self), "family-page");
  gtk_widget_set_parent (make_head (self), GTK_WIDGET (self));
  self->views = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->views, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->views), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->views), GTK_WIDGET (self));
}

GtkWidget *
pamong_family_page_new (PamongSession *session)
{
  PamongFamilyPage *self = g_object_new (PAMONG_TYPE_FAMILY_PAGE, NULL);

  self->session = g_object_ref (session);
  self->card = PAMONG_CARD_VIEW (pamong_card_view_new (session));
  self->waiting = PAMONG_WAITING_LIST (pamong_waiting_list_new (session));
  gtk_stack_add_named (self->views, GTK_WIDGET (self->card), "card");
  gtk_stack_add_named (self->views, GTK_WIDGET (self->waiting), "waiting");
  g_signal_connect_object (self->card, "title-changed", G_CALLBACK (show_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting, "open", G_CALLBACK (waiting_open_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting, "issued", G_CALLBACK (waiting_issued_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->waiting_toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->new_button, "clicked", G_CALLBACK (new_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  count_waiting (self);
  show_title (self);
  return GTK_WIDGET (self);
}
