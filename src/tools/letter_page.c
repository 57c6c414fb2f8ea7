/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tools/letter_page.h"
#include "office/identity.h"

struct _PamongLetterPage {
  PamongText *text;
  PamongSheet sheet;
  GBytes *logo;
  PamongLetterDrawer drawer;
};

static GBytes *
draw_cb (const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, gpointer data, GError **error)
{
  return pamong_letter_page_pdf (data, type, facts, code, words, NULL, error);
}

static char *
purpose_cb (const PamongLetterType *type, PamongLetterFacts *facts, gpointer data)
{
  return pamong_letter_purpose (type, facts);
}

/* "20 15 20 15": left, top, right, bottom. */
static void
read_margins (PamongSheet *sheet, const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "", " ", -1);
  double *places[] = { &sheet->left, &sheet->top, &sheet->right, &sheet->bottom };

  for (guint i = 0; g_strv_length (parts) == G_N_ELEMENTS (places) && i < G_N_ELEMENTS (places); i++)
    *places[i] = g_ascii_strtod (parts[i], NULL);
}

static PamongSheet
read_sheet (const PamongRecord *numbering)
{
  PamongSheet sheet = PAMONG_SHEET_USUAL;

  if (g_strcmp0 (pamong_record_text (numbering, PAMONG_NUMBERING_PAPER), "a4") == 0)
    sheet.paper = PAMONG_SHEET_A4;
  if (g_strcmp0 (pamong_record_text (numbering, PAMONG_NUMBERING_FONT), "sans") == 0)
    sheet.family = PAMONG_FONT_SANS;
  sheet.plain = pamong_record_int (numbering, PAMONG_NUMBERING_PLAIN) != 0;
  read_margins (&sheet, pamong_record_text (numbering, PAMONG_NUMBERING_MARGINS));
  return sheet;
}

static GBytes *
read_logo (const PamongRecord *identity)
{
  const char *text = pamong_record_text (identity, PAMONG_IDENTITY_LOGO);
  gsize size = 0;
  guint8 *data = text != NULL ? g_base64_decode (text, &size) : NULL;

  return data != NULL ? g_bytes_new_take (data, size) : NULL;
}

PamongLetterPage *
pamong_letter_page_new (PamongStore *store, GError **error)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (store, error);
  g_autoptr (PamongRecord) identity = numbering != NULL ? pamong_identity (store, error) : NULL;
  PamongLetterPage *page;

  if (identity == NULL)
    return NULL;
  page = g_new0 (PamongLetterPage, 1);
  page->text = pamong_text_new ();
  page->sheet = read_sheet (numbering);
  page->logo = read_logo (identity);
  page->drawer = (PamongLetterDrawer) { draw_cb, purpose_cb, page };
  return page;
}

void
pamong_letter_page_free (PamongLetterPage *page)
{
  if (page == NULL)
    return;
  pamong_text_free (page->text);
  g_clear_pointer (&page->logo, g_bytes_unref);
  g_free (page);
}

const PamongLetterDrawer *
pamong_letter_page_drawer (PamongLetterPage *page)
{
  return &page->drawer;
}

GBytes *
pamong_letter_page_pdf (PamongLetterPage *page, const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, const char *mark, GError **error)
{
  PamongLetterPrint print = { type, facts, page->sheet, page->logo, code, words, mark, (const char *const *) type->attachments, FALSE };
  g_autoptr (PamongLetter) letter = pamong_letter_new (page->text, &print, error);

  return letter != NULL ? pamong_letter_pdf (letter, error) : NULL;
}
