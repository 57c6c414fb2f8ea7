/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/page_private.h"

#include "app/doubles/ask_other.h"
#include "app/residents/acts.h"
#include "app/residents/life_acts.h"
#include "app/residents/siak_panel.h"
#include "domain/codes.h"

static void
enable (PamongResidentsPage *self, const char *name, gboolean on)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name)), on);
}

static void
revealed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PamongResidentsPage) self = data;
  g_autoptr (GError) error = NULL;

  pamong_desk_run_finish (PAMONG_DESK (source), result, &error);
  if (error)
    pamong_list_head_complain (self->head, error->message);
  else
    pamong_resident_detail_reveal (self->detail);
}

static gpointer
log_reveal (PamongOffice *office, gpointer uid, GError **error)
{
  pamong_office_log_reveal (office, uid, error);
  return NULL;
}

/* First the log, then the number. */
static void
reveal_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PamongResidentsPage *self = data;
  const PamongRecord *resident = pamong_residents_page_shown (self);

  if (resident)
    pamong_desk_run_async (pamong_session_desk (self->session), log_reveal, g_strdup (resident->uid), g_free, NULL, NULL, revealed_cb, g_object_ref (self));
}

static void
edit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_residents_page_edit (data, -1);
}

static void
edit_field_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_residents_page_edit (data, g_variant_get_int32 (parameter));
}

static void
add_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_residents_page_add (data);
}

static void
family_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const PamongRecord *resident = pamong_residents_page_shown (data);
  const char *family = resident ? pamong_record_text (resident, PAMONG_RESIDENT_FAMILY_UID) : NULL;

  if (family)
    gtk_widget_activate_action (GTK_WIDGET (data), "win.open", "(ss)", pamong_kind_name (PAMONG_KIND_FAMILY), family);
}

typedef void (*Ask) (GtkWidget *parent, PamongSession *session, const PamongRecord *resident);

/* Acts about the person shown, each a dialog of its own. */
static const struct {
  const char *action;
  Ask ask;
} asks[] = {
  { "join", pamong_resident_ask_join }, { "marry", pamong_resident_ask_marry }, { "divorce", pamong_resident_ask_divorce }, { "adopt", pamong_resident_ask_adopt },
  { "nik", pamong_resident_ask_nik }, { "split", pamong_resident_ask_split }, { "move", pamong_resident_ask_move }, { "remove", pamong_resident_ask_remove },
  { "put-back", pamong_resident_ask_put_back }, { "siak", pamong_resident_ask_siak },
};

static void
ask_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    if (g_str_equal (asks[i].action, name))
      asks[i].ask (data, PAMONG_RESIDENTS_PAGE (data)->session, pamong_residents_page_shown (data));
}

static void
merge_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  PamongResidentsPage *self = data;

  pamong_doubles_ask_other (GTK_WIDGET (self), self->session, pamong_residents_page_shown (self), self->undo);
}

static void
undo_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_resident_ask_undo (data, PAMONG_RESIDENTS_PAGE (data)->session, g_variant_get_string (parameter, NULL));
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_residents_page_close (data);
}

static void
filter_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_filters_focus (PAMONG_RESIDENTS_PAGE (data)->filters);
}

static void
clear_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_filters_clear (PAMONG_RESIDENTS_PAGE (data)->filters);
}

static void
reload_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  pamong_residents_page_reload (data);
}

static const GActionEntry entries[] = {
  { "add", add_cb }, { "edit", edit_cb }, { "edit-field", edit_field_cb, "i" }, { "reveal", reveal_cb }, { "family", family_cb }, { "merge", merge_cb },
  { "undo", undo_cb, "s" }, { "close", close_cb }, { "filter", filter_cb }, { "clear", clear_cb }, { "reload", reload_cb },
};

static void
add_actions (PamongResidentsPage *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (asks); i++)
    {
      GActionEntry entry = { asks[i].action, ask_cb };

      g_action_map_add_action_entries (G_ACTION_MAP (self->actions), &entry, 1, self);
    }
}

/* Keys of the page work wherever the focus is in the window, while the page is the one seen. */
static gboolean
shortcut_cb (GtkWidget *widget, GVariant *action, gpointer data)
{
  PamongResidentsPage *self = data;

  if (!gtk_widget_get_mapped (widget) || (pamong_residents_page_is_editing (self) && !g_str_equal (g_variant_get_string (action, NULL), "resident.close")))
    return FALSE;
  return gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), NULL);
}

static void
add_shortcuts (PamongResidentsPage *self)
{
  static const struct { guint key; GdkModifierType state; const char *action; } keys[] = {
    { GDK_KEY_e, GDK_CONTROL_MASK, "resident.edit" }, { GDK_KEY_t, GDK_CONTROL_MASK, "resident.reveal" }, { GDK_KEY_l, GDK_CONTROL_MASK, "resident.filter" },
    { GDK_KEY_F5, 0, "resident.reload" }, { GDK_KEY_Escape, 0, "resident.close" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_MANAGED);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].state), gtk_callback_action_new (shortcut_cb, self, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_string (keys[i].action));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

void
pamong_residents_actions_update (PamongResidentsPage *self)
{
  const PamongPerson *person = pamong_resident_detail_person (self->detail);
  gboolean shown = pamong_residents_page_shown (self) != NULL, writes = shown && self->level == PAMONG_LEVEL_VILLAGE, alive = shown && person->status == PAMONG_STATUS_ALIVE;

  enable (self, "edit", writes);
  enable (self, "edit-field", writes);
  enable (self, "family", shown && person->card != NULL);
  enable (self, "join", writes && alive);
  enable (self, "marry", writes && alive);
  enable (self, "divorce", writes && alive && pamong_record_int (person->resident, PAMONG_RESIDENT_MARITAL_STATUS) == PAMONG_MARITAL_MARRIED);
  enable (self, "adopt", writes && alive && pamong_record_int (person->resident, PAMONG_RESIDENT_MARITAL_STATUS) <= PAMONG_MARITAL_SINGLE);
  enable (self, "nik", writes && alive);
  enable (self, "split", writes && alive && person->card != NULL && pamong_record_int (person->resident, PAMONG_RESIDENT_SHDK) != PAMONG_SHDK_HEAD);
  enable (self, "move", writes && alive && person->card != NULL);
  enable (self, "merge", writes && alive);
  enable (self, "undo", writes);
  enable (self, "remove", writes && person->status != PAMONG_STATUS_VOID);
  enable (self, "put-back", writes && person->status == PAMONG_STATUS_VOID);
  enable (self, "siak", shown);
  enable (self, "reveal", shown);
}

void
pamong_residents_actions_install (PamongResidentsPage *self)
{
  self->actions = g_simple_action_group_new ();
  add_actions (self);
  enable (self, "add", self->level == PAMONG_LEVEL_VILLAGE);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "resident", G_ACTION_GROUP (self->actions));
  g_object_unref (self->actions); /* the widget keeps it */
  add_shortcuts (self);
}
