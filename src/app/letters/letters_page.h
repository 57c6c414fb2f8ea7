/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/page.h"

/* The page Surat: whom and which letter, the letter being filled in, the counter's list, the archive. */
#define PAMONG_TYPE_LETTERS_PAGE (pamong_letters_page_get_type ())
G_DECLARE_FINAL_TYPE (PamongLettersPage, pamong_letters_page, PAMONG, LETTERS_PAGE, GtkWidget)
GtkWidget *pamong_letters_page_new (PamongSession *session);
/** pamong_letters_page_begin: a letter of the type @key about the resident @uid (nullable). FALSE: there is no such type, or it needs somebody. */
gboolean pamong_letters_page_begin (PamongLettersPage *page, const char *key, const char *uid);
