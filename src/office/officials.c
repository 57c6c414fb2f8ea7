/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "office/officials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/codes.h"
#include "domain/data.h"
#include "domain/dates.h"
#include "domain/names.h"
#include "office/act.h"
#include "office/identity.h"

#define POSTS "identity/posts.csv"
#define NO_END "9999-12-31"

enum { POST_HEAD = 1, POST_SECRETARY = 2, POST_HAMLET_HEAD = 9, POST_CLERGY = 10, POST_RW = 20, POST_RT = 21, POST_WITNESS = 30 };
enum { FORM_DEFINITIVE = 1, FORM_DAILY = 4 };

/* How many may hold a post at a time (0 = any number), and the field that tells its places apart (-1 = one place). */
typedef struct {
  guint most;
  int place;
} Post;

static Post
find_post (gint64 code)
{
  g_autofree char *text = pamong_data_text (POSTS);
  g_autoptr (GPtrArray) rows = pamong_csv_parse (text, NULL);
  Post post = { 0, -1 };

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      const PamongField *field;

      if (g_strv_length (row) < 3 || g_ascii_strtoll (row[0], NULL, 10) != code)
        continue;
      field = pamong_field_find (PAMONG_KIND_OFFICIAL, row[2]);
      post.most = (guint) g_ascii_strtoull (row[1], NULL, 10);
      post.place = field != NULL ? field->index : -1;
    }
  return post;
}

static const char *
text_of (const PamongRecord *official, int field)
{
  const char *text = pamong_record_text (official, field);

  return text != NULL ? text : "";
}

static const char *
end_of (const PamongRecord *official)
{
  const char *until = pamong_record_text (official, PAMONG_OFFICIAL_UNTIL);

  return until != NULL ? until : NO_END;
}

/* A part of the place that one of both leaves out does not tell them apart. */
static gboolean
is_alike (const PamongRecord *a, const PamongRecord *b, int field, gboolean may_lack)
{
  g_autofree char *left = pamong_fold (text_of (a, field)), *right = pamong_fold (text_of (b, field));

  return g_str_equal (left, right) || (may_lack && (*left == '\0' || *right == '\0'));
}

static gboolean
is_same_place (const PamongRecord *a, const PamongRecord *b, int place)
{
  if (place == PAMONG_OFFICIAL_RT)
    return is_alike (a, b, PAMONG_OFFICIAL_RT, FALSE) && is_alike (a, b, PAMONG_OFFICIAL_RW, TRUE) && is_alike (a, b, PAMONG_OFFICIAL_DUSUN, TRUE);
  if (place == PAMONG_OFFICIAL_RW)
    return is_alike (a, b, PAMONG_OFFICIAL_RW, FALSE) && is_alike (a, b, PAMONG_OFFICIAL_DUSUN, TRUE);
  return place < 0 || is_alike (a, b, place, FALSE);
}

static gboolean
is_beside (const PamongRecord *a, const PamongRecord *b)
{
  gboolean daily = pamong_record_int (a, PAMONG_OFFICIAL_FORM) == FORM_DAILY;

  return daily != (pamong_record_int (b, PAMONG_OFFICIAL_FORM) == FORM_DAILY);
}

static gboolean
is_in_the_way (const PamongRecord *other, const PamongRecord *official, int place)
{
  return !g_str_equal (other->uid, official->uid)
         && pamong_record_int (other, PAMONG_OFFICIAL_POST) == pamong_record_int (official, PAMONG_OFFICIAL_POST)
         && strcmp (text_of (other, PAMONG_OFFICIAL_SINCE), end_of (official)) <= 0 && strcmp (text_of (official, PAMONG_OFFICIAL_SINCE), end_of (other)) <= 0
         && is_same_place (other, official, place) && !is_beside (other, official);
}

static int
compare_officials (gconstpointer a, gconstpointer b)
{
  const PamongRecord *left = *(PamongRecord *const *) a, *right = *(PamongRecord *const *) b;
  static const int places[] = { PAMONG_OFFICIAL_DUSUN, PAMONG_OFFICIAL_RW, PAMONG_OFFICIAL_RT };
  gint64 order = pamong_record_int (left, PAMONG_OFFICIAL_POST) - pamong_record_int (right, PAMONG_OFFICIAL_POST);

  if (order != 0)
    return order < 0 ? -1 : 1;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      int by_place = strcmp (text_of (left, places[i]), text_of (right, places[i]));

      if (by_place != 0)
        return by_place;
    }
  order = strcmp (text_of (right, PAMONG_OFFICIAL_SINCE), text_of (left, PAMONG_OFFICIAL_SINCE));
  return order != 0 ? (int) order : strcmp (left->uid, right->uid);
}

gboolean
pamong_official_holds (const PamongRecord *official, const char *on)
{
  return strcmp (text_of (official, PAMONG_OFFICIAL_SINCE), on) <= 0 && strcmp (on, end_of (official)) <= 0;
}

GPtrArray *
pamong_officials (PamongStore *store, const char *on, GError **error)
{
  return pamong_officials_at (store, pamong_store_area (store), on, error);
}

GPtrArray *
pamong_officials_at (PamongStore *store, const char *area, const char *on, GError **error)
{
  g_autoptr (GPtrArray) all = pamong_store_all (store, PAMONG_KIND_OFFICIAL, error);
  g_autoptr (GPtrArray) officials = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_record_free);

  if (all == NULL)
    return NULL;
  for (guint i = 0; i < all->len; i++)
    {
      const PamongRecord *official = g_ptr_array_index (all, i);

      /* a district holds those of its villages too */
      if (g_strcmp0 (official->area, area) == 0 && (on == NULL || pamong_official_holds (official, on)))
        g_ptr_array_add (officials, pamong_record_copy (official));
    }
  g_ptr_array_sort (officials, compare_officials);
  return g_steal_pointer (&officials);
}

/* All who are in the way of @official, the newest first. */
static GPtrArray *
find_rivals (PamongStore *store, const PamongRecord *official, guint *most, GError **error)
{
  Post post = find_post (pamong_record_int (official, PAMONG_OFFICIAL_POST));
  GPtrArray *rivals = pamong_officials (store, NULL, error);

  *most = post.most;
  for (guint i = 0; rivals != NULL && i < rivals->len;)
    {
      if (post.most > 0 && is_in_the_way (g_ptr_array_index (rivals, i), official, post.place))
        i++;
      else
        g_ptr_array_remove_index (rivals, i);
    }
  return rivals;
}

PamongRecord *
pamong_official_rival (PamongStore *store, const PamongRecord *official)
{
  guint most;
  g_autoptr (GPtrArray) rivals = find_rivals (store, official, &most, NULL);

  return rivals != NULL && rivals->len > 0 && rivals->len >= most ? pamong_record_copy (g_ptr_array_index (rivals, 0)) : NULL;
}

static char *
post_words (PamongStore *store, gint64 post)
{
  switch (post)
    {
    case POST_HEAD:
      return pamong_identity_word (store, PAMONG_WORD_HEAD);
    case POST_SECRETARY:
      return pamong_identity_word (store, PAMONG_WORD_SECRETARY);
    case POST_HAMLET_HEAD:
      return pamong_identity_word (store, PAMONG_WORD_HAMLET_HEAD);
    case POST_CLERGY:
      return pamong_identity_word (store, PAMONG_WORD_CLERGY);
    default:
      return g_strdup (pamong_codes_display ("jabatan", (int) post));
    }
}

char *
pamong_official_title (PamongStore *store, const PamongRecord *official)
{
  gint64 post = pamong_record_int (official, PAMONG_OFFICIAL_POST);
  const PamongCode *form = pamong_codes_find ("bentuk_jabatan", (int) pamong_record_int (official, PAMONG_OFFICIAL_FORM));
  g_autofree char *words = post_words (store, post);
  g_autoptr (GString) title = g_string_new (NULL);

  if (form != NULL && form->code != FORM_DEFINITIVE && form->short_label != NULL)
    g_string_append_printf (title, "%s ", form->short_label);
  g_string_append (title, words);
  if (post == POST_RT)
    g_string_append_printf (title, " %s", text_of (official, PAMONG_OFFICIAL_RT));
  if ((post == POST_RT || post == POST_RW) && pamong_record_is_set (official, PAMONG_OFFICIAL_RW))
    g_string_append_printf (title, post == POST_RT ? " RW %s" : " %s", pamong_record_text (official, PAMONG_OFFICIAL_RW));
  if (pamong_record_is_set (official, PAMONG_OFFICIAL_DUSUN))
    g_string_append_printf (title, " %s", pamong_record_text (official, PAMONG_OFFICIAL_DUSUN));
  return g_string_free (g_steal_pointer (&title), FALSE);
}

static gboolean
check_place (const PamongRecord *official, GError **error)
{
  int place = find_post (pamong_record_int (official, PAMONG_OFFICIAL_POST)).place;

  if (place < 0 || pamong_record_is_set (official, place))
    return TRUE;
  if (place == PAMONG_OFFICIAL_RT)
    return pamong_office_invalid (error, _("Fill in the RT this person leads."));
  return pamong_office_invalid (error, place == PAMONG_OFFICIAL_RW ? _("Fill in the RW this person leads.") : _("Fill in the hamlet this person leads."));
}

static gboolean
check_official (const PamongRecord *official, GError **error)
{
  const char *nik = pamong_record_text (official, PAMONG_OFFICIAL_NIK);

  if (!pamong_record_is_set (official, PAMONG_OFFICIAL_NAME))
    return pamong_office_invalid (error, _("Fill in the name."));
  if (pamong_codes_find ("jabatan", (int) pamong_record_int (official, PAMONG_OFFICIAL_POST)) == NULL)
    return pamong_office_invalid (error, _("Choose the post from the list."));
  if (!pamong_record_is_set (official, PAMONG_OFFICIAL_SINCE))
    return pamong_office_invalid (error, _("Fill in since when this person holds the post."));
  if (strcmp (end_of (official), text_of (official, PAMONG_OFFICIAL_SINCE)) < 0)
    return pamong_office_invalid (error, _("The last day lies before the first one. Look at both dates again."));
  if (pamong_record_int (official, PAMONG_OFFICIAL_POST) == POST_WITNESS && nik == NULL)
    return pamong_office_invalid (error, _("Fill in the NIK of the witness: it stands in letters."));
  if (nik != NULL && strlen (nik) != 16)
    return pamong_office_invalid (error, _("A NIK has 16 digits. Look at it again on the KTP."));
  return check_place (official, error);
}

char *
pamong_official_rival_words (PamongStore *store, const PamongRecord *rival)
{
  g_autofree char *title = pamong_official_title (store, rival);
  g_autofree char *since = pamong_date_format (text_of (rival, PAMONG_OFFICIAL_SINCE));
  g_autofree char *until = pamong_record_is_set (rival, PAMONG_OFFICIAL_UNTIL) ? pamong_date_format (pamong_record_text (rival, PAMONG_OFFICIAL_UNTIL)) : NULL;
  g_autofree char *time = until != NULL ? g_strdup_printf (_("from %s until %s"), since, until) : g_strdup_printf (_("since %s, without an end date"), since);

  return g_strdup_printf (_("%s: %s holds this post already, %s."), title, text_of (rival, PAMONG_OFFICIAL_NAME), time);
}

/* The former one's last day is the day before. */
static gboolean
end_rival (PamongAct *act, PamongRecord *rival, const char *since, GError **error)
{
  g_autofree char *last = pamong_date_add_days (since, -1);

  if (last == NULL || strcmp (text_of (rival, PAMONG_OFFICIAL_SINCE), last) > 0)
    return pamong_office_invalid (error, _("The other one began on the same day or later. Look at both dates of appointment again."));
  pamong_record_set_text (rival, PAMONG_OFFICIAL_UNTIL, last);
  pamong_act_put (act, rival);
  return TRUE;
}

/* As many as must go for @official to come. */
static gboolean
make_room (PamongAct *act, const PamongRecord *official, gboolean replace, GError **error)
{
  guint most, n;
  g_autoptr (GPtrArray) rivals = find_rivals (act->office->store, official, &most, error);

  if (rivals == NULL)
    return FALSE;
  n = rivals->len >= most && most > 0 ? rivals->len - most + 1 : 0;
  if (n == 0)
    return TRUE;
  if (!replace)
    {
      g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_CONFLICT, _("Somebody else holds this post at that time. End that time first, or look at the dates again."));
      return FALSE;
    }
  for (guint i = 0; i < n; i++) /* of two witnesses the one who is longest there */
    if (!end_rival (act, g_ptr_array_index (rivals, rivals->len - 1 - i), pamong_record_text (official, PAMONG_OFFICIAL_SINCE), error))
      return FALSE;
  return TRUE;
}

static gboolean
save (PamongOffice *office, const PamongRecord *before, PamongRecord *after, gboolean replace, GError **error)
{
  g_autoptr (PamongAct) act = pamong_act_new_anywhere (office, replace ? "official.replace" : "official.save", error);
  g_autoptr (PamongRecord) saved = act != NULL ? pamong_act_put_edit (act, before, after, error) : NULL;

  return saved != NULL && check_official (saved, error) && make_room (act, saved, replace, error) && pamong_act_finish (act, error);
}

gboolean
pamong_office_save_official (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error)
{
  return save (office, before, after, FALSE, error);
}

gboolean
pamong_office_replace_official (PamongOffice *office, const PamongRecord *before, PamongRecord *after, GError **error)
{
  return save (office, before, after, TRUE, error);
}

gboolean
pamong_office_end_official (PamongOffice *office, const char *uid, const char *date, GError **error)
{
  g_autoptr (PamongRecord) before = pamong_store_get (office->store, PAMONG_KIND_OFFICIAL, uid, error);
  g_autoptr (PamongRecord) after = before != NULL ? pamong_record_copy (before) : NULL;

  if (after == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_NOT_FOUND, _("This person is not in the list of officials. Open the list again."));
      return FALSE;
    }
  if (!pamong_date_is_valid (date))
    return pamong_office_invalid (error, _("Write the last day as dd-mm-yyyy."));
  pamong_record_set_text (after, PAMONG_OFFICIAL_UNTIL, date);
  return save (office, before, after, FALSE, error);
}
