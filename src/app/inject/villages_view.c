/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/inject/villages_view.h"
#include "app/shell/key_bar.h"
#include "app/words.h"
#include <glib/gi18n.h>

struct _PamongVillagesView {
  GtkWidget parent_instance;

  PamongShareList *list;
  GPtrArray *shares; /* PamongVillageShare */
  GPtrArray *desil;  /* PamongDesilVillage */
  guint homeless, unknown;
  char *where; /* (nullable): the first of the homeless */
  gboolean offer, is_desil;
  GtkWidget *low, *look, *said_band, *left_band, *commit;
  GtkLabel *said, *left, *words, *commit_words;
};

static void villages_view_page_init (PamongPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PamongVillagesView, pamong_villages_view, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (PAMONG_TYPE_PAGE, villages_view_page_init))

enum { OPEN, COMMIT, DROP, BACK, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
add_figure (GString *words, const char *format, guint n)
{
  g_autofree char *number = pamong_words_number (n);

  if (n == 0)
    return;
  if (words->len > 0)
    g_string_append (words, ", ");
  g_string_append_printf (words, format, number);
}

static PamongVillageShare *
share_at (PamongVillagesView *self, guint i)
{
  return self->shares->pdata[i];
}

/* What the button does, in one sentence. */
static char *
commit_sentence (PamongVillagesView *self, guint *taken)
{
  guint added = 0, filled = 0, differences = 0;
  g_autoptr (GString) words = g_string_new (NULL);

  *taken = 0;
  for (guint i = 0; i < self->shares->len; i++)
    if (share_at (self, i)->taken)
      {
        (*taken)++;
        added += share_at (self, i)->added;
        filled += share_at (self, i)->filled;
        differences += share_at (self, i)->differences;
      }
  if (*taken == 0)
    return g_strdup (_ ("Nothing is written: tick the villages it shall go to."));
  add_figure (words, self->is_desil ? _ ("%s families get a desil") : _ ("%s new people"), added);
  add_figure (words, self->is_desil ? _ ("%s another one") : _ ("%s filled in"), filled);
  if (self->offer)
    add_figure (words, _ ("%s differing fields sent to be decided on"), differences);
  add_figure (words, ngettext ("%s village left out", "%s villages left out", self->shares->len - *taken), self->shares->len - *taken);
  return g_strdup_printf (_ ("Will be written: %s."), words->str);
}

static void
show_foot (PamongVillagesView *self)
{
  guint taken;
  g_autofree char *sentence = commit_sentence (self, &taken);
  g_autofree char *commit = g_strdup_printf (ngettext ("Wri_te to %u village", "Wri_te to %u villages", taken), taken);

  gtk_label_set_text (self->words, sentence);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), sentence);
  gtk_label_set_label (self->commit_words, commit);
  gtk_widget_set_sensitive (self->commit, taken > 0);
}

static void
show_left (PamongVillagesView *self)
{
  g_autofree char *number = pamong_words_number (self->homeless + self->unknown), *words = NULL;

  if (self->is_desil)
    words = g_strdup_printf (_ ("%s rows stay out: they cannot be read, or no family of this regency has the number."), number);
  else
    words = g_strdup_printf (_ ("%s rows name no village and stay out, the first is %s. Go back and say which village they are for."), number, self->where);
  gtk_label_set_text (self->left, words);
  gtk_widget_set_visible (self->left_band, self->homeless + self->unknown > 0);
}

static void
take (PamongVillagesView *self, gboolean all, gboolean low)
{
  for (guint i = 0; i < self->shares->len; i++)
    {
      PamongVillageShare *share = share_at (self, i);

      pamong_village_share_set_taken (share, pamong_village_share_fits (share, self->offer) && (all || (low && pamong_village_share_is_low (share))));
    }
  show_foot (self);
}

static void
all_cb (PamongVillagesView *self)
{
  take (self, TRUE, FALSE);
}

static void
low_cb (PamongVillagesView *self)
{
  take (self, FALSE, TRUE);
}

static void
none_cb (PamongVillagesView *self)
{
  take (self, FALSE, FALSE);
}

static void
open_cb (PamongVillagesView *self, PamongVillageShare *share)
{
  if (share->uid != NULL)
    g_signal_emit (self, signals[OPEN], 0, share);
}

static void
look_cb (PamongVillagesView *self)
{
  PamongVillageShare *share = pamong_share_list_chosen (self->list);

  if (share != NULL)
    open_cb (self, share);
}

static void
commit_cb (PamongVillagesView *self)
{
  if (gtk_widget_get_sensitive (self->commit))
    g_signal_emit (self, signals[COMMIT], 0);
}

static void
drop_cb (PamongVillagesView *self)
{
  g_signal_emit (self, signals[DROP], 0);
}

static void
back_cb (PamongVillagesView *self)
{
  g_signal_emit (self, signals[BACK], 0);
}

static gboolean
pressed_cb (PamongVillagesView *self, guint key, guint code, GdkModifierType state)
{
  state &= gtk_accelerator_get_default_mod_mask ();
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_s || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    commit_cb (self);
  else if (state == 0 && key == GDK_KEY_Escape)
    back_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
villages_view_shown (PamongPage *page)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAMONG_VILLAGES_VIEW (page)->list));
}

static const PamongPageKey *
villages_view_keys (PamongPage *page)
{
  static PamongPageKey keys[6];
  guint n = 0;

  keys[n++] = (PamongPageKey) { "F1", _ ("Help") };
  keys[n++] = (PamongPageKey) { _ ("Space"), _ ("Take or leave out") };
  if (!PAMONG_VILLAGES_VIEW (page)->is_desil)
    keys[n++] = (PamongPageKey) { "Enter", _ ("Rows of the village") };
  keys[n++] = (PamongPageKey) { "Ctrl+S", _ ("Write") };
  keys[n++] = (PamongPageKey) { "Esc", _ ("Back") };
  keys[n] = (PamongPageKey) { NULL, NULL };
  return keys;
}

static void
villages_view_page_init (PamongPageInterface *iface)
{
  iface->shown = villages_view_shown;
  iface->keys = villages_view_keys;
}

static void
pamong_villages_view_dispose (GObject *object)
{
  PamongVillagesView *self = PAMONG_VILLAGES_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shares, g_ptr_array_unref);
  g_clear_pointer (&self->desil, g_ptr_array_unref);
  g_clear_pointer (&self->where, g_free);
  G_OBJECT_CLASS (pamong_villages_view_parent_class)->dispose (object);
}

static void
pamong_villages_view_class_init (PamongVillagesViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pamong_villages_view_dispose;
  signals[OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, PAMONG_TYPE_VILLAGE_SHARE);
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DROP] = g_signal_new ("drop", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BACK] = g_signal_new ("back", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
make_button (PamongVillagesView *self, const char *words, void (*clicked) (PamongVillagesView *))
{
  GtkWidget *button = gtk_button_new_with_mnemonic (words);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), self);
  return button;
}

static GtkWidget *
make_line (PamongVillagesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->low = make_button (self, _ ("Only _under 50 %"), low_cb);
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("_All villages"), all_cb));
  gtk_box_append (GTK_BOX (box), self->low);
  gtk_box_append (GTK_BOX (box), make_button (self, _ ("_None"), none_cb));
  return box;
}

static GtkWidget *
make_band (const char *icon, const char *class, GtkLabel **label)
{
  GtkWidget *band = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  *label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (*label, 0);
  gtk_label_set_wrap (*label, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (*label), TRUE);
  gtk_widget_add_css_class (band, "band");
  gtk_widget_add_css_class (band, class);
  gtk_box_append (GTK_BOX (band), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (band), GTK_WIDGET (*label));
  gtk_widget_set_visible (band, FALSE);
  return band;
}

static GtkWidget *
make_commit (PamongVillagesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new_with_mnemonic ("");

  self->commit = gtk_button_new ();
  self->commit_words = GTK_LABEL (label);
  gtk_label_set_use_underline (self->commit_words, TRUE);
  gtk_label_set_mnemonic_widget (self->commit_words, self->commit);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pamong_keycap_new ("Ctrl+S"));
  gtk_button_set_child (GTK_BUTTON (self->commit), box);
  gtk_widget_set_valign (self->commit, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->commit, "primary");
  g_signal_connect_swapped (self->commit, "clicked", G_CALLBACK (commit_cb), self);
  return self->commit;
}

static GtkWidget *
make_foot (PamongVillagesView *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);

  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->words, 0);
  gtk_label_set_wrap (self->words, TRUE);
  gtk_label_set_lines (self->words, 2);
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->words), TRUE);
  gtk_widget_add_css_class (foot, "foot-bar");
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->words));
  gtk_box_append (GTK_BOX (foot), make_button (self, _ ("_Cancel the import"), drop_cb));
  gtk_box_append (GTK_BOX (foot), make_button (self, _ ("_Back"), back_cb));
  gtk_box_append (GTK_BOX (foot), make_commit (self));
  return foot;
}

static void
pamong_villages_view_init (PamongVillagesView *self)
{
  GtkWidget *body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8), *line = make_line (self), *look = make_button (self, _ ("_Rows of the village…"), look_cb);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->shares = g_ptr_array_new_with_free_func (g_object_unref);
  self->desil = g_ptr_array_new_with_free_func ((GDestroyNotify) pamong_desil_village_free);
  self->list = PAMONG_SHARE_LIST (pamong_share_list_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_name (look, "inject-look");
  gtk_widget_set_hexpand (look, TRUE);
  gtk_widget_set_halign (look, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), look);
  gtk_widget_add_css_class (body, "exchange-body");
  gtk_box_append (GTK_BOX (body), line);
  gtk_box_append (GTK_BOX (body), self->said_band = make_band ("dialog-error-symbolic", "error", &self->said));
  gtk_box_append (GTK_BOX (body), self->left_band = make_band ("dialog-warning-symbolic", "warning", &self->left));
  gtk_box_append (GTK_BOX (body), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_widget_set_vexpand (body, TRUE);
  gtk_widget_set_parent (body, GTK_WIDGET (self));
  gtk_widget_set_parent (make_foot (self), GTK_WIDGET (self));
  self->look = look;
  g_signal_connect_swapped (self->list, "open", G_CALLBACK (open_cb), self);
  g_signal_connect_swapped (self->list, "taken-changed", G_CALLBACK (show_foot), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
pamong_villages_view_new (void)
{
  return g_object_new (PAMONG_TYPE_VILLAGES_VIEW, NULL);
}

static void
read_people (PamongVillagesView *self, const PamongInjectWork *work)
{
  const GPtrArray *batches = work->injection->batches;

  self->homeless = work->injection->homeless;
  self->where = g_strdup (work->injection->where);
  for (guint i = 0; i < batches->len; i++)
    if (((PamongImport *) batches->pdata[i])->state <= PAMONG_IMPORT_READY)
      g_ptr_array_add (self->shares, pamong_village_share_new_people (batches->pdata[i], i < work->rows->len ? work->rows->pdata[i] : NULL));
}

static void
read_desil (PamongVillagesView *self, const PamongInjectWork *work)
{
  self->unknown = work->figures.refused;
  for (guint i = 0; i < work->villages->len; i++)
    {
      const PamongDesilVillage *from = work->villages->pdata[i];
      PamongDesilVillage *village = g_memdup2 (from, sizeof *from);

      village->area = g_strdup (from->area);
      g_ptr_array_add (self->desil, village);
      g_ptr_array_add (self->shares, pamong_village_share_new_desil (from, i < work->rows->len ? work->rows->pdata[i] : NULL));
    }
}

void
pamong_villages_view_show (PamongVillagesView *self, const PamongInjectWork *work, gboolean offer)
{
  gboolean any_low = FALSE;

  g_ptr_array_set_size (self->shares, 0);
  g_ptr_array_set_size (self->desil, 0);
  g_clear_pointer (&self->where, g_free);
  self->homeless = self->unknown = 0;
  self->offer = offer;
  self->is_desil = work->injection == NULL;
  if (self->is_desil)
    read_desil (self, work);
  else
    read_people (self, work);
  for (guint i = 0; i < self->shares->len; i++)
    any_low = any_low || pamong_village_share_is_low (share_at (self, i));
  gtk_widget_set_sensitive (self->low, any_low);
  gtk_widget_set_visible (self->look, !self->is_desil);
  pamong_share_list_show (self->list, self->shares, self->is_desil ? PAMONG_SHARE_DESIL : PAMONG_SHARE_PEOPLE);
  pamong_villages_view_say (self, NULL);
  show_left (self);
  take (self, TRUE, FALSE);
}

void
pamong_villages_view_say (PamongVillagesView *self, const char *words)
{
  gtk_label_set_text (self->said, words != NULL ? words : "");
  gtk_widget_set_visible (self->said_band, words != NULL);
}

gboolean
pamong_villages_view_offers (PamongVillagesView *self)
{
  return self->offer;
}

static char **
uids_of (PamongVillagesView *self, gboolean all)
{
  g_autoptr (GStrvBuilder) uids = g_strv_builder_new ();

  for (guint i = 0; i < self->shares->len; i++)
    if (share_at (self, i)->uid != NULL && (all || share_at (self, i)->taken))
      g_strv_builder_add (uids, share_at (self, i)->uid);
  return g_strv_builder_end (uids);
}

char **
pamong_villages_view_taken (PamongVillagesView *self)
{
  return uids_of (self, FALSE);
}

char **
pamong_villages_view_all (PamongVillagesView *self)
{
  return uids_of (self, TRUE);
}

GPtrArray *
pamong_villages_view_desil (PamongVillagesView *self)
{
  for (guint i = 0; i < self->desil->len; i++)
    ((PamongDesilVillage *) self->desil->pdata[i])->left_out = !share_at (self, i)->taken;
  return self->desil;
}

void
pamong_villages_view_take (PamongVillagesView *self, const char *area, gboolean taken)
{
  for (guint i = 0; i < self->shares->len; i++)
    if (area == NULL || g_str_equal (share_at (self, i)->area, area))
      pamong_village_share_set_taken (share_at (self, i), taken && pamong_village_share_fits (share_at (self, i), self->offer));
}
