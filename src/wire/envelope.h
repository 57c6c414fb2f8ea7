/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "wire/change.h"

/* What goes over the line; the prose is in README.md. All structs are plain; *_free frees everything. Parsers return NULL with INVALID. */
#define PAMONG_PROTO 1
#define PAMONG_SCHEMA 1
#define PAMONG_CONTENT_TYPE "application/vnd.pamong+json"
#define PAMONG_HEADER_DEVICE "Pamong-Device"
#define PAMONG_HEADER_SIGNATURE "Pamong-Signature"
#define PAMONG_HEADER_SERVER "Pamong-Server" /* server id, in every answer */
#define PAMONG_BATCH_BYTES 32768             /* compressed, cut only between acts */
#define PAMONG_ACT_MAX 500
#define PAMONG_BODY_CAP (8 * 1024 * 1024)    /* unpacked */

typedef struct { char *code, *public_key, *level, *area; } PamongEnrolRequest;
/** PamongEnrolAnswer: @desk: which computer of its village this is, 0 = an older server does not say. */
typedef struct { char *device; gint64 epoch; char *server_id; char **areas; gint64 time, desk; } PamongEnrolAnswer;
/** PamongHelloRequest: @copy: (nullable): which copy of this computer's data speaks. @claims: it was put back, has fetched what it missed up to the mark @seen, and
 * asks to go on as the only one (R18). */
typedef struct { gint64 epoch, last_acked, waiting, held; int proto, schema; char *app_version; char *copy; gboolean claims; gint64 seen; } PamongHelloRequest;
/** PamongHelloAnswer: @stale: the server has more of this computer than the copy that asks: fetch it back (pull with @whole) and claim, before anything is sent. */
typedef struct { char *server_id; gint64 server_epoch, epoch, high, time; char **areas; gboolean stale; gint64 desk; } PamongHelloAnswer;
typedef struct { char *device; gint64 epoch; int schema, proto; gint64 from_seq; GPtrArray *changes; /* PamongChange */ } PamongPushRequest;

/** PamongOutcome: the closed list of R5. */
typedef enum { PAMONG_OUTCOME_APPLIED, PAMONG_OUTCOME_MERGED, PAMONG_OUTCOME_NOOP, PAMONG_OUTCOME_CONFLICT, PAMONG_OUTCOME_REJECTED, PAMONG_OUTCOME_DEPENDENT } PamongOutcome;
const char *pamong_outcome_name (PamongOutcome outcome);
int pamong_outcome_from_name (const char *name);

/** PamongReason: why a change was rejected; data/… none: one registry in wire/reasons.c: code, English key, Indonesian words, remedy. Numbers never reused. */
typedef enum {
  PAMONG_REASON_NONE = 0, PAMONG_REASON_UNKNOWN_KIND = 1, PAMONG_REASON_UNKNOWN_FIELD = 2, PAMONG_REASON_UNKNOWN_OP = 3, PAMONG_REASON_BAD_VALUE = 4,
  PAMONG_REASON_TOO_BIG = 5, PAMONG_REASON_NOT_YOUR_AREA = 6, PAMONG_REASON_NO_SUCH_RECORD = 7, PAMONG_REASON_EXISTS = 8, PAMONG_REASON_ACTOR = 9,
  PAMONG_REASON_LEVEL = 10, PAMONG_REASON_ACT_BROKEN = 11 /* another change of the same act was rejected */,
  PAMONG_REASON_KEPT = 12
} PamongReason;
/** pamong_reason_words, _remedy: what happened and what to do, for a person, translated; a number this program does not know asks for a newer one. */
const char *pamong_reason_words (PamongReason reason);
const char *pamong_reason_remedy (PamongReason reason);
/** pamong_reason_key: Returns: English key for lists and logs, "unknown" for a number not known. */
const char *pamong_reason_key (PamongReason reason);

/** PamongResult: answer to one change, or to a run of them: @from..@to (equal unless APPLIED). @version: new server version for merged, noop, conflict.
 * @conflicts: (nullable) (element-type PamongRecord CONFLICT): one per clashing group. @on: the seq it depends on. @warnings: (nullable) rule ids. */
typedef struct {
  gint64 from, to;
  PamongOutcome outcome;
  PamongReason reason;
  gint64 on;
  gint64 version;
  GPtrArray *conflicts;
  char **warnings;
} PamongResult;
PamongResult *pamong_result_new (gint64 seq, PamongOutcome outcome);
void pamong_result_free (PamongResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongResult, pamong_result_free)
/** pamong_result_to_json, _from_json: one result as it stands in the answer; both ends keep it so. */
char *pamong_result_to_json (const PamongResult *result);
PamongResult *pamong_result_from_json (const char *json, GError **error);
typedef struct { gint64 high, time; GPtrArray *results; /* PamongResult */ } PamongPushAnswer;

typedef struct { GPtrArray *areas; /* char* */ GPtrArray *cursors; /* char* , "" = from the start */ int limit; gboolean whole; /* also what only this computer wrote */ } PamongPullRequest;
/** PamongFeedRow: final state of one record. @record holds uid, area, version and all fields; @op PUT-like insert/update, DELETE; @by: who changed it last. */
typedef struct { PamongRecord *record; PamongOp op; char *by; char *act; gint64 t; } PamongFeedRow;
void pamong_feed_row_free (PamongFeedRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PamongFeedRow, pamong_feed_row_free)
#define PAMONG_PULL_ROWS 1000 /* most rows in one page */
#define PAMONG_PULL_AREAS 1000
/** PamongPullAnswer: @areas/@cursors: where each subscription stands after this page; @more: ask again. */
typedef struct { GPtrArray *rows; GPtrArray *areas; GPtrArray *cursors; gboolean more; gint64 server_epoch, time; } PamongPullAnswer;
/** PamongErrorAnswer: body of every non-200: code = machine word (unknown-device, revoked, bad-signature, gap, epoch, fork, too-big, replaced, upgrade, busy, bad-request,
 * code-unknown, code-used, code-expired, wrong-place, wrong-area, not-found, internal), @expected for a gap, @time of the server. */
typedef struct { char *code; gint64 expected; gint64 time; } PamongErrorAnswer;

#define PAMONG_WIRE_DECLARE(Name, name)                     \
  GBytes *pamong_##name##_format (const Name *message);     \
  Name *pamong_##name##_parse (GBytes *body, GError **error); \
  void pamong_##name##_free (Name *message);                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Name, pamong_##name##_free)
PAMONG_WIRE_DECLARE (PamongEnrolRequest, enrol_request)
PAMONG_WIRE_DECLARE (PamongEnrolAnswer, enrol_answer)
PAMONG_WIRE_DECLARE (PamongHelloRequest, hello_request)
PAMONG_WIRE_DECLARE (PamongHelloAnswer, hello_answer)
PAMONG_WIRE_DECLARE (PamongPushRequest, push_request)
PAMONG_WIRE_DECLARE (PamongPushAnswer, push_answer)
PAMONG_WIRE_DECLARE (PamongPullRequest, pull_request)
PAMONG_WIRE_DECLARE (PamongPullAnswer, pull_answer)
PAMONG_WIRE_DECLARE (PamongErrorAnswer, error_answer)
