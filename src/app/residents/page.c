/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/page.h"

#include "app/residents/page_private.h"
#include "domain/clock.h"

#include <glib/gi18n.h>

#define MANY 500 /* more changes than this do not move the list under the operator's hands: a banner says so */

static void page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongResidentsPage, pamong_residents_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, page_iface_init))

gboolean
pamong_residents_page_is_editing (PamongResidentsPage *self)
{
  return self->form && gtk_widget_get_visible (self->panel) && gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->form);
}

const PamongRecord *
pamong_residents_page_shown (PamongResidentsPage *self)
{
  const PamongPerson *person = pamong_resident_detail_person (self->detail);

  return person && gtk_widget_get_visible (self->panel) ? person->resident : NULL;
}

static void
show_panel (PamongResidentsPage *self, gboolean shown)
{
  gtk_widget_set_visible (self->panel, shown);
  pamong_table_set_wide (self->table, !shown);
  pamong_residents_actions_update (self);
}

static void
show_detail (PamongResidentsPage *self, const char *uid)
{
  g_autoptr (GError) error = NULL;

  if (!pamong_resident_detail_show (self->detail, uid, &error))
    {
      show_panel (self, FALSE);
      return;
    }
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->detail));
  show_panel (self, TRUE);
}

static gint64
count_all (PamongResidentsPage *self)
{
  PamongQuery query = PAMONG_QUERY_INIT;

  return pamong_residents_count (pamong_session_store (self->session), &query, NULL);
}

static void
show_count (PamongResidentsPage *self)
{
  gboolean filtered = pamong_filters_is_active (self->filters);
  gint64 count = pamong_table_count (self->table);

  pamong_list_head_show (self->head, count, filtered ? count_all (self) : count, filtered, pamong_table_order (self->table, NULL));
}

/* What the words find, in any order; the list keeps its own. */
static GArray *
search_only (PamongResidentsPage *self, const PamongQuery *query, GError **error)
{
  const char *text = pamong_filters_text (self->filters);
  guint total = 0;

  return text ? pamong_search_ids (pamong_session_search (self->session), text, query->area, query->status, 0, &total, error) : NULL;
}

static void
run_query (PamongResidentsPage *self)
{
  PamongQuery query = PAMONG_QUERY_INIT;
  g_autoptr (GError) error = NULL;
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (GArray) only = NULL;

  pamong_filters_query (self->filters, &query);
  query.today = today;
  only = search_only (self, &query, &error);
  if (error || !pamong_table_set_query (self->table, &query, only, &error))
    pamong_list_head_complain (self->head, error->message);
  else
    show_count (self);
  gtk_widget_set_visible (self->banner, FALSE);
}

static void
refresh_detail (PamongResidentsPage *self)
{
  const PamongRecord *shown = pamong_residents_page_shown (self);
  g_autofree char *uid = shown ? g_strdup (shown->uid) : NULL;

  if (!uid)
    return;
  if (!pamong_resident_detail_show (self->detail, uid, NULL) && !pamong_residents_page_is_editing (self))
    show_panel (self, FALSE);
  pamong_residents_actions_update (self);
}

void
pamong_residents_page_reload (PamongResidentsPage *self)
{
  run_query (self);
  pamong_table_refresh (self->table, NULL);
  refresh_detail (self);
}

static void
leave_form (PamongResidentsPage *self)
{
  const PamongPerson *person = pamong_resident_detail_person (self->detail);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->detail));
  show_panel (self, person != NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
form_saved_cb (PamongResidentForm *form, const char *uid, PamongResidentsPage *self)
{
  leave_form (self);
  pamong_table_refresh (self->table, (const char *[]) { uid, NULL });
  show_count (self);
  show_detail (self, uid);
  pamong_table_select (self->table, uid);
}

static void
form_left_cb (PamongResidentForm *form, PamongResidentsPage *self)
{
  leave_form (self);
}

static PamongResidentForm *
ensure_form (PamongResidentsPage *self)
{
  if (self->form)
    return self->form;
  self->form = PAMONG_RESIDENT_FORM (pamong_resident_form_new (self->session));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->form));
  g_signal_connect (self->form, "saved", G_CALLBACK (form_saved_cb), self);
  g_signal_connect (self->form, "left", G_CALLBACK (form_left_cb), self);
  return self->form;
}

static void
selected_cb (PamongTable *table, const char *uid, PamongResidentsPage *self)
{
  if (!uid)
    return;
  if (!pamong_residents_page_is_editing (self))
    show_detail (self, uid);
  else if (pamong_resident_form_is_changed (self->form))
    pamong_resident_form_leave (self->form); /* asks; the choice in the list waits */
  else
    {
      leave_form (self);
      show_detail (self, uid);
    }
}

static void
activated_cb (PamongTable *table, const char *uid, PamongResidentsPage *self)
{
  pamong_table_select (table, uid);
  if (!pamong_residents_page_is_editing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->detail));
}

static void
order_changed_cb (PamongTable *table, PamongResidentsPage *self)
{
  show_count (self);
}

static void
filters_changed_cb (PamongFilters *filters, PamongResidentsPage *self)
{
  /* The search entry waits a little before it speaks; the window, and the store with it, may be gone by then. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  run_query (self);
}

static void
relative_opened_cb (PamongResidentDetail *detail, const char *uid, PamongResidentsPage *self)
{
  if (!pamong_table_select (self->table, uid))
    show_detail (self, uid);
}

static void
session_changed_cb (PamongSession *session, int kind, char **uids, PamongResidentsPage *self)
{
  if (!uids || g_strv_length (uids) > MANY)
    {
      gtk_widget_set_visible (self->banner, pamong_table_count (self->table) > 0);
      if (pamong_table_count (self->table) == 0)
        pamong_residents_page_reload (self);
      return;
    }
  pamong_table_refresh (self->table, (const char *const *) uids);
  show_count (self);
  refresh_detail (self);
}

static GtkWidget *
make_banner (void)
{
  GtkWidget *banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *words = gtk_label_new (_ ("The data has changed."));
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Re_load (F5)"));

  gtk_widget_add_css_class (banner, "band");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "resident.reload");
  gtk_box_append (GTK_BOX (banner), words);
  gtk_box_append (GTK_BOX (banner), button);
  gtk_widget_set_visible (banner, FALSE);
  return banner;
}

static GtkWidget *
make_list (PamongResidentsPage *self)
{
  PamongStore *store = pamong_session_store (self->session);
  GtkWidget *side = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->filters = PAMONG_FILTERS (pamong_filters_new (store, self->level, pamong_session_area (self->session)));
  self->table = PAMONG_TABLE (pamong_table_new (store, self->level));
  pamong_table_set_wide (self->table, TRUE); /* nobody is shown yet */
  self->head = PAMONG_LIST_HEAD (pamong_list_head_new (self->level, GTK_WIDGET (self->filters), pamong_table_columns_menu (self->table)));
  self->banner = make_banner ();
  self->undo = PAMONG_UNDO_BAND (pamong_undo_band_new (self->session));
  gtk_widget_set_hexpand (side, TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_widget_add_css_class (side, "residents-list");
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->head));
  gtk_box_append (GTK_BOX (side), self->banner);
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->undo));
  gtk_box_append (GTK_BOX (side), GTK_WIDGET (self->table));
  g_signal_connect (self->filters, "changed", G_CALLBACK (filters_changed_cb), self);
  g_signal_connect (self->table, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self->table, "activated", G_CALLBACK (activated_cb), self);
  g_signal_connect (self->table, "order-changed", G_CALLBACK (order_changed_cb), self);
  return side;
}

static GtkWidget *
make_panel (PamongResidentsPage *self)
{
  GtkWidget *stack = gtk_stack_new ();

  self->panel = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->stack = GTK_STACK (stack);
  self->detail = PAMONG_RESIDENT_DETAIL (pamong_resident_detail_new (pamong_session_store (self->session), self->level));
  gtk_widget_add_css_class (self->panel, "detail");
  gtk_widget_set_vexpand (stack, TRUE);
  gtk_stack_set_hhomogeneous (self->stack, TRUE);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->detail));
  gtk_box_append (GTK_BOX (self->panel), stack);
  gtk_widget_set_visible (self->panel, FALSE);
  g_signal_connect (self->detail, "open", G_CALLBACK (relative_opened_cb), self);
  return self->panel;
}

static void
page_shown (PamongPage *page)
{
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);

  if (!pamong_residents_page_is_editing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
}

/* After the layout: before it the row has no widget. */
static gboolean
focus_table_cb (gpointer data)
{
  g_autoptr (PamongResidentsPage) self = data;

  if (gtk_widget_get_mapped (GTK_WIDGET (self->table)) && gtk_widget_get_focus_child (GTK_WIDGET (self->table)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->table));
  return G_SOURCE_REMOVE;
}

static gboolean
page_open (PamongPage *page, PamongKind kind, const char *uid)
{
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);

  if (kind == PAMONG_KIND_PLACE)
    return pamong_filters_show_village (self->filters, uid);
  if (kind != PAMONG_KIND_RESIDENT || (pamong_residents_page_is_editing (self) && pamong_resident_form_is_changed (self->form)))
    return FALSE;
  if (!pamong_table_select (self->table, uid))
    show_detail (self, uid);
  g_idle_add_full (G_PRIORITY_LOW, focus_table_cb, g_object_ref (self), NULL);
  return pamong_residents_page_shown (self) != NULL;
}

/* One mark alone, in the order of its filter. */
static gboolean
page_view (PamongPage *page, const char *name)
{
  static const char *const views[] = { "perlu-dicek", "beda-isian", "menunggu", "belum-nik" };
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if (g_strcmp0 (views[i], name) == 0)
      {
        pamong_filters_clear (self->filters);
        pamong_filters_choose (self->filters, PAMONG_FILTER_MARKS, (int) i);
        return TRUE;
      }
  return FALSE;
}

static gboolean
page_edit (PamongPage *page, PamongKind kind, const char *uid, int field)
{
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);

  if (kind != PAMONG_KIND_RESIDENT || (pamong_residents_page_is_editing (self) && pamong_resident_form_is_changed (self->form)))
    return FALSE;
  if (pamong_residents_page_is_editing (self))
    pamong_residents_page_close (self); /* nothing was typed: nothing is asked */
  if (!pamong_table_select (self->table, uid))
    show_detail (self, uid);
  pamong_residents_page_edit (self, field);
  return pamong_residents_page_is_editing (self);
}

static const PamongPageKey *
page_keys (PamongPage *page)
{
  static PamongPageKey reading[] = { { "F1", N_ ("Help") }, { "F2", N_ ("New family") }, { "Enter", N_ ("Open") }, { "Ctrl+E", N_ ("Edit") }, { "Ctrl+T", N_ ("Show NIK (logged)") }, { "Ctrl+L", N_ ("Filter") }, { "Esc", N_ ("Close") }, { NULL } };
  static PamongPageKey district[] = { { "F1", N_ ("Help") }, { "Enter", N_ ("Open") }, { "Ctrl+T", N_ ("Show NIK (logged)") }, { "Ctrl+L", N_ ("Filter") }, { "Esc", N_ ("Close") }, { NULL } };
  static PamongPageKey writing[] = { { "Enter", N_ ("Next field") }, { "Shift+Enter", N_ ("Previous field") }, { "Alt+↓", N_ ("List of choices") }, { "Ctrl+S", N_ ("Save") }, { "Esc", N_ ("Cancel") }, { NULL } };
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);
  static PamongPageKey shown[8];
  const PamongPageKey *keys = pamong_residents_page_is_editing (self) ? writing : self->level == PAMONG_LEVEL_VILLAGE ? reading : district;
  guint n = 0;

  for (; keys[n].key; n++)
    shown[n] = (PamongPageKey) { keys[n].key, _ (keys[n].words) };
  shown[n] = (PamongPageKey) { NULL };
  return shown;
}

static gboolean
page_leave (PamongPage *page)
{
  PamongResidentsPage *self = PAMONG_RESIDENTS_PAGE (page);

  if (!pamong_residents_page_is_editing (self) || !pamong_resident_form_is_changed (self->form))
    return TRUE;
  pamong_resident_form_leave (self->form);
  return FALSE;
}

static char *
page_foot (PamongPage *page)
{
  return pamong_residents_page_is_editing (PAMONG_RESIDENTS_PAGE (page)) ? g_strdup (_ ("Not saved yet")) : NULL;
}

static void
page_iface_init (PamongPageInterface *iface)
{
  iface->shown = page_shown;
  iface->open = page_open;
  iface->view = page_view;
  iface->edit = page_edit;
  iface->keys = page_keys;
  iface->leave = page_leave;
  iface->foot = page_foot;
}

static void
pamong_residents_page_dispose (GObject *object)
{
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_residents_page_parent_class)->dispose (object);
}

static void
pamong_residents_page_class_init (PamongResidentsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_residents_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_residents_page_init (PamongResidentsPage *self)
{
}

GtkWidget *
pamong_residents_page_new (PamongSession *session)
{
  PamongResidentsPage *self = g_object_new (PAMONG_TYPE_RESIDENTS_PAGE, NULL);

  self->session = session;
  self->level = pamong_session_level (session);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_set_parent (make_list (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_panel (self), GTK_WIDGET (self));
  pamong_residents_actions_install (self);
  pamong_residents_actions_update (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, 0);
  run_query (self);
  return GTK_WIDGET (self);
}

PamongTable *
pamong_residents_page_table (PamongResidentsPage *self)
{
  return self->table;
}

PamongFilters *
pamong_residents_page_filters (PamongResidentsPage *self)
{
  return self->filters;
}

PamongResidentDetail *
pamong_residents_page_detail (PamongResidentsPage *self)
{
  return self->detail;
}

PamongResidentForm *
pamong_residents_page_form (PamongResidentsPage *self)
{
  return self->form;
}

const char *
pamong_residents_page_count_words (PamongResidentsPage *self)
{
  return pamong_list_head_count (self->head);
}

void
pamong_residents_page_edit (PamongResidentsPage *self, int field)
{
  const PamongRecord *resident = pamong_residents_page_shown (self);

  if (!resident || pamong_residents_page_is_editing (self) || self->level != PAMONG_LEVEL_VILLAGE)
    return;
  ensure_form (self);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->form));
  pamong_resident_form_edit (self->form, resident, field);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

void
pamong_residents_page_add (PamongResidentsPage *self)
{
  if (pamong_residents_page_is_editing (self))
    return;
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (ensure_form (self)));
  show_panel (self, TRUE);
  pamong_resident_form_add (self->form);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

void
pamong_residents_page_close (PamongResidentsPage *self)
{
  if (pamong_residents_page_is_editing (self))
    {
      pamong_resident_form_leave (self->form);
      return;
    }
  show_panel (self, FALSE);
  pamong_table_select (self->table, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->table));
}
