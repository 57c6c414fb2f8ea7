/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/exchange_page.h"
#include "app/exchange/export_view.h"
#include "app/exchange/import_view.h"
#include <glib/gi18n.h>
#include <string.h>

struct _PamongExchangePage {
  GtkWidget parent_instance;

  PamongSession *session;
  GtkWidget *toggles;
  GtkStack *stack;
};

static void exchange_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongExchangePage, pamong_exchange_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, exchange_page_iface_init))

#define IMPORT "impor="
#define AT(level) (1u << PAMONG_LEVEL_##level)

/* A kecamatan takes over no files: what it sees comes from its villages. */
static const struct { const char *name, *words; guint levels; GtkWidget *(*make) (PamongSession *session); } views[] = {
  { "impor", N_ ("_Import"), AT (VILLAGE), pamong_import_view_new },
  { "ekspor", N_ ("_Export"), AT (VILLAGE) | AT (DISTRICT) | AT (REGENCY), pamong_export_view_new },
};

static PamongPage *
current (PamongExchangePage *self)
{
  GtkWidget *view = gtk_stack_get_visible_child (self->stack);

  return view != NULL && PAMONG_IS_PAGE (view) ? PAMONG_PAGE (view) : NULL;
}

static void
show_current (PamongExchangePage *self)
{
  if (current (self) != NULL)
    pamong_page_shown (current (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
toggled_cb (GtkToggleButton *toggle, PamongExchangePage *self)
{
  if (!gtk_toggle_button_get_active (toggle))
    return;
  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (toggle)));
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show_current (self);
}

static void
exchange_page_shown (PamongPage *page)
{
  show_current (PAMONG_EXCHANGE_PAGE (page));
}

/* "impor=UID": that import. */
static gboolean
exchange_page_view (PamongPage *page, const char *name)
{
  GtkWidget *import = gtk_stack_get_child_by_name (PAMONG_EXCHANGE_PAGE (page)->stack, "impor");

  if (name != NULL && g_str_has_prefix (name, IMPORT) && import != NULL)
    {
      exchange_page_view (page, "impor");
      pamong_import_view_show_import (PAMONG_IMPORT_VIEW (import), name + strlen (IMPORT));
      return TRUE;
    }
  for (GtkWidget *toggle = gtk_widget_get_first_child (PAMONG_EXCHANGE_PAGE (page)->toggles); toggle != NULL; toggle = gtk_widget_get_next_sibling (toggle))
    if (g_strcmp0 (gtk_widget_get_name (toggle), name) == 0)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
        return TRUE;
      }
  return FALSE;
}

static const PamongPageKey *
exchange_page_keys (PamongPage *page)
{
  static const PamongPageKey none[] = { { NULL, NULL } };
  PamongPage *view = current (PAMONG_EXCHANGE_PAGE (page));

  return view != NULL ? pamong_page_keys (view) : none;
}

static gboolean
exchange_page_leave (PamongPage *page)
{
  PamongPage *view = current (PAMONG_EXCHANGE_PAGE (page));

  return view == NULL || pamong_page_leave (view);
}

static void
exchange_page_iface_init (PamongPageInterface *iface)
{
  iface->shown = exchange_page_shown;
  iface->view = exchange_page_view;
  iface->keys = exchange_page_keys;
  iface->leave = exchange_page_leave;
}

static void
pamong_exchange_page_dispose (GObject *object)
{
  PamongExchangePage *self = PAMONG_EXCHANGE_PAGE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_exchange_page_parent_class)->dispose (object);
}

static void
pamong_exchange_page_class_init (PamongExchangePageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_exchange_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_exchange_page_init (PamongExchangePage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_ ("Import & export"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (head, "page-head");
  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  self->toggles = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->toggles, "linked");
  gtk_widget_set_valign (self->toggles, GTK_ALIGN_CENTER);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->toggles);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

static void
add_view (PamongExchangePage *self, guint i)
{
  GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (_ (views[i].words)), *first = gtk_widget_get_first_child (self->toggles);

  gtk_widget_set_name (toggle, views[i].name);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), GTK_TOGGLE_BUTTON (first));
  gtk_stack_add_named (self->stack, views[i].make (self->session), views[i].name);
  gtk_box_append (GTK_BOX (self->toggles), toggle);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), first == NULL);
  gtk_widget_set_visible (self->toggles, first != NULL); /* one alone is no choice */
}

GtkWidget *
pamong_exchange_page_new (PamongSession *session)
{
  PamongExchangePage *self = g_object_new (PAMONG_TYPE_EXCHANGE_PAGE, NULL);

  self->session = g_object_ref (session);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    if ((views[i].levels & (1u << pamong_session_level (session))) != 0)
      add_view (self, i);
  return GTK_WIDGET (self);
}

GtkWidget *
pamong_exchange_page_view (PamongExchangePage *self, const char *name)
{
  return gtk_stack_get_child_by_name (self->stack, name);
}
