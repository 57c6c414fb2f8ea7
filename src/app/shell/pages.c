/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/pages.h"
#include "app/check/check_page.h"
#include "app/district/villages_page.h"
#include "app/exchange/exchange_page.h"
#include "app/family/family_page.h"
#include "app/home/home_page.h"
#include "app/inject/inject_page.h"
#include "app/letters/letters_page.h"
#include "app/reports/reports_page.h"
#include "app/residents/page.h"
#include "app/settings/settings_page.h"
#include "app/sync/sync_page.h"
#include <glib/gi18n.h>

#define AT(level) (1u << PAMONG_LEVEL_##level)
#define ABOVE (AT (DISTRICT) | AT (REGENCY))
#define OPENS(kind) (1u << PAMONG_KIND_##kind)
#define ALL (AT (VILLAGE) | ABOVE)

static const PamongPageInfo pages[] = {
  { "beranda", "go-home-symbolic", N_ ("Home"), AT (VILLAGE), FALSE, 0, pamong_home_page_new },
  { "beranda", "go-home-symbolic", N_ ("Home"), ABOVE, FALSE, 0, pamong_villages_page_new },
  { "penduduk", "system-users-symbolic", N_ ("Residents"), ALL, FALSE, OPENS (RESIDENT) | OPENS (PLACE), pamong_residents_page_new },
  { "keluarga", "x-office-address-book-symbolic", N_ ("Families"), ALL, FALSE, OPENS (FAMILY), pamong_family_page_new },
  { "surat", "emblem-documents-symbolic", N_ ("Letters"), AT (VILLAGE), FALSE, 0, pamong_letters_page_new },
  { "perlu-dicek", "dialog-warning-symbolic", N_ ("To check"), AT (VILLAGE), FALSE, 0, pamong_check_page_new },
  { "laporan", "x-office-spreadsheet-symbolic", N_ ("Reports & books"), ALL, TRUE, 0, pamong_reports_page_new },
  { "isian-kabupaten", "document-send-symbolic", N_ ("Fill in villages"), AT (REGENCY), TRUE, 0, pamong_inject_page_new },
  { "impor-ekspor", "folder-open-symbolic", N_ ("Import & export"), ALL, TRUE, 0, pamong_exchange_page_new },
  { "sinkronisasi", "emblem-synchronizing-symbolic", N_ ("Sending"), ALL, TRUE, 0, pamong_sync_page_new },
  { "pengaturan", "emblem-system-symbolic", N_ ("Settings"), ALL, TRUE, 0, pamong_settings_page_new },
  { NULL }
};

const PamongPageInfo *
pamong_pages (void)
{
  return pages;
}

gboolean
pamong_page_info_fits (const PamongPageInfo *info, PamongLevel level)
{
  return (info->levels & (1u << level)) != 0;
}

const PamongPageInfo *
pamong_pages_find (const char *name, PamongLevel level)
{
  for (const PamongPageInfo *info = pages; info->name != NULL; info++)
    if (g_strcmp0 (info->name, name) == 0 && pamong_page_info_fits (info, level))
      return info;
  return NULL;
}

const PamongPageInfo *
pamong_pages_for (PamongKind kind, PamongLevel level)
{
  for (const PamongPageInfo *info = pages; info->name != NULL; info++)
    if ((info->opens & (1u << kind)) != 0 && pamong_page_info_fits (info, level))
      return info;
  return NULL;
}
