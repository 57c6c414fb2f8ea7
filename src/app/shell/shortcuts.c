/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/shortcuts.h"
#include <glib/gi18n.h>

static const PamongShortcut shortcuts[] = {
  { "F1", "<Control>1", "win.help", NULL, "F1", N_ ("Help for this page") },
  { "<Control>k", NULL, "win.find", NULL, "Ctrl+K", N_ ("Find a person") },
  { "F2", "<Control>2", "win.new-family", NULL, "F2", N_ ("New family") },
  { "F3", "<Control>3", "win.go", "surat", "F3", N_ ("Letter") },
  { "F7", "<Control>7", "win.go", "perlu-dicek", "F7", N_ ("What is to be checked") },
  { "F9", "<Control>9", "win.sync-now", NULL, "F9", N_ ("Send now") },
  { "<Control>Page_Down", NULL, "win.next-page", NULL, "Ctrl+PgDn", N_ ("Next page") },
  { "<Control>Page_Up", NULL, "win.previous-page", NULL, "Ctrl+PgUp", N_ ("Page before") },
  { "<Control>plus|<Control>equal", "<Control>KP_Add", "win.text-larger", NULL, "Ctrl++", N_ ("Larger text"), TRUE },
  { "<Control>minus", "<Control>KP_Subtract", "win.text-smaller", NULL, "Ctrl+-", N_ ("Smaller text"), TRUE },
  { "<Control>0", NULL, "win.text-normal", NULL, "Ctrl+0", N_ ("Normal text"), TRUE },
  { "<Control>question|<Control><Shift>slash", NULL, "win.keys", NULL, "Ctrl+?", N_ ("All keys") },
  { "<Control><Shift>q", NULL, "win.sign-out", NULL, "Ctrl+Shift+Q", N_ ("Sign out") },
  { NULL }
};

const PamongShortcut *
pamong_shortcuts (void)
{
  return shortcuts;
}

static void
add (GtkShortcutController *controller, const char *trigger, const PamongShortcut *shortcut)
{
  GtkShortcut *made = gtk_shortcut_new (gtk_shortcut_trigger_parse_string (trigger), gtk_named_action_new (shortcut->action));

  if (shortcut->target != NULL)
    gtk_shortcut_set_arguments (made, g_variant_new_string (shortcut->target));
  gtk_shortcut_controller_add_shortcut (controller, made);
}

void
pamong_shortcuts_add (GtkWidget *widget, gboolean always)
{
  GtkShortcutController *controller = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());

  gtk_shortcut_controller_set_scope (controller, GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (controller), GTK_PHASE_CAPTURE);
  for (const PamongShortcut *shortcut = shortcuts; shortcut->trigger != NULL; shortcut++)
    {
      if (shortcut->always != always)
        continue;
      add (controller, shortcut->trigger, shortcut);
      if (shortcut->twin != NULL)
        add (controller, shortcut->twin, shortcut);
    }
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (controller));
}
