/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/session.h"
#include <gtk/gtk.h>

/* Before this computer is connected: address and activation code. */
#define PAMONG_TYPE_CONNECT_CARD (pamong_connect_card_get_type ())
G_DECLARE_FINAL_TYPE (PamongConnectCard, pamong_connect_card, PAMONG, CONNECT_CARD, GtkBox)
/* Signal: "connected" (). */
GtkWidget *pamong_connect_card_new (PamongSession *session);
