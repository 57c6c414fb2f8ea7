/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory of the desktop over an hour's work with 50,000 people: PSS at the end against PSS after the first minute. The hour is counted in acts of a hand (25 a
 * minute) and not waited for: find and open people, read, change and save, sort, filter, walk through pages, open and close windows, try to send without a
 * line. The same seed gives the same hour. PAMONG_BENCH_PEOPLE and PAMONG_BENCH_ACTIONS make it smaller; every fifth minute stands on stderr. */
#include "app/check/check_page.h"
#include "app/family/family_page.h"
#include "app/language.h"
#include "app/memory.h"
#include "app/residents/page.h"
#include "app/settings/settings_page.h"
#include "app/shell/find_box.h"
#include "app/style.h"
#include "app/people.h"
#include "signed_in.h"
#include "store/device.h"
#include "wire/crypto.h"

#include <stdlib.h>

#define ACCOUNT "Anik R."
#define PASSWORD "kata-sandi-uji" /* of people_init */
#define AREA "35.22.28.2001"
#define PEOPLE 50000
#define ACTIONS 1500
#define A_MINUTE 25
#define SETTLE_US 20000
#define REST 65 /* seconds */

typedef struct {
  PamongWindow *window;
  GRand *rand;
  guint saved, found;
} Hour;

static const char *const typed[] = { "sutris", "siti am", "slamet r", "ahmad", "wahyuni", "jok", "352228", "rt 003", "lestari", "bambang s", "nur az", "endang", "zzz" };
static const char *const page_names[] = { "beranda", "penduduk", "keluarga", "perlu-dicek", "sinkronisasi", "pengaturan" };
static const char *const views[] = { "temuan", "dukcapil", "alasan" };

static guint
draw (Hour *hour, guint n)
{
  return (guint) g_rand_int_range (hour->rand, 0, (gint32) n);
}

/* A hand is slower than this; what is not done by then is done beside the next act. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + SETTLE_US;

  do
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  while (g_get_monotonic_time () < end);
}

static PamongShell *
shell (Hour *hour)
{
  return pamong_window_shell (hour->window);
}

static gboolean
activate (Hour *hour, const char *action)
{
  return gtk_widget_activate_action (GTK_WIDGET (shell (hour)), action, NULL);
}

/* What stands over the main window goes, as by Esc. */
/* As Esc does: a dialog is answered before it goes. */
static void
close_others (Hour *hour)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != (gpointer) hour->window)
      gtk_window_close (at->data);
  settle ();
}

static PamongResidentsPage *
residents (Hour *hour)
{
  if (!pamong_shell_go (shell (hour), "penduduk"))
    g_error ("the page in front asks first");
  return PAMONG_RESIDENTS_PAGE (pamong_shell_page (shell (hour)));
}

static void
find_person (Hour *hour)
{
  PamongFindBox *box = PAMONG_FIND_BOX (drive_find (signed_in_content (hour->window), "PamongFindBox"));
  GtkWidget *entry = GTK_WIDGET (pamong_find_box_entry (box));
  const char *word = typed[draw (hour, G_N_ELEMENTS (typed))];

  activate (hour, "win.find");
  for (gsize n = 1; n <= strlen (word); n++)
    {
      g_autofree char *part = g_strndup (word, n);

      drive_type (entry, part);
      settle ();
    }
  if (pamong_find_box_count (box, NULL) > 0)
    {
      drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Down, 0);
      drive_key (gtk_widget_get_first_child (entry), GDK_KEY_Return, 0);
      hour->found++;
    }
  else
    drive_type (entry, "");
}

static gboolean
choose_row (Hour *hour, PamongResidentsPage *page)
{
  PamongTable *table = pamong_residents_page_table (page);
  guint count = pamong_table_count (table);
  guint position = count > 0 ? draw (hour, count) : 0;
  g_autoptr (PamongRow) row = count > 0 ? g_list_model_get_item (G_LIST_MODEL (pamong_table_model (table)), position) : NULL;

  if (row == NULL)
    return FALSE;
  pamong_table_reveal (table, position);
  pamong_table_select (table, pamong_row_data (row)->uid);
  settle ();
  return TRUE;
}

static void
read_person (Hour *hour)
{
  static const char *const tabs[] = { "family", "history", "biodata" };
  PamongResidentsPage *page = residents (hour);

  if (!choose_row (hour, page))
    return;
  pamong_resident_detail_tab (pamong_residents_page_detail (page), tabs[draw (hour, G_N_ELEMENTS (tabs))]);
  if (draw (hour, 3) == 0)
    gtk_widget_activate_action (GTK_WIDGET (page), "resident.reveal", NULL);
}

static gboolean
is_reading (gpointer page)
{
  return gtk_widget_get_mapped (GTK_WIDGET (pamong_residents_page_detail (page)));
}

static void
change_person (Hour *hour)
{
  PamongResidentsPage *page = residents (hour);
  g_autofree char *phone = g_strdup_printf ("0812-%04u-%04u", draw (hour, 10000), draw (hour, 10000));
  PamongForm *form;

  if (!choose_row (hour, page) || !gtk_widget_activate_action (GTK_WIDGET (page), "resident.edit", NULL))
    return;
  settle ();
  form = pamong_resident_form_fields (pamong_residents_page_form (page));
  gtk_editable_set_text (pamong_field_entry_editable (pamong_form_entry (form, PAMONG_RESIDENT_PHONE)), phone);
  settle ();
  pamong_resident_form_save (pamong_residents_page_form (page));
  drive_until (is_reading, page, "the saving");
  hour->saved++;
}

static void
look_away (Hour *hour)
{
  const char *name = page_names[draw (hour, G_N_ELEMENTS (page_names))];
  PamongPage *page;

  if (!pamong_shell_go (shell (hour), name))
    g_error ("%s cannot be shown", name);
  page = pamong_shell_page (shell (hour));
  if (PAMONG_IS_CHECK_PAGE (page))
    pamong_check_page_show_view (PAMONG_CHECK_PAGE (page), views[draw (hour, G_N_ELEMENTS (views))]);
  else if (PAMONG_IS_SETTINGS_PAGE (page))
    pamong_settings_page_go (PAMONG_SETTINGS_PAGE (page), draw (hour, 5));
}

static void
sort (Hour *hour)
{
  static const PamongSort sorts[] = { PAMONG_SORT_NAME, PAMONG_SORT_NIK, PAMONG_SORT_KK, PAMONG_SORT_AGE, PAMONG_SORT_PLACE };

  pamong_table_sort (pamong_residents_page_table (residents (hour)), sorts[draw (hour, G_N_ELEMENTS (sorts))], draw (hour, 2) != 0);
}

static void
filter (Hour *hour)
{
  PamongFilters *filters = pamong_residents_page_filters (residents (hour));

  if (draw (hour, 2) == 0)
    pamong_filters_type (filters, typed[draw (hour, G_N_ELEMENTS (typed))]);
  else
    pamong_filters_choose (filters, draw (hour, 2) == 0 ? PAMONG_FILTER_SEX : PAMONG_FILTER_DUSUN, (int) draw (hour, 2));
  settle ();
  pamong_filters_clear (filters);
}

static void
open_family (Hour *hour)
{
  static const char *const acts[] = { "family.split", "family.join", "family.move", "family.head" };
  PamongResidentsPage *page = residents (hour);

  if (!choose_row (hour, page))
    return;
  gtk_widget_activate_action (GTK_WIDGET (page), "resident.family", NULL);
  settle ();
  if (draw (hour, 2) == 0)
    gtk_widget_activate_action (GTK_WIDGET (pamong_shell_page (shell (hour))), acts[draw (hour, G_N_ELEMENTS (acts))], NULL);
  settle ();
  close_others (hour);
}

static void
open_window (Hour *hour)
{
  static const char *const life[] = { "resident.marry", "resident.divorce", "resident.adopt", "resident.nik", "resident.remove" };
  PamongResidentsPage *page;

  if (draw (hour, 2) == 0)
    activate (hour, draw (hour, 2) == 0 ? "win.keys" : "win.help");
  else if (choose_row (hour, page = residents (hour)))
    gtk_widget_activate_action (GTK_WIDGET (page), life[draw (hour, G_N_ELEMENTS (life))], NULL);
  settle ();
  close_others (hour);
}

static void
try_to_send (Hour *hour)
{
  activate (hour, "win.sync-now");
}

/* What a hand does, and how often of a hundred. */
static const struct { void (*act) (Hour *hour); guint share; } work[] = {
  { find_person, 25 }, { read_person, 23 }, { change_person, 15 }, { look_away, 14 }, { sort, 4 }, { filter, 5 }, { open_family, 5 }, { open_window, 5 }, { try_to_send, 4 },
};

static void
do_something (Hour *hour)
{
  int at = (int) draw (hour, 100);

  for (guint i = 0; i < G_N_ELEMENTS (work); i++)
    if ((at -= (int) work[i].share) < 0)
      {
        work[i].act (hour);
        settle ();
        return;
      }
}

static double
pss (void)
{
  g_autofree char *text = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL) || (line = strstr (text, "\nPss:")) == NULL)
    g_error ("the system does not tell PSS");
  return (double) g_ascii_strtoull (line + strlen ("\nPss:"), NULL, 10) / 1024;
}

/* Registered at a centre that cannot be reached. */
static void
connect_to_nobody (PamongOffice *office)
{
  char *areas[] = { (char *) AREA, NULL };
  g_autoptr (PamongDevice) device = g_new0 (PamongDevice, 1);
  PamongWrite *write = pamong_write_begin_plain (pamong_office_store (office), NULL);

  device->id = g_strdup ("d");
  device->epoch = device->server_epoch = 1;
  pamong_key_new (&device->public_key, &device->private_key);
  device->server_url = g_strdup ("http://127.0.0.1:9");
  device->server_id = g_strdup ("s");
  device->areas = g_strdupv (areas);
  if (!pamong_device_put (write, device, NULL) || !pamong_write_commit (write, NULL, NULL, NULL))
    g_error ("the store takes no registration");
}

static guint
asked (const char *name, guint usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : usual;
}

/* The store is made by another process, so that its memory is not counted here. */
static int
make_store (guint people)
{
  char *folder;
  PamongOffice *office = people_init (PAMONG_LEVEL_VILLAGE, AREA, &folder);

  people_fill (office, AREA, people, 1);
  connect_to_nobody (office);
  g_print ("%s", folder);
  pamong_office_close (office);
  g_free (folder);
  return 0;
}

static char *
spawn_maker (const char *program)
{
  char *argv[] = { (char *) program, (char *) "--make", NULL };
  char *folder = NULL;
  int status = 1;
  g_autoptr (GError) error = NULL;

  if (!g_spawn_sync (NULL, argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &folder, NULL, &status, &error) || status != 0)
    g_error ("no store was made: %s", error != NULL ? error->message : "see above");
  return folder;
}

/* The rules and the search for doubles have looked at everybody once. A real minute is long enough for that; 25 acts one after the other are not. */
static void
let_rules_look (Hour *hour)
{
  PamongInspect *inspect = pamong_session_inspect (pamong_shell_session (shell (hour)));
  const PamongInspection *latest;

  while ((latest = pamong_inspect_latest (inspect)) == NULL || latest->doubles_state != PAMONG_DOUBLES_THERE || pamong_inspect_is_busy (inspect))
    settle ();
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* Minutes of this hour are shorter than those of a clock; what the program gives back twice a minute it has given back at both ends of it. */
static double
weigh (Hour *hour)
{
  gboolean rested = FALSE;

  let_rules_look (hour);
  g_timeout_add_seconds (REST, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
  return pss ();
}

static void
work_an_hour (Hour *hour, guint actions, double *first, double *last)
{
  for (guint i = 1; i <= actions; i++)
    {
      do_something (hour);
      if (i == A_MINUTE)
        *first = weigh (hour);
      if (i == A_MINUTE || i % (5 * A_MINUTE) == 0)
        g_printerr ("# minute %u: %.1f MB, %u saved, %u opened by name\n", i / A_MINUTE, pss (), hour->saved, hour->found);
    }
  *last = weigh (hour);
}

int
main (int argc, char **argv)
{
  guint actions = asked ("PAMONG_BENCH_ACTIONS", ACTIONS);
  Hour hour = { .rand = g_rand_new_with_seed (35220) };
  g_autofree char *dir = NULL;
  char *folder;
  double first = 0, last = 0;

  if (argc > 1)
    return make_store (asked ("PAMONG_BENCH_PEOPLE", PEOPLE));
  folder = spawn_maker (argv[0]);
  dir = g_build_filename (folder, "data", NULL);
  pamong_memory_init ();
  g_setenv ("GSK_RENDERER", "cairo", FALSE); /* as pamong sets them for itself */
  g_setenv ("GDK_DEBUG", "gl-disable", FALSE);
  pamong_language_init ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  pamong_style_load ();
  hour.window = signed_in (dir, ACCOUNT, PASSWORD, NULL);
  pamong_memory_watch ();
  work_an_hour (&hour, actions, &first, &last);
  signed_out (hour.window);
  g_rand_free (hour.rand);
  people_drop (folder);
  g_print ("{\"bench\":\"memory\",\"value\":%.1f,\"unit\":\"MB\",\"bound\":%.1f,\"ratio\":%.2f,\"n\":%u}\n", last, first, last / first, actions);
  return 0;
}
