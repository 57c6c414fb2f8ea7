/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/home/tasks.h"
#include "app/words.h"
#include <glib/gi18n.h>

typedef enum { TO_CHECK, CLASHES, DUKCAPIL, NO_NIK, HELD, BACKUP, N_TASKS } Task;

static const struct {
  const char *icon, *words, *hint, *target;
} tasks[N_TASKS] = {
  [TO_CHECK] = { "dialog-warning-symbolic", N_ ("To check"), N_ ("what the rules found, each opens its field"), "perlu-dicek" },
  [CLASHES] = { "view-dual-symbolic", N_ ("Differing entries"), N_ ("choose one of two entries"), "sinkronisasi" },
  [DUKCAPIL] = { "preferences-system-time-symbolic", N_ ("Waiting for Dukcapil"), N_ ("filed, the document is not back"), "perlu-dicek:dukcapil" },
  [NO_NIK] = { "contact-new-symbolic", N_ ("No NIK yet"), N_ ("residents without NIK"), "penduduk:belum-nik" },
  [HELD] = { "document-edit-symbolic", N_ ("To be put right"), N_ ("not accepted when sent; open and correct it"), "sinkronisasi" },
  [BACKUP] = { "document-save-symbolic", N_ ("Backup to a flash disk"), N_ ("days since the last one outside this computer"), "pengaturan:cadangan" },
};

static gint64
figure (Task task, const PamongFigures *figures, const PamongOutboxCounts *counts, gint64 to_check, int backup_days)
{
  switch (task)
    {
    case TO_CHECK: return to_check;
    case CLASHES: return counts->conflicts;
    case DUKCAPIL: return figures->waiting;
    case NO_NIK: return figures->no_nik;
    case HELD: return counts->held;
    case BACKUP: return backup_days;
    case N_TASKS:
    default: return 0;
    }
}

static GtkWidget *
make_task (Task task)
{
  GtkWidget *button = gtk_button_new (), *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *number = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (_ (tasks[task].words)), *hint = gtk_label_new (_ (tasks[task].hint));

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_width_chars (GTK_LABEL (words), 20);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_ellipsize (GTK_LABEL (hint), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (hint, "secondary");
  gtk_widget_add_css_class (number, "strong");
  gtk_widget_add_css_class (number, "num");
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name (tasks[task].icon));
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), hint);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), line);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "task");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.go");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", tasks[task].target);
  g_object_set_data (G_OBJECT (button), "number", number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ (tasks[task].words), -1);
  return button;
}

GtkWidget *
pamong_tasks_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "panel");
  for (Task task = 0; task < N_TASKS; task++)
    gtk_box_append (GTK_BOX (box), make_task (task));
  return box;
}

guint
pamong_tasks_set (GtkWidget *box, const PamongFigures *figures, const PamongOutboxCounts *counts, gint64 to_check, int backup_days)
{
  GtkWidget *row = gtk_widget_get_first_child (box);
  guint n = 0;

  for (Task task = 0; task < N_TASKS; task++, row = gtk_widget_get_next_sibling (row))
    {
      gint64 count = figure (task, figures, counts, to_check, backup_days);
      /* Exact or absent: until the rules have looked once there is no figure. */
      g_autofree char *number = count < 0 ? g_strdup ("–") : pamong_words_number (count), *told = g_strdup_printf ("%s: %s", _ (tasks[task].words), number);

      gtk_widget_set_visible (row, task != BACKUP || count > 0);
      gtk_label_set_text (g_object_get_data (G_OBJECT (row), "number"), number);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, told, -1);
      n += count > 0;
    }
  return n;
}
