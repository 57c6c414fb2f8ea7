/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/check_page.h"
#include "app/check/views.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongCheckPage {
  GtkWidget parent_instance;

  PamongSession *session;
  GPtrArray *toggles; /* GtkToggleButton, one per view */
  GtkStack *stack;
};

static void pamong_check_page_iface_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongCheckPage, pamong_check_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, pamong_check_page_iface_init))

static gboolean
has_count (GtkWidget *view)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (view), "count") != NULL;
}

static void
count_changed_cb (GtkWidget *view, GParamSpec *spec, GtkWidget *toggle)
{
  const char *words = g_object_get_data (G_OBJECT (toggle), "words");
  g_autofree char *number = NULL, *label = NULL;
  guint count;

  g_object_get (view, "count", &count, NULL);
  number = pamong_words_number (count);
  label = g_strdup_printf ("%s  %s", _ (words), number);
  gtk_button_set_label (GTK_BUTTON (toggle), count > 0 ? label : _ (words));
}

static GtkWidget *
visit (PamongCheckPage *self, guint i)
{
  const PamongCheckView *info = &pamong_check_views ()[i];
  GtkWidget *view = gtk_stack_get_child_by_name (self->stack, info->name);

  if (view == NULL)
    {
      view = info->make (self->session);
      gtk_stack_add_named (self->stack, view, info->name);
      if (has_count (view))
        {
          g_signal_connect_object (view, "notify::count", G_CALLBACK (count_changed_cb), self->toggles->pdata[i], 0);
          count_changed_cb (view, NULL, self->toggles->pdata[i]);
        }
    }
  gtk_stack_set_visible_child (self->stack, view);
  return view;
}

static void
show_view (PamongCheckPage *self, guint i)
{
  GtkWidget *view = visit (self, i);

  if (PAMONG_IS_PAGE (view))
    pamong_page_shown (PAMONG_PAGE (view));
  else
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.keys-changed", NULL);
}

static void
toggled_cb (PamongCheckPage *self, GtkToggleButton *toggle)
{
  guint i;

  if (gtk_toggle_button_get_active (toggle) && g_ptr_array_find (self->toggles, toggle, &i))
    show_view (self, i);
}

static guint
current (PamongCheckPage *self)
{
  for (guint i = 0; i < self->toggles->len; i++)
    if (gtk_toggle_button_get_active (self->toggles->pdata[i]))
      return i;
  return 0;
}

static void
pamong_check_page_shown (PamongPage *page)
{
  show_view (PAMONG_CHECK_PAGE (page), current (PAMONG_CHECK_PAGE (page)));
}

static const PamongPageKey *
pamong_check_page_keys (PamongPage *page)
{
  GtkWidget *view = pamong_check_page_view (PAMONG_CHECK_PAGE (page));
  static const PamongPageKey none[] = { { NULL, NULL } };

  return view != NULL && PAMONG_IS_PAGE (view) ? pamong_page_keys (PAMONG_PAGE (view)) : none;
}

static gboolean
pamong_check_page_leave (PamongPage *page)
{
  GtkWidget *view = pamong_check_page_view (PAMONG_CHECK_PAGE (page));

  return view == NULL || !PAMONG_IS_PAGE (view) || pamong_page_leave (PAMONG_PAGE (view));
}

static gboolean
pamong_check_page_view_named (PamongPage *page, const char *name)
{
  return pamong_check_page_show_view (PAMONG_CHECK_PAGE (page), name);
}

static void
pamong_check_page_iface_init (PamongPageInterface *iface)
{
  iface->view = pamong_check_page_view_named;
  iface->shown = pamong_check_page_shown;
  iface->keys = pamong_check_page_keys;
  iface->leave = pamong_check_page_leave;
}

static void
pamong_check_page_dispose (GObject *object)
{
  PamongCheckPage *self = PAMONG_CHECK_PAGE (object);
  GtkWidget *child;

  g_clear_pointer (&self->toggles, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->stack = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_check_page_parent_class)->dispose (object);
}

static void
pamong_check_page_class_init (PamongCheckPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_check_page_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_toggles (PamongCheckPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (const PamongCheckView *info = pamong_check_views (); info->name != NULL; info++)
    {
      GtkWidget *toggle = gtk_toggle_button_new_with_mnemonic (_ (info->words));

      if (self->toggles->len > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (toggle), self->toggles->pdata[0]);
      g_object_set_data (G_OBJECT (toggle), "words", (gpointer) info->words);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), self->toggles->len == 0);
      g_signal_connect_object (toggle, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->toggles, toggle);
      gtk_box_append (GTK_BOX (box), toggle);
    }
  return box;
}

static void
pamong_check_page_init (PamongCheckPage *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *title = gtk_label_new (_ ("To check"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "page");
  gtk_widget_add_css_class (head, "page-head");
  gtk_widget_add_css_class (title, "page-title");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  self->toggles = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), make_toggles (self));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
pamong_check_page_new (PamongSession *session)
{
  PamongCheckPage *self = g_object_new (PAMONG_TYPE_CHECK_PAGE, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

gboolean
pamong_check_page_show_view (PamongCheckPage *self, const char *name)
{
  const PamongCheckView *views = pamong_check_views ();

  for (guint i = 0; views[i].name != NULL; i++)
    if (g_strcmp0 (views[i].name, name) == 0)
      {
        gtk_toggle_button_set_active (self->toggles->pdata[i], TRUE);
        return TRUE;
      }
  return FALSE;
}

GtkWidget *
pamong_check_page_view (PamongCheckPage *self)
{
  return gtk_stack_get_visible_child (self->stack);
}
