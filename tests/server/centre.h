/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/codes.h"
#include "domain/events.h"
#include "people.h"
#include "wire/crypto.h"
#include "wire/gzip.h"
#include <gio/gio.h>

/* The real pamong-server on loopback, and computers that speak to it, for the tests of this room. */

#define VILLAGE "35.22.28.2001"
#define NEIGHBOUR "35.22.28.2002"
#define DISTRICT "35.22.28"

typedef struct {
  char *dir;
  GSubprocess *process;
  guint16 port;
  gsize disk; /* bytes a file may grow to, 0 = no bound: a full disk */
} Centre;

typedef struct {
  Centre *centre;
  char *id, *public_key, *private_key, *level, *area;
  PamongRecord *account;
  gint64 seq; /* last one sent */
} Computer;

/** Answer: what came back; @body unpacked. */
typedef struct {
  int status;
  GHashTable *headers;
  GBytes *body;
} Answer;

/** centre_init: call first in main; takes the path of the server's binary from argv. */
void centre_init (int *argc, char ***argv);
/** centre_use: the same without GLib's test frame: the binary is @path. */
void centre_use (const char *path);
Centre *centre_new (void);
void centre_start (Centre *centre);
void centre_kill (Centre *centre);
/** centre_stop: SIGTERM; the exit code must be 0. */
void centre_stop (Centre *centre);
void centre_free (Centre *centre);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Centre, centre_free)
/** centre_admin: Returns: (transfer full): what the command printed; *code: (out) (optional): its exit code, else it must be 0. */
char *centre_admin (Centre *centre, int *code, ...) G_GNUC_NULL_TERMINATED;
char *centre_code (Centre *centre, const char *level, const char *area);
/** centre_check: `admin check` must find nothing. */
void centre_check (Centre *centre);

void answer_free (Answer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)
/** centre_send: one request. @headers: (nullable): "Name: value\r\n"…. Status 0 when the line broke. */
Answer *centre_send (Centre *centre, const char *method, const char *path, const char *headers, GBytes *body);
/** answer_word: the machine word of an error. Returns: (transfer full). */
char *answer_word (const Answer *answer);

/** computer_new: with a key, not enrolled yet. */
Computer *computer_new (Centre *centre, const char *level, const char *area);
/** computer_enrolled: enrolled, and its operator's account already sent. */
Computer *computer_enrolled (Centre *centre, const char *level, const char *area);
void computer_free (Computer *computer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Computer, computer_free)
Answer *computer_enrol (Computer *computer, const char *code);
/** computer_send: a signed request; packed when it is long. */
Answer *computer_send (Computer *computer, const char *path, GBytes *body);
/** computer_push: @changes (transfer full) numbered on from the last. Each change whose tx is 0 is an act of its own. The push must be answered. */
PamongPushAnswer *computer_push (Computer *computer, GPtrArray *changes);
/** computer_push_one: one change, one result, which must be there. Returns: (transfer full). */
PamongResult *computer_push_one (Computer *computer, PamongChange *change);
/** computer_pull_page: @cursors: area -> cursor, updated. Returns: (transfer full). */
PamongPullAnswer *computer_pull_page (Computer *computer, GHashTable *cursors, int limit);
/** computer_pull: all pages from @cursors on. Returns: (transfer full) (element-type PamongFeedRow): by uid, the latest row of each record. */
GHashTable *computer_pull (Computer *computer, GHashTable *cursors, int limit);
/** computer_cursors: Returns: (transfer full): the start of every area the computer may read. */
GHashTable *computer_cursors (Computer *computer);
/** computer_account: actor of the computer's changes. */
const char *computer_actor (const Computer *computer);
/** one: a list of one change, or of a family. */
GPtrArray *changes_one (PamongChange *change);
