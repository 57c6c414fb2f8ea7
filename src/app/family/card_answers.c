/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_view_private.h"
#include "app/widgets/dialogs.h"
#include <glib/gi18n.h>

static void
take_cb (PamongCardView *self)
{
  const PamongFinding *finding = pamong_finding_strip_finding (self->strip);
  PamongKind kind = finding->kind;
  int member = finding->member, field = finding->field;
  g_autofree char *value = g_strdup (finding->suggestion);

  if (kind == PAMONG_KIND_RESIDENT)
    pamong_family_sheet_set_value (self->sheet, member, field, value);
  else
    pamong_card_fields_set_value (self->fields, field, value);
  pamong_card_view_touched (self);
  pamong_card_view_check (self);
}

static void
reason_given_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PamongCardView) self = g_object_ref (PAMONG_CARD_VIEW (source));
  GtkEditable *entry = GTK_EDITABLE (user_data);
  const PamongFinding *finding = pamong_finding_strip_finding (self->strip);
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  if (pamong_dialog_form_finish (result) && finding != NULL && *reason != '\0')
    {
      pamong_card_findings_answer (self->findings, finding, reason);
      pamong_card_view_show_findings (self);
    }
  g_object_unref (entry);
}

static void
accept_cb (PamongCardView *self)
{
  const PamongFinding *finding = pamong_finding_strip_finding (self->strip);
  GtkWidget *entry;

  if (finding->severity == PAMONG_SEVERITY_WARN)
    {
      pamong_card_findings_answer (self->findings, finding, NULL);
      pamong_card_view_show_findings (self);
      return;
    }
  entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_object_set (entry, "placeholder-text", _ ("Reason, e.g. as on the KTP"), NULL);
  pamong_dialog_form_async (GTK_WIDGET (self), finding->message, entry, _ ("Accept with this reason"), reason_given_cb, g_object_ref (entry));
}

static void
open_other_cb (PamongCardView *self)
{
  const PamongFinding *finding = pamong_finding_strip_finding (self->strip);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open", "(ss)", pamong_kind_name (finding->kind), finding->other_uid);
}

void
pamong_card_view_connect_answers (PamongCardView *self)
{
  g_signal_connect_object (self->strip, "take", G_CALLBACK (take_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "accept", G_CALLBACK (accept_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->strip, "open-other", G_CALLBACK (open_other_cb), self, G_CONNECT_SWAPPED);
}
