/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/* The real pamong-server binary on loopback, with a folder of its own. `PAMONG_SERVER` says where the binary is. */
typedef struct _ServerProcess ServerProcess;

ServerProcess *server_process_new (void);
void server_process_free (ServerProcess *server);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ServerProcess, server_process_free)
guint16 server_process_port (ServerProcess *server);
const char *server_process_url (ServerProcess *server);
/** server_process_code: Returns: (transfer full): an activation code. */
char *server_process_code (ServerProcess *server, const char *level, const char *area);
/** server_process_admin: Returns: (transfer full): what `admin @command …` prints. */
char *server_process_admin (ServerProcess *server, const char *command, ...) G_GNUC_NULL_TERMINATED;
/** server_process_stop, _start: the program goes, its data stays; the port stays too. */
void server_process_stop (ServerProcess *server);
void server_process_start (ServerProcess *server);
