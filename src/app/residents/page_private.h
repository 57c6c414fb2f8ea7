/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/doubles/undo_band.h"
#include "app/residents/list_head.h"
#include "app/residents/page.h"

/* Shared by page.c (what is shown) and page_actions.c (what buttons and keys do). */
struct _PamongResidentsPage
{
  GtkWidget parent_instance;
  PamongSession *session; /* not owned: the window keeps it as long as its pages */
  PamongLevel level;
  PamongListHead *head;
  PamongFilters *filters;
  PamongTable *table;
  GtkWidget *banner;
  PamongUndoBand *undo;
  GtkWidget *panel; /* the right side; hidden while nobody is shown */
  GtkStack *stack;  /* in it: detail, form */
  PamongResidentDetail *detail;
  PamongResidentForm *form;
  GSimpleActionGroup *actions;
};

gboolean pamong_residents_page_is_editing (PamongResidentsPage *page);
/** pamong_residents_page_shown: Returns: (nullable) (transfer none): the resident in the panel. */
const PamongRecord *pamong_residents_page_shown (PamongResidentsPage *page);
void pamong_residents_page_reload (PamongResidentsPage *page);
/** pamong_residents_page_edit: the form in place of the detail, at @field or at the start with -1. */
void pamong_residents_page_edit (PamongResidentsPage *page, int field);
void pamong_residents_page_add (PamongResidentsPage *page);
/** pamong_residents_page_close: the panel; asks first when something was typed in it. */
void pamong_residents_page_close (PamongResidentsPage *page);

void pamong_residents_actions_install (PamongResidentsPage *page);
/** pamong_residents_actions_update: enables what may be done with the resident shown. */
void pamong_residents_actions_update (PamongResidentsPage *page);
