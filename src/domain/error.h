/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/**
 * PAMONG_ERROR:
 *
 * The one error domain. A code says what the caller can do about it; `message` is Indonesian, for a
 * person, and names place and remedy. It never holds a NIK, a name, or words of SQLite.
 */
#define PAMONG_ERROR (pamong_error_quark ())
GQuark pamong_error_quark (void);

/**
 * PamongError:
 * @PAMONG_ERROR_INVALID: the input is wrong; findings or the message say where
 * @PAMONG_ERROR_NOT_FOUND: no such record
 * @PAMONG_ERROR_CONFLICT: somebody changed it meanwhile; read again
 * @PAMONG_ERROR_BUSY: another program holds the store
 * @PAMONG_ERROR_OFFLINE: no network, or what answered is not our server
 * @PAMONG_ERROR_OUTDATED: the store or the protocol is newer than this program
 * @PAMONG_ERROR_DENIED: this account or level may not do it
 * @PAMONG_ERROR_DAMAGED: the database file is damaged
 * @PAMONG_ERROR_FULL: the disk is full or refuses to write; nothing was saved
 * @PAMONG_ERROR_FAILED: anything else
 */
typedef enum {
  PAMONG_ERROR_INVALID,
  PAMONG_ERROR_NOT_FOUND,
  PAMONG_ERROR_CONFLICT,
  PAMONG_ERROR_BUSY,
  PAMONG_ERROR_OFFLINE,
  PAMONG_ERROR_OUTDATED,
  PAMONG_ERROR_DENIED,
  PAMONG_ERROR_DAMAGED,
  PAMONG_ERROR_FULL,
  PAMONG_ERROR_FAILED
} PamongError;
