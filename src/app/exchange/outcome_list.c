/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/exchange/outcome_list.h"
#include <glib/gi18n.h>

#define PER_PAGE 128
#define PAGES 16 /* GTK holds up to 410 rows of widgets; what goes on scrolling must not read twice */

struct _PamongOutcomeRow {
  GObject parent_instance;

  PamongImportRow *data;
  PamongStore *store; /* (nullable): its first finding is asked for when the row is shown */
  char *uid;
};

G_DEFINE_FINAL_TYPE (PamongOutcomeRow, pamong_outcome_row, G_TYPE_OBJECT)

static void
pamong_outcome_row_finalize (GObject *object)
{
  PamongOutcomeRow *self = PAMONG_OUTCOME_ROW (object);

  pamong_import_row_free (self->data);
  g_free (self->uid);
  G_OBJECT_CLASS (pamong_outcome_row_parent_class)->finalize (object);
}

static void
pamong_outcome_row_class_init (PamongOutcomeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_outcome_row_finalize;
}

static void
pamong_outcome_row_init (PamongOutcomeRow *self)
{
}

const PamongImportRow *
pamong_outcome_row_data (PamongOutcomeRow *row)
{
  return row->data;
}

static char *
difference_words (const PamongImportRow *row)
{
  const PamongImportDifference *first = row->differences->pdata[0];
  const char *before = *first->before != '\0' ? first->before : _ ("empty");
  g_autofree char *words = g_strdup_printf ("%s: %s → %s", first->label, before, first->after);

  if (row->differences->len == 1)
    return g_steal_pointer (&words);
  return g_strdup_printf (_ ("%s, and %u more"), words, row->differences->len - 1);
}

static char *
finding_words (PamongOutcomeRow *self)
{
  g_autoptr (GPtrArray) findings = pamong_import_findings (self->store, self->uid, self->data->n, 0, 1, NULL);
  const PamongImportFinding *finding = findings != NULL && findings->len > 0 ? findings->pdata[0] : NULL;

  return g_strdup (finding != NULL ? finding->message : "");
}

char *
pamong_outcome_row_words (PamongOutcomeRow *self)
{
  if (self->data->outcome != PAMONG_IMPORT_REFUSED && self->data->differences->len > 0)
    return difference_words (self->data);
  return finding_words (self);
}

typedef struct {
  guint position, n;
} Left;

struct _PamongOutcomeList {
  GObject parent_instance;

  PamongStore *store;
  char *uid;
  PamongImportOutcome outcome;
  guint n;
  GHashTable *pages; /* number -> GPtrArray of PamongOutcomeRow */
  GArray *left;      /* Left, by position: rows that a choice has given another outcome; they keep their place */
  GQueue order;      /* of the numbers, the one used last in front */
};

static void pamong_outcome_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongOutcomeList, pamong_outcome_list, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, pamong_outcome_list_model_init))

static void
forget (PamongOutcomeList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->order);
}

static PamongOutcomeRow *
make_row (PamongOutcomeList *self, PamongImportRow *data)
{
  PamongOutcomeRow *row = g_object_new (PAMONG_TYPE_OUTCOME_ROW, NULL);

  row->data = data;
  row->store = self->store;
  row->uid = g_strdup (self->uid);
  return row;
}

static PamongImportRow *
make_blank (void)
{
  PamongImportRow *row = g_new0 (PamongImportRow, 1);

  row->differences = g_ptr_array_new ();
  return row;
}

/* How many of those that left stand above @position. */
static guint
count_left (PamongOutcomeList *self, guint position)
{
  guint n = 0;

  while (n < self->left->len && g_array_index (self->left, Left, n).position < position)
    n++;
  return n;
}

/* Where it stood when the list was made. */
static void
put_left (PamongOutcomeList *self, GPtrArray *page, const Left *left)
{
  g_autoptr (GPtrArray) rows = pamong_import_rows (self->store, self->uid, 0, left->n - 1, 1, NULL);

  if (rows == NULL || rows->len == 0)
    return;
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_insert (page, (int) MIN (left->position % PER_PAGE, page->len), make_row (self, rows->pdata[0]));
}

static GPtrArray *
read_page (PamongOutcomeList *self, guint number)
{
  g_autoptr (GError) error = NULL;
  guint first = count_left (self, number * PER_PAGE), after = count_left (self, (number + 1) * PER_PAGE);
  g_autoptr (GPtrArray) rows = pamong_import_rows (self->store, self->uid, self->outcome, number * PER_PAGE - first, PER_PAGE - (after - first), &error);
  GPtrArray *page = g_ptr_array_new_with_free_func (g_object_unref);

  if (rows == NULL)
    g_warning ("rows of an import: %s", error->message);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    g_ptr_array_add (page, make_row (self, rows->pdata[i]));
  if (rows != NULL)
    g_ptr_array_set_free_func (rows, NULL);
  for (guint i = first; i < after; i++)
    put_left (self, page, &g_array_index (self->left, Left, i));
  return page;
}

static GPtrArray *
get_page (PamongOutcomeList *self, guint number)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page == NULL)
    {
      page = read_page (self, number);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (number), page);
      if (self->order.length >= PAGES)
        g_hash_table_remove (self->pages, g_queue_pop_tail (&self->order));
    }
  else
    g_queue_remove (&self->order, GUINT_TO_POINTER (number));
  g_queue_push_head (&self->order, GUINT_TO_POINTER (number));
  return page;
}

static GType
get_item_type (GListModel *model)
{
  return PAMONG_TYPE_OUTCOME_ROW;
}

static guint
get_n_items (GListModel *model)
{
  return PAMONG_OUTCOME_LIST (model)->n;
}

static gpointer
get_item (GListModel *model, guint position)
{
  PamongOutcomeList *self = PAMONG_OUTCOME_LIST (model);
  GPtrArray *page = position < self->n ? get_page (self, position / PER_PAGE) : NULL;

  if (page == NULL)
    return NULL;
  /* The rows have become fewer since they were counted: the list is about to be shown anew. */
  if (position % PER_PAGE >= page->len)
    return make_row (self, make_blank ());
  return g_object_ref (page->pdata[position % PER_PAGE]);
}

static void
pamong_outcome_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
pamong_outcome_list_finalize (GObject *object)
{
  PamongOutcomeList *self = PAMONG_OUTCOME_LIST (object);

  g_queue_clear (&self->order);
  g_array_unref (self->left);
  g_hash_table_unref (self->pages);
  g_free (self->uid);
  G_OBJECT_CLASS (pamong_outcome_list_parent_class)->finalize (object);
}

static void
pamong_outcome_list_class_init (PamongOutcomeListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pamong_outcome_list_finalize;
}

static void
pamong_outcome_list_init (PamongOutcomeList *self)
{
  self->left = g_array_new (FALSE, FALSE, sizeof (Left));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

PamongOutcomeList *
pamong_outcome_list_new (PamongStore *store)
{
  PamongOutcomeList *self = g_object_new (PAMONG_TYPE_OUTCOME_LIST, NULL);

  self->store = store;
  return self;
}

void
pamong_outcome_list_show (PamongOutcomeList *self, const char *uid, PamongImportOutcome outcome, guint n)
{
  guint before = self->n;
  char *copy = g_strdup (uid);

  g_free (self->uid);
  self->uid = copy;
  self->outcome = outcome;
  g_array_set_size (self->left, 0);
  forget (self);
  /* In two steps: GTK 4.8 asks for every added row while it looks for the one that was removed in the same breath. */
  self->n = 0;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, before, 0);
  self->n = n;
  g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, n);
}

static void
note_left (PamongOutcomeList *self, guint position, const PamongImportRow *data)
{
  guint at = count_left (self, position);
  gboolean noted = at < self->left->len && g_array_index (self->left, Left, at).position == position;
  gboolean leaves = self->outcome != 0 && data->outcome != self->outcome;
  Left left = { position, data->n };

  if (leaves && !noted)
    g_array_insert_val (self->left, at, left);
  else if (!leaves && noted)
    g_array_remove_index (self->left, at);
}

void
pamong_outcome_list_replace (PamongOutcomeList *self, guint position, PamongImportRow *data)
{
  GPtrArray *page = get_page (self, position / PER_PAGE);
  gpointer *place = position % PER_PAGE < page->len ? &page->pdata[position % PER_PAGE] : NULL;

  if (place == NULL)
    {
      pamong_import_row_free (data);
      return;
    }
  note_left (self, position, data);
  g_object_unref (*place);
  *place = make_row (self, data);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 1);
}
