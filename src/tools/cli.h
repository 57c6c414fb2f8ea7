/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/office.h"
#include <json-glib/json-glib.h>

/* pamongctl: the same acts without a display. Exit codes are a contract: people script against them. */
typedef enum {
  PAMONG_EXIT_DONE = 0,      /* warnings may be given */
  PAMONG_EXIT_REFUSED = 1,   /* findings given */
  PAMONG_EXIT_USAGE = 2,
  PAMONG_EXIT_OFFLINE = 3,   /* server not reachable */
  PAMONG_EXIT_STORE = 4,     /* store damaged, newer or in use */
  PAMONG_EXIT_NOT_ALLOWED = 5
} PamongExit;

/**
 * PamongCli: one call of the program.
 * @args: words after the command, flags taken out
 * @flags: (element-type utf8 GPtrArray): every `--name VALUE` and `-f FIELD=VALUE` of the command, by name without dashes; a flag may repeat
 */
typedef struct {
  char *dir;
  char *operator_name;
  gboolean json;
  GPtrArray *args;
  GHashTable *flags;
} PamongCli;

typedef int (*PamongCommandFunc) (PamongCli *cli);
/** PamongCommand: @words: "resident add"; @usage: what follows them; @switches: flags that take no value, separated by blanks, or NULL. */
typedef struct {
  const char *words;
  const char *usage;
  const char *switches;
  PamongCommandFunc run;
} PamongCommand;

extern const PamongCommand pamong_commands_backup[];
extern const PamongCommand pamong_commands_start[];
extern const PamongCommand pamong_commands_resident[];
extern const PamongCommand pamong_commands_doubles[];
extern const PamongCommand pamong_commands_export[];
extern const PamongCommand pamong_commands_family[];
extern const PamongCommand pamong_commands_identity[];
extern const PamongCommand pamong_commands_import[];
extern const PamongCommand pamong_commands_inject[];
extern const PamongCommand pamong_commands_letter[];
extern const PamongCommand pamong_commands_letter_settings[];
extern const PamongCommand pamong_commands_life[];
extern const PamongCommand pamong_commands_line[];
extern const PamongCommand pamong_commands_merge[];
extern const PamongCommand pamong_commands_practice[];
extern const PamongCommand pamong_commands_report[];

const char *pamong_cli_flag (PamongCli *cli, const char *name);
gboolean pamong_cli_has (PamongCli *cli, const char *name);
/** pamong_cli_flags: Returns: (transfer none) (nullable): every value given for @name. */
GPtrArray *pamong_cli_flags (PamongCli *cli, const char *name);
const char *pamong_cli_arg (PamongCli *cli, guint index);
/** pamong_cli_number: @value: (inout): stays as it is when @name was not given. Returns: FALSE when it is no number, after saying so. */
gboolean pamong_cli_number (PamongCli *cli, const char *name, gint64 *value);
/** pamong_cli_date: @date: (out) (transfer full) (nullable): NULL when @name was not given. Returns: FALSE with INVALID when there is no such date. */
gboolean pamong_cli_date (PamongCli *cli, const char *name, char **date, GError **error);
/** pamong_cli_usage: says what is missing. Returns: PAMONG_EXIT_USAGE. */
int pamong_cli_usage (PamongCli *cli, const char *words);
/** pamong_cli_password: from the file named by PAMONG_PASSWORD_FILE, else asked on the terminal. Returns: (transfer full) (nullable). */
char *pamong_cli_password (const char *prompt);
/** pamong_cli_secret: the same for another secret, whose file is named by @variable. */
char *pamong_cli_secret (const char *variable, const char *prompt);

/** pamong_cli_open: the store for reading, after the operator's password was checked when @sign_in. It works beside the open desktop program. */
PamongStore *pamong_cli_open (PamongCli *cli, gboolean sign_in, GError **error);
/** pamong_cli_office: the store for an act; takes `--accept RULE=REASON`. */
PamongOffice *pamong_cli_office (PamongCli *cli, gboolean sign_in, GError **error);

/** pamong_cli_find_resident: by uid or NIK. Returns: (transfer full): NULL with NOT_FOUND. */
PamongRecord *pamong_cli_find_resident (PamongStore *store, const char *id, GError **error);
/** pamong_cli_find_family: by uid or No. KK. Returns: (transfer full): NULL with NOT_FOUND. */
PamongRecord *pamong_cli_find_family (PamongStore *store, const char *id, GError **error);

/** pamong_cli_fail: words for people on stderr. Returns: the exit code that says what the caller can do. */
int pamong_cli_fail (PamongCli *cli, const GError *error);
/** pamong_cli_refused: an act that gave FALSE: its findings (JSON on stdout, words on stderr), or @error. */
int pamong_cli_refused (PamongCli *cli, GPtrArray *findings, const GError *error);
/** pamong_cli_print: (transfer full) takes @builder; one JSON document on stdout. Without --json the same in a readable layout. */
int pamong_cli_print (PamongCli *cli, JsonBuilder *builder);
/** pamong_cli_list: Returns: (transfer full): a list of @total begun; its items follow. */
JsonBuilder *pamong_cli_list (guint total);
/** pamong_cli_print_list: ends what pamong_cli_list began and prints it; takes @builder. */
int pamong_cli_print_list (PamongCli *cli, JsonBuilder *builder);

/** pamong_cli_take_fields: every `-f FIELD=VALUE` into @record. INVALID names what is no field, or no value of it. */
gboolean pamong_cli_take_fields (PamongCli *cli, PamongRecord *record, GError **error);
/** pamong_cli_print_record: as pamong_cli_put_record(), the whole document. */
int pamong_cli_print_record (PamongCli *cli, const PamongRecord *record);

/* json.c: what commands.md promises */
void pamong_cli_put_text (JsonBuilder *b, const char *key, const char *text); /* null when empty */
void pamong_cli_put_int (JsonBuilder *b, const char *key, gint64 value);
void pamong_cli_put_findings (JsonBuilder *b, GPtrArray *findings);
void pamong_cli_put_resident (JsonBuilder *b, PamongStore *store, const PamongRecord *resident, GPtrArray *findings);
/** pamong_cli_put_record: uid and every field of a record that is no resident. */
void pamong_cli_put_record (JsonBuilder *b, const PamongRecord *record);
void pamong_cli_put_family (JsonBuilder *b, PamongStore *store, const PamongFamilyCard *card, GPtrArray *findings);
