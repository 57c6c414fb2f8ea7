/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/** PAMONG_UID_LENGTH: characters of a uid: 16 random bytes (UUID v4) in unpadded base64url. */
#define PAMONG_UID_LENGTH 22

/** PamongRandomFunc: fills @bytes with @n random bytes. */
typedef void (*PamongRandomFunc) (guint8 *bytes, gsize n, gpointer data);

/** pamong_uid_set_random: (skip): injects the random source; NULL restores the default. Tests and the simulator seed it. */
void pamong_uid_set_random (PamongRandomFunc func, gpointer data);
/** pamong_uid_new: Returns: (transfer full): a new random uid. */
char *pamong_uid_new (void);
/** pamong_uid_new_at: a random one too, but @place among @of others goes through the order of uids from its beginning to its end: of many rows made one after the other, the indexes are
 * then walked through once instead of being torn open at random. Returns: (transfer full). */
char *pamong_uid_new_at (guint place, guint of);
/** pamong_uid_derive: the same parts give the same uid on every PC (SHA-256, version 8 bits). For area records.
 * @name_space: e.g. "area". @parts: (array zero-terminated=1). Returns: (transfer full). */
char *pamong_uid_derive (const char *name_space, const char *const *parts);
/** pamong_uid_of_area: the uid of an area record: two PCs that enter the same RT make the same record, and the centre knows whose it is.
 * @area: code of the village. @dusun, @rw, @rt: (nullable). Returns: (transfer full). */
char *pamong_uid_of_area (const char *area, const char *dusun, const char *rw, const char *rt);
/** pamong_uid_of_identity: the uid of the one identity record of the place @area. Returns: (transfer full). */
char *pamong_uid_of_identity (const char *area);
/** pamong_uid_of_numbering: the uid of the one numbering record of the village @area. Returns: (transfer full). */
char *pamong_uid_of_numbering (const char *area);
/** pamong_uid_of_letter_type: the uid of the village's own version of the type @key. Returns: (transfer full). */
char *pamong_uid_of_letter_type (const char *area, const char *key);
/** pamong_uid_is_derived: was @uid, a valid one, made by pamong_uid_derive, and not by chance? */
gboolean pamong_uid_is_derived (const char *uid);
/** pamong_uid_is_valid: 22 characters of the base64url alphabet. */
gboolean pamong_uid_is_valid (const char *uid);
