/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "family_fixture.h"
#include "app/family/family_page.h"
#include "domain/clock.h"
#include "people.h"

#define TODAY 1773100800 /* 2026-03-10 */

void
settle (void)
{
  for (int quiet = 0; quiet < 3; quiet++)
    {
      g_usleep (1000);
      while (g_main_context_iteration (NULL, FALSE))
        quiet = 0;
    }
}

static gpointer
nothing (PamongOffice *office, gpointer data, GError **error)
{
  return GINT_TO_POINTER (TRUE);
}

void
wait_for_desk (Fixture *f)
{
  /* An answer may ask the desk again (a card changed meanwhile is checked once more), so twice. */
  for (int i = 0; i < 2; i++)
    {
      settle ();
      pamong_desk_run (f->desk, nothing, NULL, NULL);
    }
  settle ();
}

void
open_page (Fixture *f)
{
  f->window = gtk_window_new ();
  f->page = pamong_family_page_new (f->session);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1171, 693);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  pamong_page_shown (PAMONG_PAGE (f->page));
  wait_for_desk (f);
}

void
close_page (Fixture *f)
{
  g_assert_true (pamong_page_leave (PAMONG_PAGE (f->page)));
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
}

Fixture *
fixture_new_at (PamongLevel level, const char *area)
{
  Fixture *f = g_new0 (Fixture, 1);
  g_autofree char *account = NULL;
  g_autoptr (GError) error = NULL;
  PamongOffice *office;

  pamong_clock_set (TODAY);
  office = people_init (level, area, &f->dir);
  if (level != PAMONG_LEVEL_VILLAGE)
    people_fill (office, AREA, 20, 7);
  account = g_strdup (pamong_office_account (office)->uid);
  f->desk = pamong_desk_new_with (office, &error);
  g_assert_no_error (error);
  f->session = pamong_session_new (f->desk, account, &error);
  g_assert_no_error (error);
  open_page (f);
  return f;
}

Fixture *
fixture_new (void)
{
  return fixture_new_at (PAMONG_LEVEL_VILLAGE, AREA);
}

void
fixture_free (Fixture *f)
{
  close_page (f);
  g_object_unref (f->session);
  pamong_desk_stop (f->desk);
  g_object_unref (f->desk);
  people_drop (f->dir);
  pamong_clock_set (-1);
  g_free (f);
}

GtkWidget *
find (GtkWidget *top, GType type, int *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (top, type) && (*skip)-- == 0)
    return top;
  for (GtkWidget *below = gtk_widget_get_first_child (top); below != NULL; below = gtk_widget_get_next_sibling (below))
    {
      GtkWidget *found = find (below, type, skip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

PamongFieldEntry *
cell (Fixture *f, PamongKind kind, int field, int row)
{
  for (int i = 0;; i++)
    {
      int skip = i;
      GtkWidget *entry = find (f->page, PAMONG_TYPE_FIELD_ENTRY, &skip);
      const PamongField *of;

      if (entry == NULL)
        return NULL;
      of = pamong_field_entry_field (PAMONG_FIELD_ENTRY (entry));
      if (of->kind == kind && of->index == field && row-- == 0)
        return PAMONG_FIELD_ENTRY (entry);
    }
}

const char *
text_of (Fixture *f, int field, int row)
{
  return pamong_field_entry_text (cell (f, PAMONG_KIND_RESIDENT, field, row));
}

gboolean
has_focus (Fixture *f, PamongFieldEntry *entry)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));

  return entry != NULL && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (entry));
}

PamongFindingStrip *
strip (Fixture *f)
{
  int skip = 0;

  return PAMONG_FINDING_STRIP (find (f->page, PAMONG_TYPE_FINDING_STRIP, &skip));
}

PamongCardView *
view (Fixture *f)
{
  int skip = 0;

  return PAMONG_CARD_VIEW (find (f->page, PAMONG_TYPE_CARD_VIEW, &skip));
}

void
enter (Fixture *f, const char *text)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window));
  int position;

  g_assert_true (GTK_IS_TEXT (focus));
  if (*text != '\0')
    gtk_editable_delete_selection (GTK_EDITABLE (focus));
  position = gtk_editable_get_position (GTK_EDITABLE (focus));
  if (*text != '\0')
    gtk_editable_insert_text (GTK_EDITABLE (focus), text, -1, &position);
  g_signal_emit_by_name (focus, "activate");
  wait_for_desk (f);
}

void
enter_all (Fixture *f, const char *const *texts)
{
  for (int i = 0; texts[i] != NULL; i++)
    enter (f, texts[i]);
}

void
act (Fixture *f, const char *action)
{
  g_assert_true (gtk_widget_activate_action (f->page, action, NULL));
  wait_for_desk (f);
}

const char *const card_fields[] = { "3522281404190118", "Jl. Raya Mojodelik No. 14", "Clebung", "3", "1", "62154", NULL };
const char *const head[] = { "sutrisno", "3522041208760001", "", "Bojonegoro", "", "islam", "slta", "petani", "o", "", "04052001", "", "", "sukimin", "ngatinem", NULL };
const char *const wife[] = { "siti aminah", "3522045709780002", "", "", "", "", "sltp", "mengurus", "o", "", "", "", "", "kasmuri", "siti maryam", NULL };
const char *const child[] = { "dimas adi pratama", "3522040303080001", "", "", "", "", "sltp", "pelajar", "", "", "", "", "", "", NULL };
