/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/letters/letter_print.h"

/* What is done with a letter that has its number. Each asks what it must, and tells by @say when it was refused. */
typedef void (*PamongLetterAct) (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say);
void pamong_letter_act_signed (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say);
/** pamong_letter_act_taken: who took it; the applicant when nothing is typed. */
void pamong_letter_act_taken (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say);
void pamong_letter_act_back (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say);
void pamong_letter_act_void (GtkWidget *page, PamongSession *session, const char *uid, PamongPrintSay say);
