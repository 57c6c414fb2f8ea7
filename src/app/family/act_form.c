/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/act_form.h"
#include "app/widgets/dialogs.h"
#include "app/words.h"
#include "domain/error.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

#define FORM_WIDTH 520
#define N_PAPERS 4

static void
free_form (PamongActForm *form)
{
  g_object_set_data (G_OBJECT (form->content), "finder", NULL);
  g_clear_object (&form->content);
  g_clear_object (&form->session);
  g_clear_object (&form->data);
  g_clear_object (&form->parent);
  g_clear_pointer (&form->card, pamong_family_card_free);
  g_clear_pointer (&form->resident, pamong_record_free);
  g_clear_pointer (&form->family, pamong_record_free);
  g_clear_pointer (&form->event, pamong_record_free);
  g_ptr_array_unref (form->members);
  g_ptr_array_unref (form->entries);
  g_ptr_array_unref (form->ticks);
  g_ptr_array_unref (form->choices);
  g_free (form->who);
  g_free (form->subject);
  g_free (form->rule);
  g_free (form);
}

/* Enter after the last answer stands on the button that saves, not on the one before it. */
static void
next_cb (PamongActForm *form, PamongFieldEntry *entry)
{
  GtkWidget *window = gtk_widget_get_ancestor (form->content, GTK_TYPE_WINDOW);

  if (g_ptr_array_index (form->entries, form->entries->len - 1) != entry || !gtk_widget_grab_focus (gtk_window_get_default_widget (GTK_WINDOW (window))))
    gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
}

static void
previous_cb (PamongActForm *form)
{
  gtk_widget_child_focus (gtk_widget_get_ancestor (form->content, GTK_TYPE_WINDOW), GTK_DIR_TAB_BACKWARD);
}

static GtkWidget *
make_words (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

PamongActForm *
pamong_act_form_new (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data, const char *effect)
{
  PamongStore *store = pamong_session_store (session);
  PamongFamilyCard *card = family_uid != NULL ? pamong_store_card (store, family_uid, NULL) : pamong_family_card_new (pamong_store_area (store));
  PamongActForm *form;

  if (card == NULL)
    return NULL;
  form = g_new0 (PamongActForm, 1);
  form->parent = g_object_ref (parent);
  form->session = g_object_ref (session);
  form->card = card;
  form->done = done;
  form->data = g_object_ref (data);
  form->resident = pamong_record_new (PAMONG_KIND_RESIDENT, card->family->area);
  form->family = pamong_record_new (PAMONG_KIND_FAMILY, card->family->area);
  form->event = pamong_record_new (PAMONG_KIND_EVENT, card->family->area);
  form->members = g_ptr_array_new ();
  form->entries = g_ptr_array_new ();
  form->ticks = g_ptr_array_new ();
  form->choices = g_ptr_array_new ();
  form->content = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  form->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (form->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (form->grid), 12);
  form->error = make_words (NULL, "error-text");
  gtk_widget_set_visible (form->error, FALSE);
  form->override = gtk_entry_new ();
  g_object_set (form->override, "placeholder-text", _ ("Reason, e.g. as on the KTP"), "activates-default", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (form->override), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Reason for saving it all the same"), -1);
  gtk_widget_set_visible (form->override, FALSE);
  gtk_widget_set_size_request (form->content, FORM_WIDTH, -1);
  gtk_widget_add_css_class (form->content, "act-form");
  gtk_box_append (GTK_BOX (form->content), make_words (effect, NULL));
  gtk_box_append (GTK_BOX (form->content), form->error);
  gtk_box_append (GTK_BOX (form->content), form->override);
  gtk_box_append (GTK_BOX (form->content), form->grid);
  return form;
}

void
pamong_act_form_add (PamongActForm *form, const char *label, GtkWidget *widget)
{
  GtkWidget *words = gtk_label_new_with_mnemonic (pamong_words_hamlet (label));

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (words, "secondary");
  gtk_label_set_mnemonic_widget (GTK_LABEL (words), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (GTK_GRID (form->grid), words, 0, form->n_rows, 1, 1);
  gtk_grid_attach (GTK_GRID (form->grid), widget, 1, form->n_rows++, 1, 1);
  if (form->first == NULL)
    form->first = widget;
}

PamongFieldEntry *
pamong_act_form_add_field (PamongActForm *form, PamongKind kind, int field, const char *label)
{
  PamongFieldEntry *entry = PAMONG_FIELD_ENTRY (pamong_field_entry_new (pamong_field_get (kind, field)));

  pamong_act_form_add (form, _ (label), GTK_WIDGET (entry));
  g_ptr_array_add (form->entries, entry);
  if (kind == PAMONG_KIND_RESIDENT && field == PAMONG_RESIDENT_SHDK)
    form->shdk_entry = entry;
  g_signal_connect_swapped (entry, "next", G_CALLBACK (next_cb), form);
  g_signal_connect_swapped (entry, "previous", G_CALLBACK (previous_cb), form);
  return entry;
}

static GtkWidget *
make_tick (GPtrArray *buttons, const char *words, gboolean radio)
{
  GtkWidget *button = gtk_check_button_new_with_label (words);

  if (radio && buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (buttons, 0));
  g_ptr_array_add (buttons, button);
  return button;
}

void
pamong_act_form_add_members (PamongActForm *form, gboolean tick, const char *choose, gboolean skip_head)
{
  GtkWidget *box = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (box), 24);
  for (guint i = 0; i < form->card->members->len; i++)
    {
      const PamongRecord *member = g_ptr_array_index (form->card->members, i);
      g_autofree char *shdk = pamong_record_format (member, PAMONG_RESIDENT_SHDK);
      g_autofree char *words = g_strdup_printf ("%s (%s)", pamong_record_text (member, PAMONG_RESIDENT_NAME), shdk);
      GtkWidget *button = tick ? make_tick (form->ticks, words, FALSE) : NULL;
      GtkWidget *choice = choose != NULL ? make_tick (form->choices, tick ? choose : words, TRUE) : NULL;

      if (skip_head && pamong_record_int (member, PAMONG_RESIDENT_SHDK) == 1)
        gtk_widget_set_sensitive (tick ? button : choice, FALSE);
      else if (form->first == NULL)
        form->first = tick ? button : choice;
      if (button != NULL)
        gtk_grid_attach (GTK_GRID (box), button, 0, (int) i, 1, 1);
      if (choice != NULL)
        gtk_grid_attach (GTK_GRID (box), choice, 1, (int) i, 1, 1);
    }
  gtk_grid_attach (GTK_GRID (form->grid), box, 0, form->n_rows++, 2, 1);
  if (form->first == NULL)
    form->first = form->grid; /* nobody but the head */
}

void
pamong_act_form_add_papers (PamongActForm *form)
{
  form->papers = (int) form->entries->len;
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_FORM, N_ ("Fo_rm filed"));
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_FILED, N_ ("Filed _on"));
  pamong_act_form_add_field (form, PAMONG_KIND_FAMILY, PAMONG_FAMILY_KK_NUMBER, N_ ("KK _no., if issued"));
  pamong_act_form_add_field (form, PAMONG_KIND_EVENT, PAMONG_EVENT_ISSUED, N_ ("_Issued on"));
}

void
pamong_act_form_need_papers (PamongActForm *form, gboolean need)
{
  for (int i = 0; i < N_PAPERS; i++)
    gtk_widget_set_sensitive (g_ptr_array_index (form->entries, form->papers + i), need);
}

PamongPapers
pamong_act_form_papers (PamongActForm *form)
{
  return (PamongPapers){
    .form = pamong_record_text (form->event, PAMONG_EVENT_FORM),
    .filed = pamong_record_text (form->event, PAMONG_EVENT_FILED),
    .kk_number = pamong_record_text (form->family, PAMONG_FAMILY_KK_NUMBER),
    .issued = pamong_record_text (form->event, PAMONG_EVENT_ISSUED),
  };
}

static const char *
uid_of_member (PamongActForm *form, guint index)
{
  return ((PamongRecord *) g_ptr_array_index (form->card->members, index))->uid;
}

/* Widgets become answers. */
static gboolean
read_answers (PamongActForm *form, GError **error)
{
  for (guint i = 0; i < form->entries->len; i++)
    {
      PamongFieldEntry *entry = g_ptr_array_index (form->entries, i);
      PamongKind kind = pamong_field_entry_field (entry)->kind;

      if (!pamong_field_entry_store (entry, kind == PAMONG_KIND_FAMILY ? form->family : kind == PAMONG_KIND_EVENT ? form->event : form->resident, error))
        return FALSE;
    }
  form->shdk = (int) pamong_record_int (form->resident, PAMONG_RESIDENT_SHDK);
  g_ptr_array_set_size (form->members, 0);
  for (guint i = 0; i < form->ticks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->ticks, i)))
      g_ptr_array_add (form->members, (gpointer) uid_of_member (form, i));
  for (guint i = 0; i < form->choices->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (form->choices, i)))
      {
        g_free (form->who);
        form->who = g_strdup (uid_of_member (form, i));
      }
  return TRUE;
}

static void
show_refusal (PamongActForm *form, GPtrArray *findings, const GError *error)
{
  const PamongFinding *worst = NULL;
  g_autofree char *words = NULL, *masked = NULL;

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    {
      const PamongFinding *finding = g_ptr_array_index (findings, i);

      if (worst == NULL || finding->severity > worst->severity)
        worst = finding;
    }
  if (worst != NULL && worst->severity > PAMONG_SEVERITY_WARN)
    {
      masked = pamong_nik_mask_words (worst->message);
      words = g_strdup_printf ("%s %s", masked, worst->remedy);
    }
  gtk_label_set_text (GTK_LABEL (form->error), words != NULL ? words : error->message);
  gtk_widget_set_visible (form->error, TRUE);
  g_free (form->rule);
  form->rule = words != NULL && worst->severity == PAMONG_SEVERITY_OVERRIDE ? g_strdup (worst->rule) : NULL;
  gtk_widget_set_visible (form->override, form->rule != NULL);
  pamong_act_form_show (form);
}

typedef struct
{
  PamongActForm *form;
  GPtrArray *findings;
} RunJob;

static gpointer
run_act (PamongOffice *office, gpointer data, GError **error)
{
  RunJob *job = data;
  PamongAccept accept = { job->form->rule, gtk_editable_get_text (GTK_EDITABLE (job->form->override)) };

  pamong_office_accept (office, &accept, job->form->rule != NULL ? 1 : 0);
  return GINT_TO_POINTER (job->form->run (job->form, office, &job->findings, error));
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PamongActForm *form = user_data;
  RunJob job = { form, NULL };
  g_autoptr (GError) error = NULL;

  if (!pamong_dialog_form_finish (result))
    {
      free_form (form);
      return;
    }
  if (!read_answers (form, &error) || !pamong_desk_run (pamong_session_desk (form->session), run_act, &job, &error))
    {
      show_refusal (form, job.findings, error);
      g_clear_pointer (&job.findings, g_ptr_array_unref);
      return;
    }
  g_clear_pointer (&job.findings, g_ptr_array_unref);
  form->done (form->data, form->saved);
  free_form (form);
}

/* A dialog takes its content along when it closes, so the form stands in a box of this dialog only. */
void
pamong_act_form_show (PamongActForm *form)
{
  GtkWidget *holder = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *before = gtk_widget_get_parent (form->content);

  if (before != NULL)
    gtk_box_remove (GTK_BOX (before), form->content);
  gtk_box_append (GTK_BOX (holder), form->content);
  pamong_dialog_form_async (form->parent, form->heading, holder, form->primary, answered_cb, form);
  gtk_widget_grab_focus (form->rule != NULL ? form->override : form->first);
}
