/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <adwaita.h>

/* The program: command line, style, and its one window. Every data folder has its own; the store's lock keeps a second one out. */
#define PAMONG_TYPE_APPLICATION (pamong_application_get_type ())
G_DECLARE_FINAL_TYPE (PamongApplication, pamong_application, PAMONG, APPLICATION, AdwApplication)
PamongApplication *pamong_application_new (void);
/** pamong_application_status: Returns: exit status: 0, or 4 when the store is in use or damaged. */
int pamong_application_status (PamongApplication *app);
