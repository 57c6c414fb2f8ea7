/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/waiting_list.h"
#include "app/widgets/focus.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/dates.h"
#include <glib/gi18n.h>

struct _PamongWaitingList
{
  GtkWidget parent_instance;

  PamongSession *session;
  GPtrArray *events; /* not shown yet; NULL = what stands there is right */
  GtkWidget *list;
  GtkWidget *empty;
};

/* Widths of: who (grows), what was filed, since when, how long, the button. */
enum { WHO = 260, WHAT = 300, SINCE = 120, DAYS = 90, BUTTON = 150 };

G_DEFINE_FINAL_TYPE (PamongWaitingList, pamong_waiting_list, GTK_TYPE_WIDGET)

enum
{
  OPEN,
  ISSUED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
add_text (GtkWidget *row, const char *text, int width, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_size_request (label, width, -1);
  gtk_widget_set_hexpand (label, width == WHO);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  gtk_box_append (GTK_BOX (row), label);
}

/* The head of the family; a family whose head is gone is known by its first member. */
static char *
name_family (PamongWaitingList *self, const PamongRecord *event)
{
  const char *family_uid = pamong_record_text (event, PAMONG_EVENT_FAMILY_UID);
  const char *resident_uid = pamong_record_text (event, PAMONG_EVENT_RESIDENT_UID);
  PamongStore *store = pamong_session_store (self->session);
  g_autoptr (PamongFamilyCard) card = family_uid != NULL ? pamong_store_card (store, family_uid, NULL) : NULL;
  g_autoptr (PamongRecord) resident = resident_uid != NULL ? pamong_store_get (store, PAMONG_KIND_RESIDENT, resident_uid, NULL) : NULL;
  const PamongRecord *who = resident;

  if (card != NULL && card->members->len > 0)
    who = pamong_family_card_head (card) != NULL ? pamong_family_card_head (card) : g_ptr_array_index (card->members, 0);
  return g_strdup (who != NULL ? pamong_record_text (who, PAMONG_RESIDENT_NAME) : _ ("a family without members"));
}

static void
issued_clicked_cb (GtkWidget *button, PamongWaitingList *self)
{
  g_signal_emit (self, signals[ISSUED], 0, g_object_get_data (G_OBJECT (button), "family-uid"));
}

static GtkWidget *
make_row (PamongWaitingList *self, const PamongRecord *event, const char *today)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *button = gtk_button_new_with_label (_ ("Document issued"));
  const char *form = pamong_record_text (event, PAMONG_EVENT_FORM), *filed = pamong_record_text (event, PAMONG_EVENT_FILED);
  const char *since = filed != NULL ? filed : pamong_record_text (event, PAMONG_EVENT_DATE);
  g_autofree char *who = name_family (self, event);
  g_autofree char *what = g_strjoin (", ", pamong_codes_display ("peristiwa", (int) pamong_record_int (event, PAMONG_EVENT_TYPE)), form != NULL ? form : _ ("papers not filed yet"), NULL);
  g_autofree char *date = pamong_date_format (since != NULL ? since : "");
  int waited = since != NULL ? pamong_date_days (since, today) : 0;
  g_autofree char *days = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day", "%d days", waited), waited);

  gtk_widget_add_css_class (row, "waiting-row");
  gtk_box_append (GTK_BOX (row), gtk_image_new_from_icon_name ("document-open-recent-symbolic"));
  add_text (row, who, WHO, "strong");
  add_text (row, what, WHAT, NULL);
  add_text (row, date, SINCE, "num");
  add_text (row, days, DAYS, "num");
  g_object_set_data_full (G_OBJECT (button), "family-uid", g_strdup (pamong_record_text (event, PAMONG_EVENT_FAMILY_UID)), g_free);
  gtk_widget_set_sensitive (button, pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (button, BUTTON, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (issued_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (row), button);
  g_object_set_data_full (G_OBJECT (row), "family-uid", g_strdup (pamong_record_text (event, PAMONG_EVENT_FAMILY_UID)), g_free);
  return row;
}

/* Rows are made only once somebody looks: most changes come while another page is in front. */
static void
show_rows (PamongWaitingList *self)
{
  g_autoptr (GPtrArray) events = g_steal_pointer (&self->events);
  g_autofree char *today = pamong_clock_today ();
  GtkListBoxRow *row;

  if (events == NULL)
    return;
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
  for (guint i = 0; i < events->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (self, g_ptr_array_index (events, i), today));
}

static void
row_activated_cb (PamongWaitingList *self, GtkListBoxRow *row)
{
  const char *uid = g_object_get_data (G_OBJECT (gtk_list_box_row_get_child (row)), "family-uid");

  if (uid != NULL)
    g_signal_emit (self, signals[OPEN], 0, uid);
}

static void
pamong_waiting_list_map (GtkWidget *widget)
{
  show_rows (PAMONG_WAITING_LIST (widget));
  GTK_WIDGET_CLASS (pamong_waiting_list_parent_class)->map (widget);
}

static void
pamong_waiting_list_dispose (GObject *object)
{
  PamongWaitingList *self = PAMONG_WAITING_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->events, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_waiting_list_parent_class)->dispose (object);
}

static void
pamong_waiting_list_class_init (PamongWaitingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_waiting_list_dispose;
  GTK_WIDGET_CLASS (klass)->map = pamong_waiting_list_map;
  signals[OPEN] = g_signal_new ("open", PAMONG_TYPE_WAITING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ISSUED] = g_signal_new ("issued", PAMONG_TYPE_WAITING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_waiting_list_init (PamongWaitingList *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card-body");
  gtk_widget_add_css_class (head, "waiting-head");
  add_text (head, _ ("Family"), WHO, "secondary");
  add_text (head, _ ("Filed"), WHAT, "secondary");
  add_text (head, _ ("Since"), SINCE, "secondary");
  add_text (head, _ ("Waits for"), DAYS, "secondary");
  add_text (head, NULL, BUTTON, NULL);
  self->list = gtk_list_box_new ();
  pamong_focus_one_stop (self->list);
  self->empty = gtk_label_new (_ ("Nothing waits for Dukcapil. A family without a number, or papers that were filed, will stand here until the document is issued."));
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "secondary");
  gtk_widget_add_css_class (self->empty, "waiting-empty");
  gtk_widget_set_valign (self->empty, GTK_ALIGN_START);
  gtk_list_box_set_placeholder (GTK_LIST_BOX (self->list), self->empty);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "waiting");
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_set_parent (head, GTK_WIDGET (self));
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
}

GtkWidget *
pamong_waiting_list_new (PamongSession *session)
{
  PamongWaitingList *self = g_object_new (PAMONG_TYPE_WAITING_LIST, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

guint
pamong_waiting_list_refresh (PamongWaitingList *list)
{
  g_autoptr (GPtrArray) events = pamong_store_waiting (pamong_session_store (list->session), NULL);
  guint n = events != NULL ? events->len : 0;

  g_clear_pointer (&list->events, g_ptr_array_unref);
  list->events = g_steal_pointer (&events);
  if (gtk_widget_get_mapped (GTK_WIDGET (list)))
    show_rows (list);
  return n;
}
