/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/family/card_fields.h"
#include "app/style.h"
#include "app/widgets/field_entry.h"
#include "app/words.h"
#include <glib/gi18n.h>

/* The order on the card is the order of typing. */
static const struct
{
  int field, width;
  gboolean grows;
  const char *label;
} shown[] = {
  { PAMONG_FAMILY_KK_NUMBER, 188, FALSE, N_ ("KK _no.") },
  { PAMONG_FAMILY_ADDRESS, 120, TRUE, N_ ("_Address") },
  { PAMONG_FAMILY_DUSUN, 150, FALSE, N_ ("Ham_let") },
  { PAMONG_FAMILY_RT, 54, FALSE, N_ ("R_T") },
  { PAMONG_FAMILY_RW, 54, FALSE, N_ ("R_W") },
  { PAMONG_FAMILY_POSTCODE, 70, FALSE, N_ ("_Postcode") },
};
#define N_SHOWN G_N_ELEMENTS (shown)
#define TYPED_GROUP "card" /* in the key file beside a draft */

struct _PamongCardFields
{
  GtkWidget parent_instance;

  PamongFieldEntry *entries[N_SHOWN];
  PamongFieldEntry *form, *filed;
  PamongRecord *papers; /* an event that only holds form and filed */
  GtkWidget *waiting;
  GtkWidget *papers_box;
  GtkWidget *copy;
  GtkWidget *desil;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (PamongCardFields, pamong_card_fields, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  LEFT,
  FINISHED,
  COPY,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static int
index_of (PamongCardFields *self, PamongFieldEntry *entry)
{
  for (guint i = 0; i < N_SHOWN; i++)
    if (self->entries[i] == entry)
      return (int) i;
  return -1;
}

static PamongFieldEntry *
entry_of (PamongCardFields *self, int field)
{
  for (guint i = 0; i < N_SHOWN; i++)
    if (shown[i].field == field)
      return self->entries[i];
  return NULL;
}

static gboolean
is_waiting (PamongCardFields *self)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->waiting));
}

static void
changed_cb (PamongCardFields *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (PamongCardFields *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[LEFT], 0);
}

static void
next_cb (PamongCardFields *self, PamongFieldEntry *entry)
{
  int next = index_of (self, entry) + 1;

  if (next == (int) N_SHOWN)
    g_signal_emit (self, signals[FINISHED], 0);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[next]));
}

static void
previous_cb (PamongCardFields *self, PamongFieldEntry *entry)
{
  int index = index_of (self, entry);

  if (index > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->entries[index - 1]));
}

static void
paper_next_cb (PamongCardFields *self, PamongFieldEntry *entry)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry == self->form ? self->filed : self->entries[1]));
}

/* No number while it is awaited; then the papers say what is awaited. The focus goes first: an entry that has it is not taken away. */
static void
waiting_toggled_cb (PamongCardFields *self)
{
  GtkWidget *number = GTK_WIDGET (self->entries[0]), *form = GTK_WIDGET (self->form);

  if (is_waiting (self))
    {
      gtk_widget_set_visible (self->papers_box, TRUE);
      if (!self->loading || gtk_widget_get_focus_child (number) != NULL)
        gtk_widget_grab_focus (form);
      gtk_widget_set_sensitive (number, FALSE);
      pamong_field_entry_set_text (self->entries[0], "");
    }
  else
    {
      gtk_widget_set_sensitive (number, TRUE);
      if (!self->loading || gtk_widget_get_focus_child (self->papers_box) != NULL)
        gtk_widget_grab_focus (number);
      gtk_widget_set_visible (self->papers_box, FALSE);
    }
  changed_cb (self);
}

static void
copy_clicked_cb (PamongCardFields *self)
{
  g_signal_emit (self, signals[COPY], 0);
}

static PamongFieldEntry *
add_entry (PamongCardFields *self, GtkWidget *box, const PamongField *field, const char *words, int width)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (words);
  GtkWidget *entry = pamong_field_entry_new (field);

  gtk_widget_add_css_class (label, "secondary");
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
  gtk_widget_set_size_request (entry, field->type == PAMONG_TYPE_NIK || field->type == PAMONG_TYPE_DATE ? (int) (width * pamong_style_text_scale ()) : width, -1);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "left", G_CALLBACK (left_cb), self, G_CONNECT_SWAPPED);
  return PAMONG_FIELD_ENTRY (entry);
}

static GtkWidget *
make_address_line (PamongCardFields *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  for (guint i = 0; i < N_SHOWN; i++)
    {
      self->entries[i] = add_entry (self, line, pamong_field_get (PAMONG_KIND_FAMILY, shown[i].field), pamong_words_hamlet (_ (shown[i].label)), shown[i].width);
      gtk_widget_set_hexpand (GTK_WIDGET (self->entries[i]), shown[i].grows);
      g_signal_connect_object (self->entries[i], "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->entries[i], "previous", G_CALLBACK (previous_cb), self, G_CONNECT_SWAPPED);
    }
  return line;
}

static GtkWidget *
make_copy_button (PamongCardFields *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *words = gtk_label_new (pamong_words_hamlet (_ ("Copy from the card before: hamlet, RW, RT, religion")));
  GtkWidget *key = gtk_label_new ("Alt+B");

  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END); /* makes room for the papers */
  self->copy = gtk_button_new ();
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("edit-copy-symbolic"));
  gtk_box_append (GTK_BOX (content), words);
  gtk_widget_add_css_class (key, "key");
  gtk_box_append (GTK_BOX (content), key);
  gtk_button_set_child (GTK_BUTTON (self->copy), content);
  gtk_widget_add_css_class (self->copy, "flat");
  gtk_widget_add_css_class (self->copy, "link");
  gtk_widget_set_hexpand (self->copy, TRUE);
  gtk_widget_set_halign (self->copy, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (self->copy, gtk_label_get_text (GTK_LABEL (words)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy), GTK_ACCESSIBLE_PROPERTY_LABEL, pamong_words_hamlet (_ ("Copy from the card before: hamlet, RW, RT, religion")), -1);
  g_signal_connect_swapped (self->copy, "clicked", G_CALLBACK (copy_clicked_cb), self);
  return self->copy;
}

static GtkWidget *
make_waiting_line (PamongCardFields *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->waiting = gtk_check_button_new_with_mnemonic (_ ("N_umber not issued yet (waiting for Dukcapil)"));
  self->papers_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  self->form = add_entry (self, self->papers_box, pamong_field_get (PAMONG_KIND_EVENT, PAMONG_EVENT_FORM), _ ("Fo_rm"), 90);
  self->filed = add_entry (self, self->papers_box, pamong_field_get (PAMONG_KIND_EVENT, PAMONG_EVENT_FILED), _ ("Filed _on"), 110);
  g_signal_connect_object (self->form, "next", G_CALLBACK (paper_next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filed, "next", G_CALLBACK (paper_next_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->papers_box, FALSE);
  g_signal_connect_swapped (self->waiting, "toggled", G_CALLBACK (waiting_toggled_cb), self);
  gtk_widget_add_css_class (line, "waiting-line");
  gtk_box_append (GTK_BOX (line), self->waiting);
  gtk_box_append (GTK_BOX (line), self->papers_box);
  gtk_box_append (GTK_BOX (line), make_copy_button (self));
  self->desil = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->desil), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->desil), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->desil, "secondary");
  gtk_box_append (GTK_BOX (line), self->desil);
  return line;
}

static void
pamong_card_fields_dispose (GObject *object)
{
  PamongCardFields *self = PAMONG_CARD_FIELDS (object);
  GtkWidget *child;

  self->loading = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->papers, pamong_record_free);
  G_OBJECT_CLASS (pamong_card_fields_parent_class)->dispose (object);
}

static void
pamong_card_fields_class_init (PamongCardFieldsClass *klass)
{
  const char *names[] = { [CHANGED] = "changed", [LEFT] = "left", [FINISHED] = "finished", [COPY] = "copy" };

  G_OBJECT_CLASS (klass)->dispose = pamong_card_fields_dispose;
  for (int i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], PAMONG_TYPE_CARD_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
pamong_card_fields_init (PamongCardFields *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->papers = pamong_record_new (PAMONG_KIND_EVENT, NULL);
  gtk_widget_set_parent (make_address_line (self), GTK_WIDGET (self));
  gtk_widget_set_parent (make_waiting_line (self), GTK_WIDGET (self));
}

GtkWidget *
pamong_card_fields_new (void)
{
  return g_object_new (PAMONG_TYPE_CARD_FIELDS, NULL);
}

/* Only to be read here: it comes from DTSEN with source and date. */
static void
show_desil (PamongCardFields *self, const PamongRecord *family)
{
  g_autofree char *desil = pamong_record_format (family, PAMONG_FAMILY_DESIL), *source = pamong_record_format (family, PAMONG_FAMILY_DESIL_SOURCE);
  g_autofree char *date = pamong_record_format (family, PAMONG_FAMILY_DESIL_DATE);
  g_autofree char *words = *source != '\0' && *date != '\0' ? g_strdup_printf (_ ("%s according to %s, %s"), desil, source, date) : g_strdup (desil);

  gtk_label_set_text (GTK_LABEL (self->desil), words);
  gtk_widget_set_visible (self->desil, *words != '\0');
}

void
pamong_card_fields_load (PamongCardFields *fields, const PamongRecord *family, gboolean is_new, gboolean editable)
{
  fields->loading = TRUE;
  for (guint i = 0; i < N_SHOWN; i++)
    {
      pamong_field_entry_load (fields->entries[i], family);
      gtk_editable_set_editable (pamong_field_entry_editable (fields->entries[i]), editable);
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fields->waiting), FALSE);
  pamong_record_clear (fields->papers, PAMONG_EVENT_FORM);
  pamong_record_clear (fields->papers, PAMONG_EVENT_FILED);
  pamong_field_entry_load (fields->form, fields->papers);
  pamong_field_entry_load (fields->filed, fields->papers);
  gtk_widget_set_visible (fields->waiting, is_new && editable);
  gtk_widget_set_visible (fields->copy, is_new && editable);
  show_desil (fields, family);
  fields->loading = FALSE;
}

static void
add_complaint (GPtrArray *findings, const PamongRecord *family, int field, const char *label, const char *complaint)
{
  PamongFinding *finding = g_new0 (PamongFinding, 1);

  finding->rule = g_strdup ("form.text");
  finding->severity = PAMONG_SEVERITY_BLOCK;
  finding->kind = PAMONG_KIND_FAMILY;
  finding->uid = g_strdup (family->uid);
  finding->member = -1;
  finding->field = field;
  finding->message = g_strdup_printf ("%s: %s", label, complaint);
  finding->remedy = g_strdup (_ ("Mend or empty the cell, then save again."));
  g_ptr_array_add (findings, finding);
}

void
pamong_card_fields_store (PamongCardFields *fields, PamongRecord *family, GPtrArray *findings)
{
  PamongFieldEntry *papers[] = { fields->form, fields->filed };

  for (guint i = 0; i < N_SHOWN; i++)
    if (!pamong_field_entry_store (fields->entries[i], family, NULL) && findings != NULL)
      add_complaint (findings, family, shown[i].field, _ (pamong_field_entry_field (fields->entries[i])->label), pamong_field_entry_complaint (fields->entries[i]));
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (!pamong_field_entry_store (papers[i], fields->papers, NULL) && findings != NULL && is_waiting (fields))
      add_complaint (findings, family, -1, _ (pamong_field_entry_field (papers[i])->label), pamong_field_entry_complaint (papers[i]));
}

void
pamong_card_fields_keep (PamongCardFields *fields, GKeyFile *texts)
{
  for (guint i = 0; i < N_SHOWN; i++)
    if (pamong_field_entry_complaint (fields->entries[i]) != NULL)
      g_key_file_set_string (texts, TYPED_GROUP, pamong_field_entry_field (fields->entries[i])->key, pamong_field_entry_text (fields->entries[i]));
  if (!is_waiting (fields))
    return;
  g_key_file_set_string (texts, TYPED_GROUP, "form", pamong_field_entry_text (fields->form));
  g_key_file_set_string (texts, TYPED_GROUP, "filed", pamong_field_entry_text (fields->filed));
}

void
pamong_card_fields_take (PamongCardFields *fields, GKeyFile *texts)
{
  g_autofree char *form = g_key_file_get_string (texts, TYPED_GROUP, "form", NULL), *filed = g_key_file_get_string (texts, TYPED_GROUP, "filed", NULL);

  if (form != NULL)
    {
      pamong_card_fields_set_waiting (fields, NULL, NULL);
      pamong_field_entry_set_text (fields->form, form);
      pamong_field_entry_set_text (fields->filed, filed != NULL ? filed : "");
    }
  for (guint i = 0; i < N_SHOWN; i++)
    {
      g_autofree char *text = g_key_file_get_string (texts, TYPED_GROUP, pamong_field_entry_field (fields->entries[i])->key, NULL);

      if (text != NULL)
        pamong_field_entry_set_text (fields->entries[i], text);
    }
}

gboolean
pamong_card_fields_papers (PamongCardFields *fields, PamongPapers *papers)
{
  if (!is_waiting (fields))
    return FALSE;
  *papers = (PamongPapers){ .form = pamong_record_text (fields->papers, PAMONG_EVENT_FORM), .filed = pamong_record_text (fields->papers, PAMONG_EVENT_FILED) };
  return TRUE;
}

void
pamong_card_fields_set_waiting (PamongCardFields *fields, const char *form, const char *filed)
{
  fields->loading = TRUE;
  pamong_record_set_text (fields->papers, PAMONG_EVENT_FORM, form);
  pamong_record_set_text (fields->papers, PAMONG_EVENT_FILED, filed);
  pamong_field_entry_load (fields->form, fields->papers);
  pamong_field_entry_load (fields->filed, fields->papers);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fields->waiting), TRUE);
  fields->loading = FALSE;
}

void
pamong_card_fields_set_dusun (PamongCardFields *fields, const char *const *names)
{
  pamong_field_entry_set_words (entry_of (fields, PAMONG_FAMILY_DUSUN), names);
}

void
pamong_card_fields_set_can_copy (PamongCardFields *fields, gboolean can)
{
  gtk_widget_set_sensitive (fields->copy, can);
}

void
pamong_card_fields_mark (PamongCardFields *fields, GPtrArray *findings)
{
  for (guint i = 0; i < N_SHOWN; i++)
    {
      const PamongFinding *worst = NULL;

      for (guint f = 0; f < findings->len; f++)
        {
          const PamongFinding *finding = g_ptr_array_index (findings, f);

          if (finding->kind == PAMONG_KIND_FAMILY && finding->field == shown[i].field && (worst == NULL || worst->severity < finding->severity))
            worst = finding;
        }
      pamong_field_entry_mark (fields->entries[i], worst);
    }
}

void
pamong_card_fields_focus (PamongCardFields *fields, int field)
{
  PamongFieldEntry *entry = field >= 0 ? entry_of (fields, field) : NULL;

  if (entry == NULL)
    entry = fields->entries[is_waiting (fields) ? 1 : 0];
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

int
pamong_card_fields_position (PamongCardFields *fields)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (fields));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && i < N_SHOWN; i++)
    if (gtk_widget_is_ancestor (focus, GTK_WIDGET (fields->entries[i])))
      return shown[i].field;
  return -1;
}

void
pamong_card_fields_set_value (PamongCardFields *fields, int field, const char *value)
{
  PamongFieldEntry *entry = entry_of (fields, field);

  if (entry != NULL)
    pamong_field_entry_set_text (entry, value != NULL ? value : "");
}
