/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/letters_private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/dates.h"
#include "office/identity.h"
#include "office/officials.h"

/* Who signs, and in which form: the head alone, "a.n." for the secretary, "a.n. … u.b." for those below. Pj., Plt. and Plh. stand before the post. */

enum { POST_HEAD = 1, POST_SECRETARY = 2, POST_FIRST_KAUR = 3, POST_LAST_KAUR = 5, POST_FIRST_KASI = 6, POST_LAST_KASI = 8, POST_HAMLET_HEAD = 9, POST_CLERGY = 10 };
enum { FORM_DAILY = 4 };

/* The names of letter.ini. */
static const struct {
  const char *name;
  gint64 first, last;
} posts[] = {
  { "kades", POST_HEAD, POST_HEAD }, { "sekdes", POST_SECRETARY, POST_SECRETARY }, { "kaur", POST_FIRST_KAUR, POST_LAST_KAUR }, { "kasi", POST_FIRST_KASI, POST_LAST_KASI },
  { "kasun", POST_HAMLET_HEAD, POST_HAMLET_HEAD }, { "modin", POST_CLERGY, POST_CLERGY },
};

static gboolean
holds_post (const PamongRecord *official, const char *name)
{
  gint64 post = pamong_record_int (official, PAMONG_OFFICIAL_POST);

  for (guint i = 0; i < G_N_ELEMENTS (posts); i++)
    if (g_str_equal (posts[i].name, name))
      return posts[i].first <= post && post <= posts[i].last;
  return FALSE;
}

/* Where the type names nobody, the head and the secretary may. */
GPtrArray *
pamong_letter_signers (PamongStore *store, const PamongLetterType *type, const char *date, GError **error)
{
  static const char *const usual[] = { "kades", "sekdes", NULL };
  g_autofree char *today = pamong_clock_today ();
  g_autoptr (GPtrArray) officials = pamong_officials (store, date != NULL ? date : today, error);
  g_autoptr (GPtrArray) signers = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);
  const char *const *names = type->signers != NULL && type->signers[0] != NULL ? (const char *const *) type->signers : usual;

  if (officials == NULL)
    return NULL;
  for (guint n = 0; names[n] != NULL; n++)
    for (guint i = 0; i < officials->len; i++)
      if (holds_post (officials->pdata[i], names[n]))
        g_ptr_array_add (signers, pamong_record_copy (officials->pdata[i]));
  return g_steal_pointer (&signers);
}

static void
refuse_signer (const PamongRecord *official, const char *date, GError **error)
{
  g_autofree char *day = pamong_date_format (date);

  if (official == NULL)
    g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Nobody who may sign this letter is in office. Fill in the officials of the village on the page Desa."));
  else
    g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("%s does not hold a post that may sign this letter on %s. Choose another signer, or look at the dates of office on the page Desa."),
                 pamong_record_text (official, PAMONG_OFFICIAL_NAME), day);
}

PamongRecord *
pamong_letter_signer (PamongStore *store, const PamongLetterType *type, const PamongLetterCase *letter, const char *date, GError **error)
{
  g_autoptr (GPtrArray) signers = pamong_letter_signers (store, type, date, error);
  g_autoptr (PamongRecord) chosen = NULL;

  if (signers == NULL)
    return NULL;
  for (guint i = 0; i < signers->len; i++)
    if (letter->signer == NULL || g_str_equal (((PamongRecord *) signers->pdata[i])->uid, letter->signer))
      return pamong_record_copy (signers->pdata[i]);
  chosen = letter->signer != NULL ? pamong_store_get (store, PAMONG_KIND_OFFICIAL, letter->signer, NULL) : NULL;
  refuse_signer (chosen, date, error);
  return NULL;
}

/* The village without "Desa": the title of its head has that word already. */
static const char *
place_name (PamongStore *store)
{
  const PamongRegion *region = pamong_regions_find (pamong_store_area (store));

  return region != NULL ? region->name : "";
}

static const char *
form_prefix (const PamongRecord *official)
{
  const PamongCode *form = official != NULL ? pamong_codes_find ("bentuk_jabatan", (int) pamong_record_int (official, PAMONG_OFFICIAL_FORM)) : NULL;

  return form != NULL && form->short_label != NULL ? form->short_label : "";
}

/* "Kepala Desa Mojodelik", "Pj. Lurah Sumbang". */
static char *
head_title (PamongStore *store, const PamongRecord *head)
{
  g_autofree char *word = pamong_identity_word (store, PAMONG_WORD_HEAD);
  const char *prefix = form_prefix (head);

  return g_strdup_printf ("%s%s%s %s", prefix, *prefix != '\0' ? " " : "", word, place_name (store));
}

/* In capitals, but for "Pj.": tata naskah writes it so. */
static char *
head_line (PamongStore *store, const PamongRecord *head)
{
  g_autofree char *word = pamong_identity_word (store, PAMONG_WORD_HEAD);
  g_autofree char *plain = g_strdup_printf ("%s %s", word, place_name (store)), *line = g_utf8_strup (plain, -1);
  const char *prefix = form_prefix (head);

  return g_strdup_printf ("%s%s%s", prefix, *prefix != '\0' ? " " : "", line);
}

static char *
spell_post (const char *title)
{
  static const struct { const char *brief, *whole; } words[] = { { "Kasi ", "Kepala Seksi " }, { "Kaur ", "Kepala Urusan " } };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (title, words[i].brief))
      return g_strconcat (words[i].whole, title + strlen (words[i].brief), NULL);
  return g_strdup (title);
}

/* "SEKRETARIS DESA", "Plt. KEPALA SEKSI PELAYANAN". */
static char *
post_line (PamongStore *store, const PamongRecord *official)
{
  g_autofree char *title = pamong_official_title (store, official);
  const char *prefix = form_prefix (official);
  const char *post = *prefix != '\0' && g_str_has_prefix (title, prefix) ? title + strlen (prefix) + 1 : title;
  g_autofree char *spelled = spell_post (post), *line = g_utf8_strup (spelled, -1);

  return g_strdup_printf ("%s%s%s", prefix, *prefix != '\0' ? " " : "", line);
}

static void
add_line (PamongLetterFacts *facts, const char *line)
{
  guint row = pamong_letter_facts_add_row (facts, "signer");

  pamong_letter_facts_set_cell (facts, "signer", row, "line", line);
}

static void
put_lines (PamongStore *store, PamongLetterFacts *facts, const PamongRecord *signer, const char *head)
{
  gint64 post = pamong_record_int (signer, PAMONG_OFFICIAL_POST);
  g_autofree char *own = post_line (store, signer), *for_head = g_strconcat ("a.n. ", head, NULL);
  g_autofree char *secretary = pamong_identity_word (store, PAMONG_WORD_SECRETARY), *line = g_utf8_strup (secretary, -1);

  pamong_letter_facts_clear_list (facts, "signer");
  if (post == POST_HEAD)
    {
      add_line (facts, head);
      return;
    }
  add_line (facts, for_head);
  if (post != POST_SECRETARY)
    {
      add_line (facts, line);
      add_line (facts, "u.b.");
    }
  add_line (facts, own);
}

static char *
staff_number (const PamongRecord *official)
{
  if (pamong_record_is_set (official, PAMONG_OFFICIAL_NIP))
    return g_strdup_printf ("NIP. %s", pamong_record_text (official, PAMONG_OFFICIAL_NIP));
  if (pamong_record_is_set (official, PAMONG_OFFICIAL_NIPD))
    return g_strdup_printf ("NIPD. %s", pamong_record_text (official, PAMONG_OFFICIAL_NIPD));
  return NULL;
}

/* Whom an "a.n." speaks of: the holder; who stands in for a few days only where nobody else is. */
static PamongRecord *
find_head (GPtrArray *officials, const PamongRecord *signer)
{
  PamongRecord *head = NULL;

  if (pamong_record_int (signer, PAMONG_OFFICIAL_POST) == POST_HEAD)
    return pamong_record_copy (signer);
  for (guint i = 0; i < officials->len; i++)
    {
      PamongRecord *official = officials->pdata[i];

      if (pamong_record_int (official, PAMONG_OFFICIAL_POST) == POST_HEAD && (head == NULL || pamong_record_int (head, PAMONG_OFFICIAL_FORM) == FORM_DAILY))
        head = official;
    }
  return head != NULL ? pamong_record_copy (head) : NULL;
}

gboolean
pamong_letter_put_signer (PamongStore *store, PamongLetterFacts *facts, const PamongRecord *signer, const char *date, GError **error)
{
  g_autoptr (GPtrArray) officials = pamong_officials (store, date, error);
  g_autoptr (PamongRecord) head = officials != NULL ? find_head (officials, signer) : NULL;
  g_autofree char *line = head_line (store, head), *title = head_title (store, head), *number = staff_number (signer), *head_number = head != NULL ? staff_number (head) : NULL;
  g_autofree char *office = officials != NULL ? pamong_regions_title (pamong_store_area (store)) : NULL;

  if (officials == NULL)
    return FALSE;
  pamong_letter_facts_set (facts, "signer.name", pamong_record_text (signer, PAMONG_OFFICIAL_NAME));
  pamong_letter_facts_set (facts, "signer.title", title);
  pamong_letter_facts_set (facts, "signer.nip", number);
  pamong_letter_facts_set (facts, "signer.rank", pamong_record_text (signer, PAMONG_OFFICIAL_RANK));
  pamong_letter_facts_set (facts, "signer.nik", pamong_record_text (signer, PAMONG_OFFICIAL_NIK));
  pamong_letter_facts_set (facts, "signer.address", office);
  pamong_letter_facts_set (facts, "head.line", line);
  pamong_letter_facts_set (facts, "head.name", head != NULL ? pamong_record_text (head, PAMONG_OFFICIAL_NAME) : NULL);
  pamong_letter_facts_set (facts, "head.nip", head_number);
  put_lines (store, facts, signer, line);
  return TRUE;
}
