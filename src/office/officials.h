/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"

/* Who holds the posts of a place, from when until when: head, secretary, kaur and kasi, heads of hamlets, RW and RT, fixed witnesses. How many may hold a
 * post at a time, and in which place, is data: data/identity/posts.csv. Nobody is deleted: old letters name who signed then. */

/** pamong_officials: everybody of @store. @on: (nullable): only those in office on that day (YYYY-MM-DD). In order of the posts, then of their places, the
 * newest first. Returns: (transfer full) (element-type PamongRecord). */
GPtrArray *pamong_officials (PamongStore *store, const char *on, GError **error);
/** pamong_officials_at: the same of the place @area, as far as this computer knows it: a district holds those of its villages too. */
GPtrArray *pamong_officials_at (PamongStore *store, const char *area, const char *on, GError **error);
/** pamong_official_holds: Returns: TRUE when @official is in office on @on. */
gboolean pamong_official_holds (const PamongRecord *official, const char *on);
/** pamong_official_title: Returns: (transfer full): the post in the words of this place: "Lurah", "Plt. Kepala Desa", "Ketua RT 003 RW 001 Krajan". */
char *pamong_official_title (PamongStore *store, const PamongRecord *official);
/** pamong_official_rival: somebody who holds the same post in the same place on a common day, one more than may; of several the newest. A Plh. stands beside
 * the holder, who is only away for a while (UU 30/2014 article 14), and is in the way of another Plh. only. Returns: (transfer full) (nullable). */
PamongRecord *pamong_official_rival (PamongStore *store, const PamongRecord *official);
/** pamong_official_rival_words: Returns: (transfer full): who holds which post since when, for a person. */
char *pamong_official_rival_words (PamongStore *store, const PamongRecord *rival);
/** pamong_office_save_official: a new one (@before NULL; it gets a uid) or the fields in which @after differs from @before. CONFLICT when there is a rival: pamong_official_rival
 * names them, pamong_office_replace_official ends their time. INVALID: no name, post or start; no place for a head of hamlet, RW or RT; no NIK of a witness;
 * an end before the start. DENIED for an account limited to a part. */
gboolean pamong_office_save_official (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error);
/** pamong_office_replace_official: the same, and in the same transaction every rival's time ends the day before @after begins. INVALID when a rival
 * began no earlier than @after: then one of the dates is wrong. */
gboolean pamong_office_replace_official (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error);
/** pamong_office_end_official: the last day in office is @date (YYYY-MM-DD). */
gboolean pamong_office_end_official (PamongOffice *office, const char *uid, const char *date, GError **error);
