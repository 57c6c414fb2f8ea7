/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/residents/filters.h"

#include "app/residents/filter_chip.h"
#include "app/residents/wrap_layout.h"
#include "app/widgets/focus.h"
#include "app/words.h"
#include "domain/codes.h"

#include <glib/gi18n.h>

struct _PamongFilters
{
  GtkWidget parent_instance;
  PamongStore *store;
  char *area;
  PamongFilterChip *chips[PAMONG_N_FILTERS]; /* VILLAGE is NULL in a village */
  GtkEditable *text;
  char *village, *rt, *rw; /* what the chosen chips mean */
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (PamongFilters, pamong_filters, GTK_TYPE_WIDGET)

static guint changed_signal;

static const struct { int min, max; const char *words; } ages[] = {
  { 0, 4, N_ ("Under 5 (balita)") },
  { 0, 16, N_ ("Under 17") },
  { 7, 12, N_ ("7 to 12 years") },
  { 13, 15, N_ ("13 to 15 years") },
  { 16, 18, N_ ("16 to 18 years") },
  { 17, -1, N_ ("Age 17 and above") },
  { 15, 64, N_ ("15 to 64 years") },
  { 60, -1, N_ ("Age 60 and above") },
};

static const struct { PamongMark mark; const char *words; } mark_choices[] = {
  { PAMONG_MARK_CHECK, N_ ("To be checked") },
  { PAMONG_MARK_CONFLICT, N_ ("Two values") },
  { PAMONG_MARK_WAITING, N_ ("Waiting for Dukcapil") },
  { PAMONG_MARK_NO_NIK, N_ ("No NIK yet") },
};

static const struct { int status; const char *words; } status_choices[] = {
  { PAMONG_STATUS_DEAD, N_ ("Died") },
  { PAMONG_STATUS_MOVED, N_ ("Moved away") },
  { PAMONG_STATUS_MISSING, N_ ("Missing") },
  { PAMONG_STATUS_AWAY, N_ ("Gone for a while") },
  { PAMONG_STATUS_VOID, N_ ("Taken off the list") },
  { -1, N_ ("All, whatever the status") },
};

static int
chosen (PamongFilters *self, PamongFilter filter)
{
  return self->chips[filter] ? pamong_filter_chip_chosen (self->chips[filter]) : -1;
}

static const char *
chosen_words (PamongFilters *self, PamongFilter filter)
{
  return chosen (self, filter) < 0 ? NULL : pamong_filter_chip_words (self->chips[filter]);
}

static GPtrArray *
list_villages (gpointer data)
{
  PamongFilters *self = data;
  g_autoptr (GPtrArray) regions = pamong_regions_children (self->area);
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; i < regions->len; i++)
    {
      const PamongRegion *region = regions->pdata[i];
      g_autofree char *title = pamong_regions_title (region->code);

      pamong_filter_choices_add (choices, title, NULL);
    }
  return choices;
}

static gboolean
is_new (GPtrArray *choices, const char *words)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((PamongFilterChoice *) choices->pdata[i])->words, words))
      return FALSE;
  return TRUE;
}

/* Above the village a dusun means nothing before its village is chosen, and looking through all families of a regency takes seconds. */
static GPtrArray *
list_places (PamongFilters *self)
{
  if (self->chips[PAMONG_FILTER_VILLAGE] != NULL && self->village == NULL)
    return NULL;
  return pamong_residents_places (self->store, self->village, NULL);
}

static GPtrArray *
list_dusun (gpointer data)
{
  PamongFilters *self = data;
  g_autoptr (GPtrArray) places = list_places (self);
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; places && i < places->len; i++)
    {
      const char *dusun = ((char **) places->pdata[i])[0];
      g_autofree char *chip = dusun && *dusun ? g_strconcat (pamong_words_hamlet (_ ("Hamlet")), " ", dusun, NULL) : NULL;

      if (chip && is_new (choices, dusun))
        pamong_filter_choices_add (choices, dusun, chip);
    }
  return choices;
}

static int
by_words (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 ((*(PamongFilterChoice *const *) a)->words, (*(PamongFilterChoice *const *) b)->words);
}

/* Of the chosen dusun, or all: "003/001", as in the list. */
static GPtrArray *
list_rtrw (gpointer data)
{
  PamongFilters *self = data;
  const char *dusun = chosen_words (self, PAMONG_FILTER_DUSUN);
  g_autoptr (GPtrArray) places = list_places (self);
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; places && i < places->len; i++)
    {
      char **place = places->pdata[i];
      gboolean whole = place[0] && place[1] && *place[1] && place[2] && *place[2];
      g_autofree char *words = whole ? g_strdup_printf ("%s/%s", place[2], place[1]) : NULL;
      g_autofree char *chip = whole ? g_strdup_printf ("RT %s/RW %s", place[2], place[1]) : NULL;

      if (whole && (!dusun || g_str_equal (place[0], dusun)) && is_new (choices, words))
        pamong_filter_choices_add (choices, words, chip);
    }
  g_ptr_array_sort (choices, by_words);
  return choices;
}

static GPtrArray *
list_sex (gpointer data)
{
  GPtrArray *choices = pamong_filter_choices_new ();

  pamong_filter_choices_add (choices, pamong_codes_display ("jenis_kelamin", 1), NULL);
  pamong_filter_choices_add (choices, pamong_codes_display ("jenis_kelamin", 2), NULL);
  return choices;
}

static GPtrArray *
list_ages (gpointer data)
{
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ages); i++)
    pamong_filter_choices_add (choices, _ (ages[i].words), NULL);
  return choices;
}

static GPtrArray *
list_marks (gpointer data)
{
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; i < G_N_ELEMENTS (mark_choices); i++)
    pamong_filter_choices_add (choices, _ (mark_choices[i].words), NULL);
  return choices;
}

static GPtrArray *
list_statuses (gpointer data)
{
  GPtrArray *choices = pamong_filter_choices_new ();

  for (guint i = 0; i < G_N_ELEMENTS (status_choices); i++)
    pamong_filter_choices_add (choices, _ (status_choices[i].words), NULL);
  return choices;
}

static void
take_village (PamongFilters *self)
{
  int choice = chosen (self, PAMONG_FILTER_VILLAGE);
  g_autoptr (GPtrArray) regions = choice < 0 ? NULL : pamong_regions_children (self->area);

  g_free (self->village);
  self->village = g_strdup (regions ? ((PamongRegion *) regions->pdata[choice])->code : NULL);
}

static void
take_rtrw (PamongFilters *self)
{
  const char *words = chosen_words (self, PAMONG_FILTER_RTRW);
  g_auto (GStrv) parts = words ? g_strsplit (words, "/", 2) : NULL;

  g_free (self->rt);
  g_free (self->rw);
  self->rt = g_strdup (parts ? parts[0] : NULL);
  self->rw = g_strdup (parts ? parts[1] : NULL);
}

/* A dusun belongs to its village, an RT to its dusun: a new choice above takes away those below. */
static void
drop_below (PamongFilters *self, PamongFilter changed)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  if (changed == PAMONG_FILTER_VILLAGE && chosen (self, PAMONG_FILTER_DUSUN) >= 0)
    pamong_filter_chip_choose (self->chips[PAMONG_FILTER_DUSUN], -1);
  if (changed <= PAMONG_FILTER_DUSUN && chosen (self, PAMONG_FILTER_RTRW) >= 0)
    pamong_filter_chip_choose (self->chips[PAMONG_FILTER_RTRW], -1);
  self->quiet = quiet;
}

static void
emit_changed (PamongFilters *self)
{
  if (!self->quiet)
    g_signal_emit (self, changed_signal, 0);
}

static void
chip_changed_cb (PamongFilterChip *chip, PamongFilters *self)
{
  PamongFilter filter = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "pamong-filter"));

  if (!self->quiet)
    drop_below (self, filter);
  take_village (self);
  take_rtrw (self);
  emit_changed (self);
}

static void
text_changed_cb (GtkEditable *text, PamongFilters *self)
{
  emit_changed (self);
}

static void
add_chip (PamongFilters *self, PamongFilter filter, const char *title, PamongFilterChoices choices)
{
  GtkWidget *chip = pamong_filter_chip_new (title, choices, self);

  g_object_set_data (G_OBJECT (chip), "pamong-filter", GINT_TO_POINTER (filter));
  g_signal_connect (chip, "changed", G_CALLBACK (chip_changed_cb), self);
  gtk_widget_set_parent (chip, GTK_WIDGET (self));
  self->chips[filter] = PAMONG_FILTER_CHIP (chip);
}

static void
add_text (PamongFilters *self)
{
  GtkWidget *text = gtk_search_entry_new ();

  g_object_set (text, "placeholder-text", _ ("Filter by name"), NULL);
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (text), 60);
  gtk_editable_set_width_chars (GTK_EDITABLE (text), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (text), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (text), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter by name"), -1);
  g_signal_connect (text, "search-changed", G_CALLBACK (text_changed_cb), self);
  gtk_widget_set_parent (text, GTK_WIDGET (self));
  self->text = GTK_EDITABLE (text);
}

static void
pamong_filters_dispose (GObject *object)
{
  PamongFilters *self = PAMONG_FILTERS (object);

  self->quiet = TRUE;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object)));)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (pamong_filters_parent_class)->dispose (object);
}

static void
pamong_filters_finalize (GObject *object)
{
  PamongFilters *self = PAMONG_FILTERS (object);

  g_free (self->area);
  g_free (self->village);
  g_free (self->rt);
  g_free (self->rw);
  G_OBJECT_CLASS (pamong_filters_parent_class)->finalize (object);
}

static void
pamong_filters_class_init (PamongFiltersClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_filters_dispose;
  G_OBJECT_CLASS (klass)->finalize = pamong_filters_finalize;
  GTK_WIDGET_CLASS (klass)->focus = pamong_focus_children; /* GTK sorts by where they stand: an entry a little higher than the chips would come after them */
  changed_signal = g_signal_new ("changed", PAMONG_TYPE_FILTERS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
pamong_filters_init (PamongFilters *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pamong_wrap_layout_new (6));
}

GtkWidget *
pamong_filters_new (PamongStore *store, PamongLevel level, const char *area)
{
  PamongFilters *self = g_object_new (PAMONG_TYPE_FILTERS, NULL);

  self->store = store;
  self->area = g_strdup (area);
  add_text (self);
  if (level != PAMONG_LEVEL_VILLAGE)
    add_chip (self, PAMONG_FILTER_VILLAGE, _ ("Vil_lage"), list_villages);
  add_chip (self, PAMONG_FILTER_DUSUN, pamong_words_hamlet (_ ("_Hamlet")), list_dusun);
  add_chip (self, PAMONG_FILTER_RTRW, _ ("_RT/RW"), list_rtrw);
  for (PamongFilter filter = PAMONG_FILTER_DUSUN; level != PAMONG_LEVEL_VILLAGE && filter <= PAMONG_FILTER_RTRW; filter++)
    pamong_filter_chip_set_empty (self->chips[filter], _ ("Choose a village first"));
  add_chip (self, PAMONG_FILTER_SEX, _ ("Se_x"), list_sex);
  add_chip (self, PAMONG_FILTER_AGE, _ ("A_ge"), list_ages);
  add_chip (self, PAMONG_FILTER_MARKS, _ ("_Mark"), list_marks);
  add_chip (self, PAMONG_FILTER_STATUS, _ ("_Status"), list_statuses);
  return GTK_WIDGET (self);
}

void
pamong_filters_query (PamongFilters *self, PamongQuery *query)
{
  int age = chosen (self, PAMONG_FILTER_AGE), mark = chosen (self, PAMONG_FILTER_MARKS), status = chosen (self, PAMONG_FILTER_STATUS);

  query->area = self->village;
  query->dusun = chosen_words (self, PAMONG_FILTER_DUSUN);
  query->rt = self->rt;
  query->rw = self->rw;
  query->sex = chosen (self, PAMONG_FILTER_SEX) + 1;
  query->age_min = age < 0 ? -1 : ages[age].min;
  query->age_max = age < 0 ? -1 : ages[age].max;
  query->marks = mark < 0 ? 0 : (int) mark_choices[mark].mark;
  query->status = status < 0 ? 0 : status_choices[status].status;
}

const char *
pamong_filters_text (PamongFilters *self)
{
  const char *text = gtk_editable_get_text (self->text);

  return g_utf8_strlen (text, -1) >= 2 ? text : NULL;
}

gboolean
pamong_filters_is_active (PamongFilters *self)
{
  for (int i = 0; i < PAMONG_N_FILTERS; i++)
    if (chosen (self, i) >= 0)
      return TRUE;
  return pamong_filters_text (self) != NULL;
}

void
pamong_filters_hide_text (PamongFilters *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
}

void
pamong_filters_clear (PamongFilters *self)
{
  self->quiet = TRUE;
  for (int i = 0; i < PAMONG_N_FILTERS; i++)
    if (chosen (self, i) >= 0)
      pamong_filter_chip_choose (self->chips[i], -1);
  gtk_editable_set_text (self->text, "");
  self->quiet = FALSE;
  emit_changed (self);
}

void
pamong_filters_focus (PamongFilters *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->text));
}

void
pamong_filters_choose (PamongFilters *self, PamongFilter filter, int choice)
{
  pamong_filter_chip_choose (self->chips[filter], choice);
}

void
pamong_filters_type (PamongFilters *self, const char *text)
{
  gtk_editable_set_text (self->text, text);
  emit_changed (self);
}

gboolean
pamong_filters_show_village (PamongFilters *self, const char *area)
{
  g_autoptr (GPtrArray) regions = pamong_regions_children (self->area);

  for (guint i = 0; self->chips[PAMONG_FILTER_VILLAGE] && i < regions->len; i++)
    if (g_str_has_prefix (area, ((PamongRegion *) regions->pdata[i])->code))
      {
        pamong_filters_clear (self);
        pamong_filters_choose (self, PAMONG_FILTER_VILLAGE, (int) i);
        return TRUE;
      }
  return FALSE;
}
