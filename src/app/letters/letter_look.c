/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/letters/letter_look.h"
#include "office/identity.h"

static GBytes *
read_logo (PamongSession *session)
{
  g_autoptr (PamongRecord) identity = pamong_identity (pamong_session_store (session), NULL);
  const char *text = identity != NULL ? pamong_record_text (identity, PAMONG_IDENTITY_LOGO) : NULL;
  gsize length = 0;
  guchar *data = text != NULL ? g_base64_decode (text, &length) : NULL;

  return data != NULL ? g_bytes_new_take (data, length) : NULL;
}

static double
margin (char **parts, guint n, double usual)
{
  double mm = g_strv_length (parts) == 4 ? g_ascii_strtod (parts[n], NULL) : 0;

  return mm > 0 && mm < 60 ? mm : usual;
}

/* How the village prints its letters. */
static void
take_usual (PamongLetterLook *look, PamongSession *session)
{
  g_autoptr (PamongRecord) numbering = pamong_numbering (pamong_session_store (session), NULL);
  const char *margins = numbering != NULL ? pamong_record_text (numbering, PAMONG_NUMBERING_MARGINS) : NULL;
  g_auto (GStrv) parts = g_strsplit_set (margins != NULL ? margins : "", ",; ", -1);

  look->sheet = PAMONG_SHEET_USUAL;
  if (numbering == NULL)
    return;
  look->sheet.paper = g_strcmp0 (pamong_record_text (numbering, PAMONG_NUMBERING_PAPER), "a4") == 0 ? PAMONG_SHEET_A4 : PAMONG_SHEET_F4;
  look->sheet.family = g_strcmp0 (pamong_record_text (numbering, PAMONG_NUMBERING_FONT), "sans") == 0 ? PAMONG_FONT_SANS : PAMONG_FONT_SERIF;
  look->sheet.plain = pamong_record_int (numbering, PAMONG_NUMBERING_PLAIN) == 1;
  look->sheet.left = margin (parts, 0, look->sheet.left);
  look->sheet.top = margin (parts, 1, look->sheet.top);
  look->sheet.right = margin (parts, 2, look->sheet.right);
  look->sheet.bottom = margin (parts, 3, look->sheet.bottom);
}

PamongLetterLook *
pamong_letter_look_new (PamongSession *session, const PamongLetterCase *letter)
{
  PamongLetterLook *look = g_new0 (PamongLetterLook, 1);
  const char *paper = pamong_letter_case_get (letter, PAMONG_LOOK_PAPER), *plain = pamong_letter_case_get (letter, PAMONG_LOOK_PLAIN);

  take_usual (look, session);
  if (paper != NULL)
    look->sheet.paper = g_str_equal (paper, "A4") ? PAMONG_SHEET_A4 : PAMONG_SHEET_F4;
  if (plain != NULL)
    look->sheet.plain = g_str_equal (plain, "1");
  look->code = g_strcmp0 (pamong_letter_case_get (letter, PAMONG_LOOK_CODE), "0") != 0;
  look->practice = pamong_session_is_practice (session);
  look->logo = read_logo (session);
  return look;
}

void
pamong_letter_look_free (PamongLetterLook *look)
{
  g_clear_pointer (&look->logo, g_bytes_unref);
  g_free (look);
}

const char *
pamong_letter_look_paper (const PamongLetterLook *look)
{
  return look->sheet.paper == PAMONG_SHEET_A4 ? "A4" : "F4";
}

/* Only forms that are there: a village may have named others. */
static GPtrArray *
forms_of (const PamongLetterType *type)
{
  GPtrArray *forms = g_ptr_array_new ();

  for (char **key = type->attachments; key != NULL && *key != NULL; key++)
    {
      g_autofree char *body = pamong_letter_form (*key);

      if (body != NULL)
        g_ptr_array_add (forms, *key);
    }
  g_ptr_array_add (forms, NULL);
  return forms;
}

PamongLetter *
pamong_letter_look_lay (const PamongLetterLook *look, PamongText *text, const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, GError **error)
{
  g_autoptr (GPtrArray) forms = forms_of (type);
  PamongLetterPrint print = { .type = type, .facts = facts, .sheet = look->sheet, .logo = look->logo, .code = look->code ? code : NULL, .code_words = look->code ? words : NULL,
                              .forms = (const char *const *) forms->pdata, .practice = look->practice };

  return pamong_letter_new (text, &print, error);
}

static GBytes *
draw (const PamongLetterType *type, PamongLetterFacts *facts, const char *code, const char *words, gpointer data, GError **error)
{
  g_autoptr (PamongText) text = pamong_text_new ();
  g_autoptr (PamongLetter) letter = pamong_letter_look_lay (data, text, type, facts, code, words, error);

  return letter != NULL ? pamong_letter_pdf (letter, error) : NULL;
}

static char *
purpose (const PamongLetterType *type, PamongLetterFacts *facts, gpointer data)
{
  return pamong_letter_purpose (type, facts);
}

PamongLetterDrawer
pamong_letter_look_drawer (PamongLetterLook *look)
{
  return (PamongLetterDrawer){ draw, purpose, look };
}
