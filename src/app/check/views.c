/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/views.h"
#include "app/check/waiting_view.h"
#include <glib/gi18n.h>

static const PamongCheckView views[] = {
  { "dukcapil", N_ ("_Waiting for Dukcapil"), pamong_waiting_view_new },
  { NULL }
};

const PamongCheckView *
pamong_check_views (void)
{
  return views;
}
