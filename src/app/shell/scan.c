/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/scan.h"
#include "app/widgets/dialogs.h"
#include "domain/nik.h"
#include <glib/gi18n.h>

/* field, text: what had the focus when the first key came, and what it held. */
typedef struct {
  PamongShell *shell; /* not owned: it owns this */
  PamongCardReader *reader;
  GWeakRef field;
  char *text;
} Scan;

enum { LEAVE, NEW_RESIDENT, NEW_FAMILY };

static void
free_scan (gpointer data)
{
  Scan *scan = data;

  pamong_card_reader_free (scan->reader);
  g_weak_ref_clear (&scan->field);
  g_free (scan->text);
  g_free (scan);
}

static GtkWidget *
focused (Scan *scan)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (scan->shell));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

static void
remember (Scan *scan)
{
  GtkWidget *focus = focused (scan);

  g_clear_pointer (&scan->text, g_free);
  g_weak_ref_set (&scan->field, GTK_IS_EDITABLE (focus) ? focus : NULL);
  if (GTK_IS_EDITABLE (focus))
    scan->text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (focus)));
}

static void
put_back (Scan *scan)
{
  g_autoptr (GtkEditable) field = g_weak_ref_get (&scan->field);

  if (field == NULL || scan->text == NULL || g_str_equal (gtk_editable_get_text (field), scan->text))
    return;
  gtk_editable_set_text (field, scan->text);
  gtk_editable_set_position (field, -1);
}

/* Who reads a card into a field for numbers wants it there. */
static gboolean
takes_number (GtkWidget *focus)
{
  return GTK_IS_TEXT (focus) && gtk_text_get_input_purpose (GTK_TEXT (focus)) == GTK_INPUT_PURPOSE_DIGITS;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, gpointer data)
{
  Scan *scan = data;
  gboolean enter = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  gunichar letter = enter ? '\n' : (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ? 0 : gdk_keyval_to_unicode (key);
  guint32 stamp = gtk_event_controller_get_current_event_time (GTK_EVENT_CONTROLLER (keys));
  g_autofree char *number = NULL;

  if (pamong_card_reader_key (scan->reader, letter, stamp != 0 ? (gint64) stamp : g_get_monotonic_time () / 1000, &number))
    remember (scan);
  if (number == NULL || takes_number (focused (scan)))
    return FALSE;
  put_back (scan);
  pamong_scan_open (scan->shell, number);
  return TRUE;
}

static void
unknown_answered_cb (GObject *shell, GAsyncResult *result, gpointer data)
{
  switch (pamong_dialog_ask_finish (result))
    {
    case NEW_RESIDENT:
      if (pamong_shell_go (PAMONG_SHELL (shell), "penduduk"))
        gtk_widget_activate_action (GTK_WIDGET (pamong_shell_page (PAMONG_SHELL (shell))), "resident.add", NULL);
      break;
    case NEW_FAMILY:
      gtk_widget_activate_action (GTK_WIDGET (shell), "win.new-family", NULL);
      break;
    default:
      break;
    }
}

static void
say_unknown (PamongShell *shell, const char *number)
{
  gboolean village = pamong_session_level (pamong_shell_session (shell)) == PAMONG_LEVEL_VILLAGE;
  g_autofree char *masked = pamong_nik_mask (number);
  g_autofree char *body = g_strdup_printf (village ? _ ("No resident and no family here has the number %s. It may be a card of another village, or one that was never entered.")
                                                   : _ ("No resident and no family here has the number %s. It may be a card of another place, or one that its village has not sent yet."),
                                           masked);
  const char *answers[] = { _ ("_Close"), village ? _ ("New _resident") : NULL, _ ("New _family"), NULL };

  pamong_dialog_ask_async (GTK_WIDGET (shell), _ ("This card is not known here"), body, answers, -1, unknown_answered_cb, NULL);
}

PamongCardReader *
pamong_scan_add (PamongShell *shell)
{
  Scan *scan = g_new0 (Scan, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  scan->shell = shell;
  scan->reader = pamong_card_reader_new ();
  g_weak_ref_init (&scan->field, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), scan);
  g_object_set_data_full (G_OBJECT (shell), "pamong-scan", scan, free_scan);
  gtk_widget_add_controller (GTK_WIDGET (shell), keys);
  return scan->reader;
}

void
pamong_scan_open (PamongShell *shell, const char *number)
{
  PamongStore *store = pamong_session_store (pamong_shell_session (shell));
  g_autoptr (PamongRecord) resident = pamong_store_resident (store, number, NULL);
  g_autoptr (PamongRecord) family = resident == NULL ? pamong_store_family (store, number, NULL) : NULL;

  if (resident != NULL)
    pamong_shell_open (shell, PAMONG_KIND_RESIDENT, resident->uid);
  else if (family != NULL)
    pamong_shell_open (shell, PAMONG_KIND_FAMILY, family->uid);
  else
    say_unknown (shell, number);
}
