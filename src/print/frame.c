/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "print/frame.h"

#include <glib/gi18n-lib.h>

#include "domain/clock.h"
#include "domain/codes.h"
#include "office/identity.h"
#include "office/officials.h"
#include "paper/words.h"

enum { POST_HEAD = 1, POST_SECRETARY = 2 };
enum { FORM_DEFINITIVE = 1, FORM_DAILY = 4 };
#define DOTS "(..................................................)"

static void
signer_clear (PamongSigner *signer)
{
  g_strfreev (signer->before);
  g_free (signer->name);
  g_free (signer->after);
}

void
pamong_frame_free (PamongFrame *frame)
{
  if (frame == NULL)
    return;
  g_strfreev (frame->letterhead);
  g_strfreev (frame->lines);
  g_free (frame->address);
  g_free (frame->title);
  g_free (frame->running);
  g_free (frame->empty);
  g_free (frame->basis);
  g_free (frame->note);
  g_clear_pointer (&frame->logo, g_bytes_unref);
  signer_clear (&frame->left);
  signer_clear (&frame->right);
  g_free (frame);
}

/* Who acts for the holder on that day signs; a Plh. stands beside the holder who is away. */
static const PamongRecord *
find_holder (GPtrArray *officials, gint64 post)
{
  const PamongRecord *holder = NULL;

  for (guint i = 0; i < officials->len; i++)
    {
      const PamongRecord *official = g_ptr_array_index (officials, i);

      if (pamong_record_int (official, PAMONG_OFFICIAL_POST) == post && (holder == NULL || pamong_record_int (official, PAMONG_OFFICIAL_FORM) == FORM_DAILY))
        holder = official;
    }
  return holder;
}

/* "KEPALA DESA", "Pj. KEPALA DESA". */
static char *
post_title (const PamongRecord *identity, PamongIdentityWord word, const PamongRecord *holder)
{
  g_autofree char *words = pamong_identity_word_of (identity, word), *title = g_utf8_strup (words, -1);
  const PamongCode *form = holder != NULL ? pamong_codes_find ("bentuk_jabatan", (int) pamong_record_int (holder, PAMONG_OFFICIAL_FORM)) : NULL;

  if (form == NULL || form->code == FORM_DEFINITIVE || form->short_label == NULL)
    return g_steal_pointer (&title);
  return g_strdup_printf ("%s %s", form->short_label, title);
}

static void
set_name (PamongSigner *signer, const PamongRecord *holder)
{
  const char *nip = holder != NULL ? pamong_record_text (holder, PAMONG_OFFICIAL_NIP) : NULL, *nipd = holder != NULL ? pamong_record_text (holder, PAMONG_OFFICIAL_NIPD) : NULL;

  signer->name = g_strdup (holder != NULL ? pamong_record_text (holder, PAMONG_OFFICIAL_NAME) : DOTS);
  if (nip != NULL)
    signer->after = g_strdup_printf ("NIP. %s", nip);
  else if (nipd != NULL)
    signer->after = g_strdup_printf ("NIPD. %s", nipd);
}

static gboolean
set_signers (PamongFrame *frame, PamongStore *store, const PamongRecord *identity, const char *today, GError **error)
{
  g_autoptr (GPtrArray) officials = pamong_officials_at (store, identity->area, today, error);
  const PamongRegion *region = pamong_regions_find (identity->area);
  const PamongRecord *head, *secretary;
  g_autofree char *day = pamong_paper_day (today), *place_day = NULL, *left = NULL, *right = NULL;

  if (officials == NULL)
    return FALSE;
  head = find_holder (officials, POST_HEAD);
  secretary = find_holder (officials, POST_SECRETARY);
  left = post_title (identity, PAMONG_WORD_HEAD, head);
  right = post_title (identity, PAMONG_WORD_SECRETARY, secretary);
  place_day = g_strdup_printf ("%s, %s", region != NULL ? region->name : identity->area, day);
  frame->left.before = g_strdupv ((char *[]) { _("ACKNOWLEDGED BY"), left, NULL });
  frame->right.before = g_strdupv ((char *[]) { place_day, right, NULL });
  set_name (&frame->left, head);
  set_name (&frame->right, secretary);
  return TRUE;
}

static void
set_letterhead (PamongFrame *frame, const PamongRecord *identity)
{
  const char *address = pamong_record_text (identity, PAMONG_IDENTITY_ADDRESS), *postcode = pamong_record_text (identity, PAMONG_IDENTITY_POSTCODE),
             *phone = pamong_record_text (identity, PAMONG_IDENTITY_PHONE), *logo = pamong_record_text (identity, PAMONG_IDENTITY_LOGO);
  g_autoptr (GString) line = g_string_new (address);

  frame->letterhead = pamong_identity_letterhead (identity);
  if (address != NULL && postcode != NULL)
    g_string_append_printf (line, " %s", postcode);
  if (phone != NULL)
    g_string_append_printf (line, _("%sTel. %s"), line->len > 0 ? "  " : "", phone);
  if (line->len > 0)
    frame->address = g_string_free (g_steal_pointer (&line), FALSE);
  if (logo != NULL)
    {
      gsize size = 0;
      guchar *bytes = g_base64_decode (logo, &size);

      frame->logo = g_bytes_new_take (bytes, size);
    }
}

static void
set_titles (PamongFrame *frame, const PamongRecord *identity, PamongFilled *filled)
{
  const PamongRegister *reg = pamong_filled_register (filled);
  g_autofree char *place = pamong_regions_title (identity->area), *words = g_strdup_printf ("%s%s%s %s", reg->code != NULL ? reg->code : "", reg->code != NULL ? "  " : "", reg->title, place);
  g_autofree char *day = pamong_paper_day (pamong_filled_today (filled)), *month = pamong_filled_month (filled) != NULL ? pamong_paper_month (pamong_filled_month (filled)) : NULL;
  g_autofree char *when = month != NULL ? g_strdup_printf (_("Month of %s"), month) : g_strdup_printf (_("As of %s"), day);
  const char *subject = pamong_filled_subject (filled);
  g_autofree char *hamlet_word = pamong_identity_word_of (identity, PAMONG_WORD_HAMLET);
  g_autofree char *hamlet = pamong_filled_dusun (filled) != NULL ? g_strdup_printf ("%s %s", hamlet_word, *pamong_filled_dusun (filled) != '\0' ? pamong_filled_dusun (filled) : "-") : NULL;

  frame->title = g_utf8_strup (words, -1);
  frame->lines = subject != NULL ? g_strdupv ((char *[]) { (char *) subject, when, hamlet, NULL }) : g_strdupv ((char *[]) { when, hamlet, NULL });
  frame->running = g_strconcat (words, "   ", when, hamlet != NULL ? "   " : "", hamlet, NULL);
  frame->basis = g_strdup (reg->basis);
  frame->empty = g_strdup (reg->empty != NULL ? reg->empty : _("NIL. Nothing to enter here."));
}

static char *
note_words (const char *by)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_local (pamong_clock_now ());
  g_autofree char *when = now != NULL ? g_date_time_format (now, "%d-%m-%Y %H.%M") : g_strdup ("");

  return by != NULL ? g_strdup_printf (_("Printed %s by %s"), when, by) : g_strdup_printf (_("Printed %s"), when);
}

PamongFrame *
pamong_frame_new (PamongStore *store, PamongFilled *filled, const char *by, gboolean practice, GError **error)
{
  g_autoptr (PamongFrame) frame = g_new0 (PamongFrame, 1);
  g_autoptr (PamongRecord) identity = pamong_identity_at (store, pamong_filled_area (filled), error);

  if (identity == NULL || !set_signers (frame, store, identity, pamong_filled_today (filled), error))
    return NULL;
  set_letterhead (frame, identity);
  set_titles (frame, identity, filled);
  frame->note = note_words (by);
  frame->practice = practice;
  return g_steal_pointer (&frame);
}
