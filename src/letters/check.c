/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "letters/body.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Whether everything a body names is filled by somebody. */

typedef struct {
  const PamongLetterType *type;
  GPtrArray *faults;
  guint line;
  const char *list; /* (nullable): within which keys stand */
} Checking;

/* What each person has, and each row of the family. */
static const char *const PERSON_KEYS = " name nik kk_number birth_place birth_date birth_year age sex religion marital occupation education nationality blood shdk phone passport father_name father_nik mother_name mother_nik "
                                       "died_on head_name address street dusun rt rw village district regency province postcode no ";
static const struct { const char *root, *keys; } ROOTS[] = {
  { "letter", " number date valid_until place title classification type " },
  { "village", " name kind title code head hamlet clergy address postcode phone email website " },
  { "district", " name title code " }, { "regency", " name title code " }, { "province", " name title code " },
  { "signer", " name title nip rank nik address line n " }, { "head", " name nip line " }, { "camat", " line name nip " }, { "rt", " title head number date " },
  { "letterhead", " address line n " },
};

static gboolean
among (const char *words, const char *word)
{
  g_autofree char *spaced = g_strdup_printf (" %s ", word);

  return strstr (words, spaced) != NULL;
}

static gboolean
has_column (const PamongLetterPerson *person, const char *key)
{
  for (guint i = 0; i < person->columns->len; i++)
    if (g_str_equal (((PamongLetterField *) person->columns->pdata[i])->id, key))
      return TRUE;
  return FALSE;
}

static gboolean
person_has (const PamongLetterPerson *person, const char *key)
{
  g_autofree char *bare = g_str_has_suffix (key, ".code") ? g_strndup (key, strlen (key) - 5) : g_strdup (key);

  return among (PERSON_KEYS, bare) || has_column (person, bare) || (person->many && g_str_equal (bare, "n"));
}

static gboolean
known_below (Checking *checking, const char *root, const char *key)
{
  const PamongLetterPerson *person = pamong_letter_type_person (checking->type, root);
  g_autofree char *bare = g_str_has_suffix (key, ".code") ? g_strndup (key, strlen (key) - 5) : g_strdup (key);

  if (g_str_equal (root, "answer"))
    return pamong_letter_type_field (checking->type, bare) != NULL;
  if (g_str_equal (root, "family"))
    return among (" n kk_number desil desil_date ", bare);
  for (guint i = 0; i < G_N_ELEMENTS (ROOTS); i++)
    if (g_str_equal (root, ROOTS[i].root) && among (ROOTS[i].keys, key))
      return TRUE;
  return person != NULL && person_has (person, key);
}

static gboolean
known (Checking *checking, const char *key)
{
  const char *dot = strchr (key, '.'), *open = strchr (key, '('), *comma = open != NULL ? strchr (open, ',') : NULL;
  const PamongLetterPerson *list = checking->list != NULL ? pamong_letter_type_person (checking->type, checking->list) : NULL;
  g_autofree char *root = dot != NULL ? g_strndup (key, (gsize) (dot - key)) : NULL;

  if (open != NULL)
    {
      g_autofree char *name = g_strndup (key, (gsize) (open - key)), *from = comma != NULL ? g_strndup (open + 1, (gsize) (comma - open - 1)) : NULL, *to = comma != NULL ? g_strndup (comma + 1, strcspn (comma + 1, ")")) : NULL;

      return comma != NULL && g_str_has_suffix (key, ")") && among (" umur hari hari_kerja ", name) && known (checking, g_strstrip (from)) && known (checking, g_strstrip (to));
    }
  if (checking->list != NULL && (list != NULL ? person_has (list, key) : g_str_equal (checking->list, "family") && among (PERSON_KEYS, key)))
    return TRUE;
  if (checking->list != NULL && (g_str_equal (checking->list, "signer") || g_str_equal (checking->list, "letterhead")) && g_str_equal (key, "line"))
    return TRUE;
  if (dot != NULL)
    return known_below (checking, root, dot + 1);
  return g_str_equal (key, "family") || pamong_letter_type_person (checking->type, key) != NULL;
}

static void
blame (Checking *checking, char *words)
{
  g_ptr_array_add (checking->faults, pamong_fault_new (checking->line, words));
}

static void
check_condition (Checking *checking, const char *condition)
{
  g_auto (GStrv) terms = g_strsplit (condition, "&", -1);

  for (guint i = 0; terms[i] != NULL; i++)
    {
      char *term = g_strstrip (terms[i]);
      g_autofree char *key = g_strndup (term + (*term == '!'), strcspn (term + (*term == '!'), "=<>!"));

      if (!known (checking, g_strstrip (key)))
        blame (checking, g_strdup_printf (_("Nothing fills {%s}."), key));
    }
}

static void
visit_cb (const char *text, gboolean condition, gpointer data)
{
  Checking *checking = data;

  if (condition)
    check_condition (checking, text);
  else if (!known (checking, text))
    blame (checking, g_strdup_printf (_("Nothing fills {%s}."), text));
}

static void
check_phrases (Checking *checking, GPtrArray *phrases)
{
  for (guint i = 0; phrases != NULL && i < phrases->len; i++)
    pamong_phrase_each_key (phrases->pdata[i], visit_cb, checking);
}

static void check_nodes (Checking *checking, GPtrArray *nodes);

static void
check_signs (Checking *checking, GPtrArray *signs)
{
  for (guint i = 0; signs != NULL && i < signs->len; i++)
    {
      const PamongSignCell *sign = signs->pdata[i];

      check_phrases (checking, sign->lines);
      check_phrases (checking, sign->under);
      if (sign->name != NULL)
        pamong_phrase_each_key (sign->name, visit_cb, checking);
    }
}

static void
check_node (Checking *checking, const PamongNode *node)
{
  gboolean listed = node->word != NULL && (node->kind == PAMONG_NODE_EACH || node->kind == PAMONG_NODE_TABLE || node->kind == PAMONG_NODE_TREE);
  const char *outer = checking->list;

  checking->line = node->line;
  if (listed && !g_str_equal (node->word, "family") && !g_str_equal (node->word, "signer") && !g_str_equal (node->word, "letterhead") &&
      (pamong_letter_type_person (checking->type, node->word) == NULL || !pamong_letter_type_person (checking->type, node->word)->many))
    blame (checking, g_strdup_printf (_("%s is no list of this letter."), node->word));
  if (node->kind == PAMONG_NODE_IF)
    check_condition (checking, node->word);
  checking->list = listed ? node->word : outer;
  if (node->label != NULL)
    pamong_phrase_each_key (node->label, visit_cb, checking);
  if (node->phrase != NULL)
    pamong_phrase_each_key (node->phrase, visit_cb, checking);
  check_phrases (checking, node->cells);
  check_signs (checking, node->signs);
  check_nodes (checking, node->children);
  check_nodes (checking, node->otherwise);
  checking->list = outer;
}

static void
check_nodes (Checking *checking, GPtrArray *nodes)
{
  for (guint i = 0; nodes != NULL && i < nodes->len; i++)
    check_node (checking, nodes->pdata[i]);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const PamongLetterFault *one = *(PamongLetterFault *const *) a, *two = *(PamongLetterFault *const *) b;

  return (int) one->line - (int) two->line;
}

GPtrArray *
pamong_letter_check (const PamongLetterType *type, const char *source)
{
  g_autoptr (PamongBody) body = pamong_body_parse (source);
  GPtrArray *faults = g_ptr_array_ref (pamong_body_faults (body));
  Checking checking = { type, faults, 1, NULL };

  check_nodes (&checking, pamong_body_nodes (body));
  g_ptr_array_sort (faults, compare_lines);
  return faults;
}
