/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/doubles.h"
#include "office/office.h"

/* Possible doubles of the register: two records of living people that seem to speak of one. */

/** PAMONG_DOUBLES_BY_ITSELF: up to so many people, a kecamatan, the inspector looks for doubles without being asked, and keeps what it compares (about 300 bytes each). */
#define PAMONG_DOUBLES_BY_ITSELF 100000
/** PAMONG_DOUBLE_RULE: by which a waiver says that two records are two people: its subject is one, its value the uid of the other. */
#define PAMONG_DOUBLE_RULE "double"

/** PamongDoubleSide: one of the two. @name, @rt, @dusun, @born (YYYY-MM-DD): (nullable). @has_nik: never the number itself. */
typedef struct {
  char *uid, *area, *name, *rt, *dusun, *born;
  gboolean has_nik;
} PamongDoubleSide;

/** PamongDouble: never changed once made; from any thread. @one: whose record says more: with NIK before without. @points: orders within a rank. */
typedef struct {
  PamongDoubleSide one, other;
  PamongDoubleRank rank;
  guint reasons;
  int points;
} PamongDouble;

/** pamong_doubles_find: everybody who lives here, read once; compared only where something agrees. Pairs that somebody said are two people stay away.
 * @broken: (nullable) (atomic): not 0 = stop. Returns: (transfer full) (element-type PamongDouble): the surest first, then by name; NULL on error, and without one when
 * broken off. */
GPtrArray *pamong_doubles_find (PamongStore *store, gint *broken, GError **error);
/** pamong_doubles_pair: those two records as they are now, whatever was said of them. Returns: (transfer full) (nullable): NULL when they are no doubles (rank NONE), not
 * here, or on error. Freed by pamong_double_unref. */
PamongDouble *pamong_doubles_pair (PamongStore *store, const char *uid, const char *other_uid);
void pamong_double_unref (PamongDouble *one);
PamongDouble *pamong_double_ref (PamongDouble *one);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongDouble, pamong_double_unref)

/** pamong_office_not_double: two people, for @reason: the pair does not come back, here and on every other computer, until the reason is withdrawn
 * (pamong_office_withdraw_waiver). INVALID without a reason or for one record, NOT_FOUND, DENIED away from the village. Said before: TRUE, nothing is written. */
gboolean pamong_office_not_double (PamongOffice *office, const char *uid, const char *other_uid, const char *reason, GError **error);
