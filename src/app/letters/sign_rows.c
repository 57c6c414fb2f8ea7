/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/sign_rows.h"
#include "app/letters/answer_entry.h"
#include "app/letters/fill_rows.h"
#include "app/letters/letter_look.h"
#include "app/widgets/focus.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include <glib/gi18n.h>
#include <string.h>


struct _PamongSignRows {
  GtkWidget parent_instance;

  PamongSession *session;
  PamongLetterCase *letter;
  GPtrArray *signers; /* PamongRecord OFFICIAL */
  PamongLetterField field;
  GtkWidget *signer, *signer_box, *f4, *a4, *code, *plain;
  GtkLabel *number, *closed, *valid;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (PamongSignRows, pamong_sign_rows, GTK_TYPE_WIDGET)

enum { CHANGED, FINISHED, N_SIGNALS };
static guint signals[N_SIGNALS];

static char *
signer_words (const PamongRecord *official)
{
  return g_strdup_printf ("%s: %s", pamong_codes_display ("jabatan", (int) pamong_record_int (official, PAMONG_OFFICIAL_POST)), pamong_record_text (official, PAMONG_OFFICIAL_NAME));
}

static void
signer_cb (PamongSignRows *self)
{
  g_autofree char *answer = pamong_answer_entry_answer (PAMONG_ANSWER_ENTRY (self->signer));

  for (guint i = 0; i < self->signers->len; i++)
    {
      const PamongRecord *official = self->signers->pdata[i];
      g_autofree char *words = signer_words (official);

      if (!g_str_equal (words, answer) || g_strcmp0 (self->letter->signer, official->uid) == 0)
        continue;
      g_free (self->letter->signer);
      self->letter->signer = g_strdup (official->uid);
      g_signal_emit (self, signals[CHANGED], 0);
    }
}

static void
signer_next_cb (PamongSignRows *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

static void
look_cb (PamongSignRows *self)
{
  if (self->showing || self->letter == NULL)
    return;
  pamong_letter_case_answer (self->letter, PAMONG_LOOK_PAPER, gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->a4)) ? "A4" : "F4");
  pamong_letter_case_answer (self->letter, PAMONG_LOOK_CODE, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->code)) ? "1" : "0");
  pamong_letter_case_answer (self->letter, PAMONG_LOOK_PLAIN, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->plain)) ? "1" : "0");
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
drop_signer (PamongSignRows *self)
{
  if (self->signer == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->signer, self);
  gtk_box_remove (GTK_BOX (self->signer_box), self->signer);
  self->signer = NULL;
  g_clear_pointer (&self->field.choices, g_strfreev);
}

static void
pamong_sign_rows_dispose (GObject *object)
{
  PamongSignRows *self = PAMONG_SIGN_ROWS (object);
  GtkWidget *child;

  drop_signer (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_sign_rows_parent_class)->dispose (object);
}

static void
pamong_sign_rows_class_init (PamongSignRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_sign_rows_dispose;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children;
  signals[CHANGED] = g_signal_new ("changed", PAMONG_TYPE_SIGN_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FINISHED] = g_signal_new ("finished", PAMONG_TYPE_SIGN_ROWS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_row (PamongSignRows *self, const char *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), pamong_fill_name (words));
  gtk_widget_set_parent (row, GTK_WIDGET (self));
  return row;
}

static GtkLabel *
add_label (GtkWidget *row, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (row), label);
  return GTK_LABEL (label);
}

static void
add_number (PamongSignRows *self)
{
  GtkWidget *row = add_row (self, _ ("Next number"));
  GtkLabel *when;

  self->number = add_label (row, "num");
  gtk_widget_set_hexpand (GTK_WIDGET (self->number), TRUE);
  when = add_label (row, "secondary");
  gtk_label_set_ellipsize (when, PANGO_ELLIPSIZE_NONE);
  gtk_label_set_text (when, _ ("given when it is printed"));
  self->closed = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->closed, 0);
  gtk_label_set_wrap (self->closed, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->closed), "warning-text");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->closed), GTK_WIDGET (self));
}

static GtkWidget *
make_tick (PamongSignRows *self, const char *words)
{
  GtkWidget *tick = gtk_check_button_new_with_label (words);

  g_signal_connect_swapped (tick, "toggled", G_CALLBACK (look_cb), self);
  return tick;
}

static void
add_paper (PamongSignRows *self)
{
  GtkWidget *row = add_row (self, _ ("Print on")), *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *ticks = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);

  self->f4 = gtk_toggle_button_new_with_mnemonic ("F_4");
  self->a4 = gtk_toggle_button_new_with_mnemonic ("_A4");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->a4), GTK_TOGGLE_BUTTON (self->f4));
  gtk_widget_add_css_class (linked, "linked");
  gtk_box_append (GTK_BOX (linked), self->f4);
  gtk_box_append (GTK_BOX (linked), self->a4);
  self->code = make_tick (self, _ ("Code of the archive"));
  self->plain = make_tick (self, _ ("Needle printer"));
  gtk_box_append (GTK_BOX (ticks), self->code);
  gtk_box_append (GTK_BOX (ticks), self->plain);
  gtk_widget_set_margin_start (ticks, 16);
  g_signal_connect_swapped (self->a4, "toggled", G_CALLBACK (look_cb), self);
  gtk_box_append (GTK_BOX (row), linked);
  gtk_box_append (GTK_BOX (row), ticks);
}

static void
pamong_sign_rows_init (PamongSignRows *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  add_number (self);
  self->signer_box = add_row (self, _ ("Signer"));
  self->valid = add_label (self->signer_box, "secondary");
  gtk_label_set_ellipsize (self->valid, PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_margin_start (GTK_WIDGET (self->valid), 12);
  add_paper (self);
}

GtkWidget *
pamong_sign_rows_new (PamongSession *session)
{
  PamongSignRows *self = g_object_new (PAMONG_TYPE_SIGN_ROWS, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static void
make_signer (PamongSignRows *self)
{
  g_autoptr (GStrvBuilder) choices = g_strv_builder_new ();
  const PamongRecord *chosen = self->signers->len > 0 ? self->signers->pdata[0] : NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < self->signers->len; i++)
    {
      g_autofree char *words = signer_words (self->signers->pdata[i]);

      g_strv_builder_add (choices, words);
      if (g_strcmp0 (self->letter->signer, ((PamongRecord *) self->signers->pdata[i])->uid) == 0)
        chosen = self->signers->pdata[i];
    }
  shown = chosen != NULL ? signer_words (chosen) : NULL;
  self->field = (PamongLetterField){ .id = (char *) "signer", .label = (char *) _ ("Signer"), .type = PAMONG_ANSWER_CHOICE, .choices = g_strv_builder_end (choices) };
  self->signer = pamong_answer_entry_new (&self->field);
  pamong_answer_entry_load (PAMONG_ANSWER_ENTRY (self->signer), shown);
  gtk_widget_set_hexpand (self->signer, TRUE);
  g_signal_connect_swapped (self->signer, "changed", G_CALLBACK (signer_cb), self);
  g_signal_connect_swapped (self->signer, "next", G_CALLBACK (signer_next_cb), self);
  gtk_box_insert_child_after (GTK_BOX (self->signer_box), self->signer, gtk_widget_get_first_child (self->signer_box));
}

/* What was chosen for this letter, else how the village prints its letters. */
static void
show_look (PamongSignRows *self)
{
  g_autoptr (PamongLetterLook) look = pamong_letter_look_new (self->session, self->letter);

  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (look->sheet.paper == PAMONG_SHEET_A4 ? self->a4 : self->f4), TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->code), look->code);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->plain), look->sheet.plain);
  self->showing = FALSE;
}

void
pamong_sign_rows_show (PamongSignRows *self, const PamongLetterType *type, PamongLetterCase *letter)
{
  drop_signer (self);
  g_clear_pointer (&self->signers, g_ptr_array_unref);
  self->letter = letter;
  if (type == NULL)
    return;
  self->signers = pamong_letter_signers (pamong_session_store (self->session), type, letter->date, NULL);
  if (self->signers == NULL)
    self->signers = g_ptr_array_new ();
  make_signer (self);
  show_look (self);
}

/* The serial number strong within the whole. */
static char *
number_markup (const PamongNextNumber *next)
{
  g_autofree char *serial = g_strdup_printf ("%" G_GINT64_FORMAT, next->number);
  const char *at = next->text;
  gsize length = strlen (serial);

  while ((at = strstr (at, serial)) != NULL)
    {
      gboolean alone = at[length] == '\0' || !g_ascii_isdigit (at[length]);

      if (alone && (at == next->text || at[-1] == '/' || at[-1] == '0'))
        {
          g_autofree char *before = g_strndup (next->text, (gsize) (at - next->text)), *first = g_markup_escape_text (before, -1), *rest = g_markup_escape_text (at + length, -1);

          return g_strdup_printf ("%s<b>%s</b>%s", first, serial, rest);
        }
      at += length;
    }
  return g_markup_escape_text (next->text, -1);
}

void
pamong_sign_rows_tell (PamongSignRows *self, const PamongNextNumber *next, const char *valid_until)
{
  g_autofree char *markup = next != NULL && next->text != NULL ? number_markup (next) : g_strdup ("–"), *day = pamong_date_format (valid_until);
  g_autofree char *valid = *valid_until != '\0' ? g_strdup_printf (_ ("valid until %s"), day) : NULL;
  const char *closed = next != NULL ? next->closed : NULL;

  gtk_label_set_markup (self->number, markup);
  gtk_label_set_text (self->closed, closed != NULL ? closed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->closed), closed != NULL);
  gtk_label_set_text (self->valid, valid != NULL ? valid : "");
}

gboolean
pamong_sign_rows_focus (PamongSignRows *self)
{
  return self->signer != NULL && gtk_widget_grab_focus (self->signer);
}
