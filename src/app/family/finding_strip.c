/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/finding_strip.h"
#include "app/widgets/field_text.h"
#include <glib/gi18n.h>

struct _PamongFindingStrip
{
  GtkWidget parent_instance;

  const PamongFinding *finding;
  GtkWidget *band; /* in a stack-like place of fixed height */
  GtkWidget *icon;
  GtkWidget *message;
  GtkWidget *remedy;
  GtkWidget *take, *accept, *open_other;
};

#define STRIP_HEIGHT 50

G_DEFINE_FINAL_TYPE (PamongFindingStrip, pamong_finding_strip, GTK_TYPE_WIDGET)

enum
{
  TAKE,
  ACCEPT,
  OPEN_OTHER,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
clicked_cb (PamongFindingStrip *self, GtkWidget *button)
{
  g_signal_emit (self, signals[button == self->take ? TAKE : button == self->accept ? ACCEPT : OPEN_OTHER], 0);
}

static GtkWidget *
add_button (PamongFindingStrip *self, const char *words)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->band), button);
  return button;
}

static GtkWidget *
make_label (const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, class);
  return label;
}

static void
show_words (PamongFindingStrip *self, const char *message, const char *remedy, gboolean warning)
{
  gtk_widget_remove_css_class (self->band, warning ? "error" : "warning");
  gtk_widget_add_css_class (self->band, warning ? "warning" : "error");
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), warning ? "dialog-warning-symbolic" : "dialog-error-symbolic");
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_label_set_text (GTK_LABEL (self->remedy), remedy);
  gtk_widget_set_tooltip_text (self->message, message);
  gtk_widget_set_tooltip_text (self->remedy, remedy);
  gtk_widget_set_visible (self->remedy, remedy != NULL);
}

/* "Pakai 12-05-2011": the button says the value it will write. */
static void
show_take (PamongFindingStrip *self, const PamongFinding *finding)
{
  const PamongField *field = finding->field >= 0 ? pamong_field_get (finding->kind, finding->field) : NULL;
  PamongValue value = { PAMONG_VALUE_NULL };
  g_autofree char *shown = NULL, *words = NULL;

  gtk_widget_set_visible (self->take, field != NULL && finding->suggestion != NULL);
  if (field == NULL || finding->suggestion == NULL || !pamong_field_text_read (field, finding->suggestion, &value, NULL))
    return;
  shown = pamong_field_text_show (field, &value, FALSE);
  words = g_strdup_printf (_ ("Use %s"), shown);
  gtk_button_set_label (GTK_BUTTON (self->take), words);
  pamong_value_clear (&value);
}

static void
pamong_finding_strip_dispose (GObject *object)
{
  PamongFindingStrip *self = PAMONG_FINDING_STRIP (object);

  g_clear_pointer (&self->band, gtk_widget_unparent);
  G_OBJECT_CLASS (pamong_finding_strip_parent_class)->dispose (object);
}

static void
pamong_finding_strip_class_init (PamongFindingStripClass *klass)
{
  const char *names[] = { [TAKE] = "take", [ACCEPT] = "accept", [OPEN_OTHER] = "open-other" };

  G_OBJECT_CLASS (klass)->dispose = pamong_finding_strip_dispose;
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], PAMONG_TYPE_FINDING_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
pamong_finding_strip_init (PamongFindingStrip *self)
{
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_size_request (GTK_WIDGET (self), -1, STRIP_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self), "strip");
  self->band = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_ALERT, NULL);
  gtk_box_set_spacing (GTK_BOX (self->band), 10);
  gtk_widget_add_css_class (self->band, "band");
  self->icon = gtk_image_new ();
  self->message = make_label ("medium");
  self->remedy = make_label ("secondary");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), self->message);
  gtk_box_append (GTK_BOX (words), self->remedy);
  gtk_box_append (GTK_BOX (self->band), self->icon);
  gtk_box_append (GTK_BOX (self->band), words);
  self->take = add_button (self, "");
  self->open_other = add_button (self, _ ("Open that record"));
  self->accept = add_button (self, _ ("Right as on the card"));
  gtk_widget_set_parent (self->band, GTK_WIDGET (self));
  pamong_finding_strip_show (self, NULL);
}

GtkWidget *
pamong_finding_strip_new (void)
{
  return g_object_new (PAMONG_TYPE_FINDING_STRIP, NULL);
}

void
pamong_finding_strip_show (PamongFindingStrip *strip, const PamongFinding *finding)
{
  strip->finding = finding;
  gtk_widget_set_visible (strip->band, finding != NULL);
  if (finding == NULL)
    return;
  show_words (strip, finding->message, finding->remedy, finding->severity == PAMONG_SEVERITY_WARN);
  show_take (strip, finding);
  gtk_widget_set_visible (strip->accept, finding->severity != PAMONG_SEVERITY_BLOCK);
  gtk_widget_set_visible (strip->open_other, finding->other_uid != NULL);
}

void
pamong_finding_strip_say (PamongFindingStrip *strip, const char *message)
{
  strip->finding = NULL;
  gtk_widget_set_visible (strip->band, TRUE);
  show_words (strip, message, NULL, FALSE);
  gtk_widget_set_visible (strip->take, FALSE);
  gtk_widget_set_visible (strip->accept, FALSE);
  gtk_widget_set_visible (strip->open_other, FALSE);
}

const PamongFinding *
pamong_finding_strip_finding (PamongFindingStrip *strip)
{
  return strip->finding;
}
