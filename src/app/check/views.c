/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/check/views.h"
#include "app/check/doubles_view.h"
#include "app/check/findings_view.h"
#include "app/check/reasons_view.h"
#include "app/check/waiting_view.h"
#include <glib/gi18n.h>

static const PamongCheckView views[] = {
  { "temuan", N_ ("To _check"), pamong_findings_view_new },
  { "ganda", N_ ("Possible _doubles"), pamong_doubles_view_new },
  { "dukcapil", N_ ("_Waiting for Dukcapil"), pamong_waiting_view_new },
  { "alasan", N_ ("_Reasons kept"), pamong_reasons_view_new },
  { NULL }
};

const PamongCheckView *
pamong_check_views (void)
{
  return views;
}
