/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gtk/gtk.h>

/* Drive real widgets in process: find them by name, type, press keys, wait for what must come. Every wait has a limit and fails at it. */

/** drive_settle: until the main loop has nothing ready, no desk owes an answer, and every window has been drawn since. */
void drive_settle (void);
typedef gboolean (*DriveTest) (gpointer data);
/** drive_until: waits until @test holds; aborts after a minute. @what: for the failure's words. */
void drive_until (DriveTest test, gpointer data, const char *what);
/** drive_find: the widget named @name below @root; aborts if there is none. */
GtkWidget *drive_find (GtkWidget *root, const char *name);
/** drive_button: the mapped button below @root whose words are @words (mnemonic left out); NULL if none. */
GtkWidget *drive_button (GtkWidget *root, const char *words);
/** drive_label: the mapped label below @root that contains @words; aborts if there is none. */
GtkWidget *drive_label (GtkWidget *root, const char *words);
/** drive_shows: a mapped label below @root contains @words. */
gboolean drive_shows (GtkWidget *root, const char *words);
void drive_expect (GtkWidget *root, const char *words);
/** drive_type: replaces the text of an entry, as typed. */
void drive_type (GtkWidget *entry, const char *text);
/** drive_key: a key on @widget through its key controllers and those of its parents, capture first. Returns: TRUE if one took it. */
gboolean drive_key (GtkWidget *widget, guint key, GdkModifierType state);
/** drive_click: emits clicked; aborts when the button is not sensitive. */
void drive_click (GtkWidget *button);
