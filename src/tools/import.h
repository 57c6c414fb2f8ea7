/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/imports.h"
#include "tools/cli.h"

/** pamong_cli_put_import: figures of an import, in an object that is open. */
void pamong_cli_put_import (JsonBuilder *b, const PamongImport *import);
/** pamong_cli_put_import_findings: the array "findings". */
gboolean pamong_cli_put_import_findings (JsonBuilder *b, PamongStore *store, const char *uid, GError **error);
/** pamong_cli_import_desil: (desil.c): @rows: (element-type PamongDesilRow). Returns: the exit code. */
int pamong_cli_import_desil (PamongCli *cli, PamongOffice *office, GPtrArray *rows);
