/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/origin_view.h"
#include "app/shell/key_bar.h"
#include "app/widgets/form.h"
#include "domain/codes.h"
#include "exchange/village.h"
#include <glib/gi18n.h>

struct _PamongOriginView {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongForm *form;
  GtkWidget *village_box, *village, *offer;
  GtkLabel *found, *said;
};

static void origin_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongOriginView, pamong_origin_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, origin_view_page_init))

enum { FINISHED, CANCELLED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const int fields[] = { PAMONG_BATCH_SOURCE, PAMONG_BATCH_COMPILED_BY, PAMONG_BATCH_COMPILED_ON };

/* "Mojodelik", "Mojodelik, Gayam", or a code. */
static const char *
find_village (PamongOriginView *self)
{
  g_auto (GStrv) parts = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->village)), ",", 2);

  if (parts[0] == NULL || *g_strstrip (parts[0]) == '\0')
    return NULL;
  return pamong_village_find (pamong_session_area (self->session), parts[1] != NULL && *g_strstrip (parts[1]) != '\0' ? parts[1] : NULL, parts[0]);
}

static gboolean
names_village (PamongOriginView *self)
{
  return gtk_widget_get_visible (self->village_box) && *gtk_editable_get_text (GTK_EDITABLE (self->village)) != '\0';
}

static void
show_found (PamongOriginView *self)
{
  const char *code = find_village (self);
  g_autofree char *title = code != NULL ? pamong_regions_title (code) : NULL;

  gtk_label_set_text (self->found, title != NULL ? title : names_village (self) ? _ ("No village, or more than one, is called so. Add its district: Mojodelik, Gayam.") : "");
  if (title == NULL && names_village (self))
    gtk_widget_add_css_class (GTK_WIDGET (self->found), "error-text");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->found), "error-text");
}

void
pamong_origin_view_say (PamongOriginView *self, const char *words)
{
  gtk_label_set_text (self->said, words != NULL ? words : "");
}

static void
finish_cb (PamongOriginView *self)
{
  g_autoptr (PamongInjectOrigin) origin = pamong_origin_view_read (self);

  if (origin != NULL)
    g_signal_emit (self, signals[FINISHED], 0);
}

static void
cancel_cb (PamongOriginView *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* Enter on the last field goes on where the form ends. */
static void
form_finished_cb (PamongOriginView *self)
{
  if (!gtk_widget_get_visible (self->village_box) || !gtk_widget_grab_focus (self->village))
    finish_cb (self);
}

static gboolean
pressed_cb (PamongOriginView *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    finish_cb (self);
  else if (state == 0 && key == GDK_KEY_Escape)
    cancel_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
origin_view_shown (PamongPage *page)
{
  pamong_form_focus (PAMONG_ORIGIN_VIEW (page)->form, -1);
}

static const PamongPageKey *
origin_view_keys (PamongPage *page)
{
  static PamongPageKey keys[5];

  keys[0] = (PamongPageKey) { "F1", _ ("Help") };
  keys[1] = (PamongPageKey) { "Enter", _ ("Next field") };
  keys[2] = (PamongPageKey) { "Ctrl+S", _ ("Check the villages") };
  keys[3] = (PamongPageKey) { "Esc", _ ("Back") };
  return keys;
}

static void
origin_view_page_init (PamongPageInterface *iface)
{
  iface->shown = origin_view_shown;
  iface->keys = origin_view_keys;
}

static void
pamong_origin_view_dispose (GObject *object)
{
  PamongOriginView *self = PAMONG_ORIGIN_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_origin_view_parent_class)->dispose (object);
}

static void
pamong_origin_view_class_init (PamongOriginViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_origin_view_dispose;
  signals[FINISHED] = g_signal_new ("finished", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkLabel *
make_label (const char *words, const char *class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (words));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (label), class);
  return label;
}

static GtkWidget *
make_village (PamongOriginView *self)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Village of rows that name none"));

  self->village_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->village = gtk_entry_new ();
  gtk_widget_set_name (self->village, "inject-village");
  self->found = make_label (NULL, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->village);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->village), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->village), _ ("empty: such rows stay out"));
  g_signal_connect_swapped (self->village, "changed", G_CALLBACK (show_found), self);
  g_signal_connect_swapped (self->village, "activate", G_CALLBACK (finish_cb), self);
  gtk_box_append (GTK_BOX (self->village_box), label);
  gtk_box_append (GTK_BOX (self->village_box), self->village);
  gtk_box_append (GTK_BOX (self->village_box), GTK_WIDGET (self->found));
  return self->village_box;
}

static GtkWidget *
make_body (PamongOriginView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  int wide[G_N_ELEMENTS (fields)] = { PAMONG_BATCH_SOURCE | PAMONG_FORM_WIDE, fields[1], fields[2] };

  self->form = PAMONG_FORM (pamong_form_new (PAMONG_KIND_BATCH));
  pamong_form_add_group (self->form, _ ("_Where the file is from"), wide, G_N_ELEMENTS (wide));
  g_signal_connect_swapped (self->form, "finished", G_CALLBACK (form_finished_cb), self);
  g_signal_connect_swapped (self->form, "submit", G_CALLBACK (finish_cb), self);
  g_signal_connect_swapped (self->form, "cancel", G_CALLBACK (cancel_cb), self);
  self->offer = gtk_check_button_new_with_mnemonic (_ ("Send _differences to the village, which decides on each"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->offer), TRUE);
  gtk_widget_add_css_class (body, "exchange-body");
  gtk_widget_add_css_class (body, "origin-body");
  gtk_widget_set_halign (body, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (make_label (_ ("This stands beside every field that is filled in, in every village: whoever doubts it knows whom to ask."), "secondary")));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (body), make_village (self));
  gtk_box_append (GTK_BOX (body), self->offer);
  gtk_widget_set_vexpand (body, TRUE);
  return body;
}

static GtkWidget *
make_foot (PamongOriginView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *back = gtk_button_new_with_mnemonic (_ ("Other _file"));
  GtkWidget *go = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *words = gtk_label_new_with_mnemonic (_ ("_Check the villages"));

  self->said = make_label (NULL, "error-text");
  gtk_widget_set_hexpand (GTK_WIDGET (self->said), TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new ("Ctrl+S"));
  gtk_button_set_child (GTK_BUTTON (go), box);
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), go);
  gtk_widget_set_valign (back, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (go, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (go, "primary");
  g_signal_connect_swapped (back, "clicked", G_CALLBACK (cancel_cb), self);
  g_signal_connect_swapped (go, "clicked", G_CALLBACK (finish_cb), self);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->said));
  gtk_box_append (GTK_BOX (foot), back);
  gtk_box_append (GTK_BOX (foot), go);
  return foot;
}

static void
pamong_origin_view_init (PamongOriginView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_body (self));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_origin_view_new (PamongSession *session)
{
  PamongOriginView *self = g_object_new (PAMONG_TYPE_ORIGIN_VIEW, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

void
pamong_origin_view_show (PamongOriginView *self, const PamongImportFile *file)
{
  g_autoptr (PamongRecord) said = pamong_record_new (PAMONG_KIND_BATCH, NULL);

  pamong_form_peek (self->form, said);
  pamong_record_clear (said, PAMONG_BATCH_COMPILED_ON);
  pamong_form_load (self->form, said);
  gtk_editable_set_text (GTK_EDITABLE (self->village), "");
  gtk_widget_set_visible (self->village_box, file->desil == NULL);
  gtk_widget_set_visible (self->offer, file->desil == NULL);
  pamong_origin_view_say (self, NULL);
}

PamongInjectOrigin *
pamong_origin_view_read (PamongOriginView *self)
{
  g_autoptr (PamongRecord) said = pamong_record_new (PAMONG_KIND_BATCH, NULL);
  g_autoptr (GError) error = NULL;
  PamongInjectOrigin origin = { .offer = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->offer)) };

  pamong_origin_view_say (self, NULL);
  if (!pamong_form_store (self->form, said, &error))
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!pamong_record_is_set (said, fields[i]))
      {
        pamong_origin_view_say (self, _ ("Say who compiled the file, from what, and when."));
        pamong_form_focus (self->form, fields[i]);
        return NULL;
      }
  if (names_village (self) && (origin.village = (char *) find_village (self)) == NULL)
    {
      gtk_widget_grab_focus (self->village);
      return NULL;
    }
  origin.source = (char *) pamong_record_text (said, PAMONG_BATCH_SOURCE);
  origin.compiled_by = (char *) pamong_record_text (said, PAMONG_BATCH_COMPILED_BY);
  origin.compiled_on = (char *) pamong_record_text (said, PAMONG_BATCH_COMPILED_ON);
  return pamong_inject_origin_copy (&origin);
}

void
pamong_origin_view_fill (PamongOriginView *self, const char *source, const char *compiled_by, const char *compiled_on, const char *village)
{
  const char *texts[G_N_ELEMENTS (fields)] = { source, compiled_by, compiled_on };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    pamong_field_entry_set_text (pamong_form_entry (self->form, fields[i]), texts[i]);
  gtk_editable_set_text (GTK_EDITABLE (self->village), village != NULL ? village : "");
}
