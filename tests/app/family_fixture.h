/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/card_view.h"
#include "app/family/finding_strip.h"
#include "app/session.h"
#include "app/widgets/field_entry.h"
#include "office/desk.h"

/* The page Keluarga in a window, over a real store and its desk; what types here types where the focus is. The day is 2026-03-10. */
#define AREA "35.22.28.2001"

typedef struct
{
  char *dir;
  PamongDesk *desk;
  PamongSession *session;
  GtkWidget *window, *page;
} Fixture;

Fixture *fixture_new (void);
Fixture *fixture_new_at (PamongLevel level, const char *area);
void fixture_free (Fixture *f);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

void open_page (Fixture *f);
void close_page (Fixture *f);
void settle (void);
/** wait_for_desk: jobs on the desk are in order: once an empty one is done, those before it are, and their answers have come. */
void wait_for_desk (Fixture *f);
/** find: the (@skip + 1)-th widget of @type, in the order on the screen. */
GtkWidget *find (GtkWidget *top, GType type, int *skip);
PamongFieldEntry *cell (Fixture *f, PamongKind kind, int field, int row);
const char *text_of (Fixture *f, int field, int row);
gboolean has_focus (Fixture *f, PamongFieldEntry *entry);
PamongFindingStrip *strip (Fixture *f);
PamongCardView *view (Fixture *f);
/** enter: types @text where the focus is and presses Enter. "" = a bare Enter. */
void enter (Fixture *f, const char *text);
void enter_all (Fixture *f, const char *const *texts);
/** act: an action of the page, and what it asks of the desk. */
void act (Fixture *f, const char *action);

/* What is typed for one card and its people, NULL-terminated. */
extern const char *const card_fields[], *const head[], *const wife[], *const child[];
