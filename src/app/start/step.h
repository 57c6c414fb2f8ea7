/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/desk.h"
#include <gtk/gtk.h>

/** PamongSetup: what the first run gathers, step by step. The store is made by the account step: from then on @desk and @account are there. */
typedef struct {
  const char *dir;
  PamongLevel level;
  char *area;
  char *recovery;
  PamongDesk *desk;
  char *account;
} PamongSetup;
void pamong_setup_clear (PamongSetup *setup);

/* One step of the first run. */
#define PAMONG_TYPE_STEP (pamong_step_get_type ())
G_DECLARE_INTERFACE (PamongStep, pamong_step, PAMONG, STEP, GtkWidget)
struct _PamongStepInterface {
  GTypeInterface parent;
  void (*enter) (PamongStep *step, PamongSetup *setup);   /* comes to the front */
  void (*finish) (PamongStep *step, PamongSetup *setup);  /* Lanjut was pressed: emits "done" now or later, or shows what is wrong */
  gboolean (*is_ready) (PamongStep *step);                /* may Lanjut be pressed? NULL = always */
};
/* Signals: "done" (): go on; "ready-changed" (); "next" (): as if Lanjut were pressed. */
void pamong_step_enter (PamongStep *step, PamongSetup *setup);
void pamong_step_finish (PamongStep *step, PamongSetup *setup);
gboolean pamong_step_is_ready (PamongStep *step);

/* For the steps themselves. */
void pamong_step_done (PamongStep *step);
void pamong_step_ready_changed (PamongStep *step);
void pamong_step_next (PamongStep *step);
/** pamong_step_frame: title, one line what it is for, a grid of fields, and a reserved line for what is wrong. Returns: (transfer none): the grid. */
GtkGrid *pamong_step_frame (GtkBox *step, const char *title, const char *purpose, GtkLabel **problem);
/** pamong_step_field: label with mnemonic, entry, and a hint under it (nullable). Enter goes to the next one. */
void pamong_step_field (GtkGrid *grid, int row, const char *label, GtkWidget *entry, const char *hint);
/** pamong_step_blame: shows @message in the reserved line; NULL clears it. */
void pamong_step_blame (GtkLabel *problem, const char *message);

GtkWidget *pamong_place_step_new (void);
GtkWidget *pamong_account_step_new (void);
GtkWidget *pamong_recovery_step_new (void);
GtkWidget *pamong_connect_step_new (void);
