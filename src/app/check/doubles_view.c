/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/doubles_view.h"
#include "app/check/work_list.h"
#include "app/doubles/merge_window.h"
#include "app/doubles/undo_band.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include "office/doubles.h"
#include <glib/gi18n.h>

typedef struct {
  PamongSession *session;
  PamongWorkList *list;
  PamongUndoBand *band;
  GtkWidget *ask;
  guint firsts[3]; /* of each group, in the list; the surest first */
  char *today;
} Doubles;

static const PamongDoubleRank ranks[] = { PAMONG_DOUBLE_CERTAIN, PAMONG_DOUBLE_LIKELY, PAMONG_DOUBLE_POSSIBLE };

static void
free_doubles (gpointer data)
{
  Doubles *self = data;

  g_object_unref (self->session);
  g_free (self->today);
  g_free (self);
}

static GPtrArray *
pairs (Doubles *self)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (self->session));

  return latest != NULL ? latest->doubles : NULL;
}

static PamongDoublesState
state (Doubles *self)
{
  const PamongInspection *latest = pamong_inspect_latest (pamong_session_inspect (self->session));

  return latest != NULL ? latest->doubles_state : PAMONG_DOUBLES_LOOKING;
}

/* "RT 003, 41 tahun". */
static void
add_side (Doubles *self, GString *words, const PamongDoubleSide *side)
{
  int age = side->born != NULL ? pamong_date_age (side->born, self->today) : -1;
  const char *between = "";

  if (pamong_session_level (self->session) != PAMONG_LEVEL_VILLAGE)
    {
      g_autofree char *title = pamong_regions_title (side->area);

      g_string_append (words, title);
      between = ", ";
    }
  if (side->rt != NULL)
    {
      g_string_append_printf (words, "%sRT %s", between, side->rt);
      between = ", ";
    }
  if (age >= 0)
    {
      g_string_append (words, between);
      g_string_append_printf (words, ngettext ("%d year", "%d years", (gulong) age), age);
    }
}

static void
fill (gpointer data, guint group, guint i, PamongWorkRow *row)
{
  Doubles *self = data;
  const PamongDouble *one = pairs (self)->pdata[self->firsts[group] + i];
  const char *first = one->one.name != NULL ? one->one.name : _ ("without a name"), *second = one->other.name != NULL ? one->other.name : _ ("without a name");
  g_autoptr (GString) place = g_string_new (NULL);

  add_side (self, place, &one->one);
  g_string_append (place, "  –  ");
  add_side (self, place, &one->other);
  row->name = g_strdup_printf ("%s  –  %s", first, second);
  row->place = g_strdup (place->str);
  row->message = pamong_double_words (one->reasons);
  row->kind = PAMONG_KIND_RESIDENT;
  row->uid = g_strdup (one->one.uid);
  row->key = g_strdup (one->other.uid);
}

static const char *
empty_words (PamongDoublesState state)
{
  switch (state)
    {
    case PAMONG_DOUBLES_LOOKING:
      return _ ("Records that may speak of one person are being looked for. What is found will stand here.");
    case PAMONG_DOUBLES_ASK:
      return _ ("Among so many people doubles are looked for when you ask. Work goes on meanwhile.");
    case PAMONG_DOUBLES_THERE:
    default:
      return _ ("No two records look like one person. Pairs of the same or nearly the same name, birth date and parents will stand here.");
    }
}

static void
show (Doubles *self)
{
  GPtrArray *all = pairs (self);
  PamongWorkGroup groups[G_N_ELEMENTS (ranks)] = { 0 };
  guint n = 0, n_groups = 0;

  g_free (self->today);
  self->today = pamong_clock_today ();
  for (guint r = 0; r < G_N_ELEMENTS (ranks); r++)
    {
      PamongWorkGroup group = { .id = pamong_double_rank_name (ranks[r]), .icon = "view-dual-symbolic", .title = pamong_double_rank_words (ranks[r]) };
      guint first = n;

      while (all != NULL && n < all->len && ((PamongDouble *) all->pdata[n])->rank == ranks[r])
        n++;
      group.count = n - first;
      if (group.count == 0)
        continue;
      self->firsts[n_groups] = first;
      groups[n_groups++] = group;
    }
  pamong_work_list_set_empty (self->list, empty_words (state (self)));
  pamong_work_list_show (self->list, groups, n_groups);
  gtk_widget_set_visible (self->ask, state (self) == PAMONG_DOUBLES_ASK);
}

static void
changed_cb (GtkWidget *list)
{
  show (g_object_get_data (G_OBJECT (list), "doubles"));
}

static void
done_cb (GtkWidget *list, const char *words, const char *event_uid, const char *kept)
{
  Doubles *self = g_object_get_data (G_OBJECT (list), "doubles");

  pamong_undo_band_show (self->band, words, event_uid);
  pamong_page_shown (PAMONG_PAGE (list)); /* the next pair is under the arrows */
}

static void
opened_cb (GtkWidget *list, PamongWorkRow *row, Doubles *self)
{
  g_autoptr (GError) error = NULL;
  PamongMergeWindow *window = pamong_merge_window_show (list, self->session, row->uid, row->key, &error);

  if (window != NULL)
    g_signal_connect_object (window, "done", G_CALLBACK (done_cb), list, G_CONNECT_SWAPPED);
  else
    pamong_undo_band_show (self->band, error->message, NULL);
}

static void
asked_cb (Doubles *self)
{
  pamong_inspect_find_doubles (pamong_session_inspect (self->session));
  show (self);
}

static GtkWidget *
make_foot (Doubles *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->band = PAMONG_UNDO_BAND (pamong_undo_band_new (self->session));
  self->ask = gtk_button_new_with_mnemonic (_ ("_Look for doubles"));
  gtk_widget_set_halign (self->ask, GTK_ALIGN_START);
  gtk_widget_set_margin_start (self->ask, 10); /* under the words of the rows */
  gtk_widget_set_margin_bottom (self->ask, 10);
  gtk_widget_add_css_class (self->ask, "primary");
  g_signal_connect_swapped (self->ask, "clicked", G_CALLBACK (asked_cb), self);
  gtk_box_append (GTK_BOX (foot), self->ask);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->band));
  return foot;
}

GtkWidget *
pamong_doubles_view_new (PamongSession *session)
{
  Doubles *self = g_new0 (Doubles, 1);
  GtkWidget *list = pamong_work_list_new ("", fill, self);

  self->session = g_object_ref (session);
  self->list = PAMONG_WORK_LIST (list);
  g_object_set_data_full (G_OBJECT (list), "doubles", self, free_doubles);
  pamong_work_list_add_foot (self->list, make_foot (self));
  g_signal_connect (list, "open", G_CALLBACK (opened_cb), self);
  g_signal_connect_object (pamong_session_inspect (session), "changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  g_signal_connect_object (pamong_session_inspect (session), "doubles-changed", G_CALLBACK (changed_cb), list, G_CONNECT_SWAPPED);
  show (self);
  return list;
}
