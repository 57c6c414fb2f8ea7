/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* Letter types: favourites first, then by use; typing finds. The keyboard stays in the entry: Up and Down choose, Enter takes. */
#define PAMONG_TYPE_LETTER_TYPE_LIST (pamong_letter_type_list_get_type ())
G_DECLARE_FINAL_TYPE (PamongLetterTypeList, pamong_letter_type_list, PAMONG, LETTER_TYPE_LIST, GtkWidget)
/* Signal: "chosen" (key of the type). */
GtkWidget *pamong_letter_type_list_new (PamongSession *session);
/** pamong_letter_type_list_refresh: reads types, habits and favourites anew. */
void pamong_letter_type_list_refresh (PamongLetterTypeList *list);
/** pamong_letter_type_list_entry: Returns: (transfer none): where one types. */
GtkWidget *pamong_letter_type_list_entry (PamongLetterTypeList *list);
/** pamong_letter_type_list_clear: nothing is typed any more. */
void pamong_letter_type_list_clear (PamongLetterTypeList *list);
/** pamong_letter_type_list_current: Returns: (transfer none) (nullable): key of the highlighted type. */
const char *pamong_letter_type_list_current (PamongLetterTypeList *list);
