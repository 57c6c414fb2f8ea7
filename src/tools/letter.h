/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "office/letters.h"
#include "tools/cli.h"

/** pamong_cli_letter_case: the letter the flags speak of; whoever is not named is proposed. @type: (out) (transfer full). Returns: (transfer full). */
PamongLetterCase *pamong_cli_letter_case (PamongCli *cli, PamongStore *store, PamongLetterType **type, GError **error);
