/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/page.h"

G_DEFINE_INTERFACE (PamongPage, pamong_page, GTK_TYPE_WIDGET)

static void
pamong_page_default_init (PamongPageInterface *iface)
{
}

void
pamong_page_shown (PamongPage *page)
{
  if (PAMONG_PAGE_GET_IFACE (page)->shown != NULL)
    PAMONG_PAGE_GET_IFACE (page)->shown (page);
}

gboolean
pamong_page_open (PamongPage *page, PamongKind kind, const char *uid)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->open != NULL && iface->open (page, kind, uid);
}

gboolean
pamong_page_view (PamongPage *page, const char *name)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->view != NULL && iface->view (page, name);
}

gboolean
pamong_page_edit (PamongPage *page, PamongKind kind, const char *uid, int field)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->edit != NULL ? iface->edit (page, kind, uid, field) : pamong_page_open (page, kind, uid);
}

const PamongPageKey *
pamong_page_keys (PamongPage *page)
{
  static const PamongPageKey none[] = { { NULL, NULL } };
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->keys != NULL ? iface->keys (page) : none;
}

gboolean
pamong_page_leave (PamongPage *page)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->leave == NULL || iface->leave (page);
}

char *
pamong_page_foot (PamongPage *page)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->foot != NULL ? iface->foot (page) : NULL;
}

gboolean
pamong_page_zoom (PamongPage *page, int step)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->zoom != NULL && iface->zoom (page, step);
}

gboolean
pamong_page_is_filled (PamongPage *page)
{
  PamongPageInterface *iface = PAMONG_PAGE_GET_IFACE (page);

  return iface->is_filled == NULL || iface->is_filled (page);
}
