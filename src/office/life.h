/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Family life: each act changes both people at once and leaves one event that pamong_office_undo takes back whole. */

/** PamongHousehold: where a couple lives from now on. */
typedef enum {
  PAMONG_HOUSEHOLD_SAME,  /* cards stay as they are */
  PAMONG_HOUSEHOLD_NEW,   /* both leave for a new family; the first of them leads it. It waits for Dukcapil */
  PAMONG_HOUSEHOLD_FIRST, /* the second joins the family of the first */
  PAMONG_HOUSEHOLD_SECOND
} PamongHousehold;

/** PamongMarriage: @certificate: (nullable): number of the akta or buku nikah. @date: (nullable): YYYY-MM-DD. @shdk: place of who joins the other's card,
 * 0 = istri or suami beside the head, else menantu. @papers: (nullable). */
typedef struct {
  const char *certificate, *date;
  PamongHousehold household;
  int shdk;
  const PamongPapers *papers;
} PamongMarriage;

/** pamong_office_marry: both become kawin, event MARRIED of @first with @second as the other. Refused: one person twice, two of one sex (UU 1/1974 article 1), a wife to
 * date, a husband to date without a reason (the permission of the court, articles 3 to 5). Under 19 the rule married-young warns (UU 16/2019 article 7). *family_uid: (out) (optional) (transfer full) (nullable): the new family. */
gboolean pamong_office_marry (PamongOffice *office, const char *first, const char *second, const PamongMarriage *marriage, const char *reason, char **family_uid,
                              GPtrArray **findings, GError **error);
/** pamong_office_divorce: both become cerai hidup, with @certificate and @date (both nullable). @second: NULL when the other does not live in this village. @leaver: (nullable): one of
 * them, who leaves for a new family of his own that waits for Dukcapil. @papers: (nullable). */
gboolean pamong_office_divorce (PamongOffice *office, const char *first, const char *second, const char *certificate, const char *date, const char *leaver,
                                const PamongPapers *papers, const char *reason, char **family_uid, GPtrArray **findings, GError **error);
/** pamong_office_adopt_child: an unmarried child joins @family_uid as a child; the names of the parents by birth stay (UU 23/2002 article 39). @papers: (nullable). */
gboolean pamong_office_adopt_child (PamongOffice *office, const char *child, const char *family_uid, const char *date, const PamongPapers *papers, const char *reason,
                                    GPtrArray **findings, GError **error);
/** pamong_office_correct_nik: another number for @resident_uid; father_nik and mother_nik of others that name the old one follow. The old one stays in the event. */
gboolean pamong_office_correct_nik (PamongOffice *office, const char *resident_uid, const char *nik, const char *reason, GPtrArray **findings, GError **error);
