/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/shell/shell.h"
#include "app/shell/find_box.h"
#include "app/shell/key_bar.h"
#include "app/shell/help_window.h"
#include "app/shell/keys_window.h"
#include "app/shell/navigation.h"
#include "app/shell/pages.h"
#include "app/shell/recent.h"
#include "app/shell/scan.h"
#include "app/shell/shortcuts.h"
#include "app/shell/status_pill.h"
#include "app/style.h"
#include "app/words.h"
#include "domain/clock.h"
#include "domain/codes.h"
#include "office/identity.h"
#include "store/letters.h"
#include <adwaita.h>
#include <glib/gi18n.h>

#define INSPECT_AFTER_MS 1500 /* the first frame comes first, then sync */
#define RAIL_FROM 1.24 /* text scale from which words in the navigation take too much of 1366 pixels */

struct _PamongShell {
  GtkWidget parent_instance;

  PamongSession *session;
  const PamongPageInfo *page;
  PamongRecord *identity; /* (nullable): says which pages this office has switched off */
  AdwHeaderBar *header;
  GtkLabel *place, *parent_place, *account_name;
  GtkMenuButton *account;
  GtkWidget *practice_band;
  PamongNavigation *navigation;
  GtkStack *pages;
  PamongKeyBar *keys;
  PamongStatusPill *pill;
  PamongFindBox *find;
  PamongCardReader *reader; /* owned by pamong_scan_add */
  guint inspect_timer;
  gint64 saved; /* when something was last written here */
};

G_DEFINE_FINAL_TYPE (PamongShell, pamong_shell, GTK_TYPE_WIDGET)

enum { SIGN_OUT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
show_status (PamongShell *self)
{
  PamongStatusFacts facts;
  PamongStatusLine line = { 0 };
  g_autoptr (GError) error = NULL;

  if (!pamong_status_read (self->session, &facts, &error))
    return;
  pamong_status_line (&facts, &line);
  pamong_status_pill_show (self->pill, &line);
  pamong_navigation_set_count (self->navigation, "sinkronisasi", facts.practice ? 0 : facts.counts.pending + facts.counts.held);
  pamong_status_line_clear (&line);
}

/* Letters that wait to be signed or fetched. */
static void
show_letters (PamongShell *self)
{
  PamongLetterQuery query = { .area = pamong_session_area (self->session), .waiting = TRUE, .is_void = -1, .limit = 1 };
  guint total = 0;
  g_autoptr (GPtrArray) rows = NULL;

  if (pamong_session_level (self->session) != PAMONG_LEVEL_VILLAGE)
    return;
  rows = pamong_letters_list (pamong_session_store (self->session), &query, &total, NULL);
  pamong_navigation_set_count (self->navigation, "surat", rows != NULL ? total : 0);
}

static void
show_findings (PamongShell *self)
{
  pamong_navigation_set_count (self->navigation, "perlu-dicek", MAX (pamong_session_to_check (self->session), 0));
}

static gboolean
inspect_cb (gpointer data)
{
  PamongShell *self = data;

  self->inspect_timer = 0;
  g_signal_connect_object (self->session, "inspected", G_CALLBACK (show_findings), self, G_CONNECT_SWAPPED);
  pamong_session_inspect (self->session);
  show_findings (self);
  return G_SOURCE_REMOVE;
}

static void
show_keys (PamongShell *self)
{
  PamongPage *page = pamong_shell_page (self);
  g_autofree char *foot = page != NULL ? pamong_page_foot (page) : NULL;
  g_autofree char *clock = pamong_words_clock (self->saved);

  if (page == NULL)
    return;
  pamong_key_bar_set_keys (self->keys, pamong_page_keys (page));
  if (foot != NULL)
    {
      pamong_key_bar_set_foot (self->keys, "document-edit-symbolic", foot);
      return;
    }
  foot = g_strdup_printf (pamong_session_is_practice (self->session) ? _ ("Saved in practice %s") : _ ("Saved on this computer %s"), clock);
  pamong_key_bar_set_foot (self->keys, "object-select-symbolic", foot);
}

/* "Anik Rahmawati" -> "Anik R." leaves room for the pill. */
static char *
short_name (const char *name)
{
  g_auto (GStrv) words = g_strsplit (name, " ", -1);
  GString *text = g_string_new (words[0]);

  if (words[0] != NULL && words[1] != NULL && *words[1] != '\0')
    g_string_append_printf (text, " %.*s.", (int) (g_utf8_next_char (words[1]) - words[1]), words[1]);
  return g_string_free (text, FALSE);
}

static void
show_place (PamongShell *self)
{
  const PamongRecord *account = pamong_session_account (self->session);
  const char *area = pamong_session_area (self->session);
  const PamongRegion *region = pamong_regions_find (area);
  const PamongRegion *above = region != NULL && region->parent != NULL ? pamong_regions_find (region->parent) : NULL;
  g_autofree char *title = pamong_regions_title (area);
  g_autofree char *parent = NULL, *name = NULL, *label = NULL;

  gtk_label_set_text (self->place, title);
  if (above != NULL)
    parent = g_strdup_printf ("%s %s", g_str_equal (above->type, "kecamatan") ? "Kec." : "Kab.", above->name);
  gtk_label_set_text (self->parent_place, parent != NULL ? parent : "");
  name = short_name (pamong_record_text (account, PAMONG_ACCOUNT_NAME));
  label = g_strdup_printf ("%s · %s", name, pamong_codes_display ("tugas", (int) pamong_record_int (account, PAMONG_ACCOUNT_DUTY)));
  gtk_label_set_text (self->account_name, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->account), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
fit_text (PamongShell *self)
{
  gboolean large = pamong_style_text_scale () > RAIL_FROM;

  pamong_navigation_set_rail (self->navigation, large);
  pamong_find_box_set_narrow (self->find, large);
  gtk_widget_set_visible (GTK_WIDGET (self->account_name), !large);
}

static gboolean
is_offered (PamongShell *self, const PamongPageInfo *info)
{
  return pamong_page_info_fits (info, pamong_session_level (self->session)) && !pamong_identity_hides (self->identity, info->name);
}

static void
show_menus (PamongShell *self)
{
  g_clear_pointer (&self->identity, pamong_record_free);
  self->identity = pamong_identity (pamong_session_store (self->session), NULL);
  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    if (pamong_page_info_fits (info, pamong_session_level (self->session))) /* one name may stand for a page of each level */
      pamong_navigation_set_offered (self->navigation, info->name, is_offered (self, info));
}

static PamongPage *
visit (PamongShell *self, const PamongPageInfo *info)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, info->name);

  if (page == NULL)
    {
      page = info->make (self->session);
      gtk_stack_add_named (self->pages, page, info->name);
    }
  gtk_stack_set_visible_child (self->pages, page);
  return PAMONG_PAGE (page);
}

static void
changed_cb (PamongShell *self, int kind)
{
  if (kind == PAMONG_KIND_IDENTITY)
    show_menus (self);
  if (kind == PAMONG_KIND_LETTER || kind < 0)
    show_letters (self);
  self->saved = pamong_clock_now ();
  show_keys (self);
}

static void
found_cb (PamongShell *self, const char *uid)
{
  pamong_shell_open (self, PAMONG_KIND_RESIDENT, uid);
}

static void
chosen_cb (PamongShell *self, const char *name)
{
  if (!pamong_shell_go (self, name) && self->page != NULL)
    pamong_navigation_select (self->navigation, self->page->name);
}

static void
go_action (GtkWidget *widget, const char *action, GVariant *name)
{
  PamongShell *self = PAMONG_SHELL (widget);
  g_auto (GStrv) parts = g_strsplit (g_variant_get_string (name, NULL), ":", 2);

  if (parts[0] != NULL && pamong_shell_go (self, parts[0]) && parts[1] != NULL)
    pamong_page_view (pamong_shell_page (self), parts[1]);
}

static void
open_action (GtkWidget *widget, const char *action, GVariant *target)
{
  const char *kind, *uid;

  g_variant_get (target, "(&s&s)", &kind, &uid);
  if (pamong_kind_from_name (kind) >= 0)
    pamong_shell_open (PAMONG_SHELL (widget), pamong_kind_from_name (kind), uid);
}

static void
open_field_action (GtkWidget *widget, const char *action, GVariant *target)
{
  const char *kind, *uid;
  int field;

  g_variant_get (target, "(&s&si)", &kind, &uid, &field);
  if (pamong_kind_from_name (kind) >= 0)
    pamong_shell_open_field (PAMONG_SHELL (widget), pamong_kind_from_name (kind), uid, field);
}

static void
new_family_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongShell *self = PAMONG_SHELL (widget);

  if (pamong_session_level (self->session) == PAMONG_LEVEL_VILLAGE) /* others read families, they do not write them */
    pamong_shell_open (self, PAMONG_KIND_FAMILY, NULL);
}

static void
find_action (GtkWidget *widget, const char *action, GVariant *none)
{
  gtk_widget_grab_focus (GTK_WIDGET (PAMONG_SHELL (widget)->find));
}

static void
sync_now_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongShell *self = PAMONG_SHELL (widget);

  if (!pamong_session_is_practice (self->session))
    pamong_sync_runner_now (pamong_session_sync (self->session));
}

static void
keys_changed_action (GtkWidget *widget, const char *action, GVariant *none)
{
  show_keys (PAMONG_SHELL (widget));
}

static void
help_action (GtkWidget *widget, const char *action, GVariant *none)
{
  pamong_help_window_show (widget, pamong_shell_page_name (PAMONG_SHELL (widget)));
}

static void
keys_action (GtkWidget *widget, const char *action, GVariant *none)
{
  pamong_keys_window_show (widget, pamong_page_keys (pamong_shell_page (PAMONG_SHELL (widget))));
}

static void
sign_out_action (GtkWidget *widget, const char *action, GVariant *none)
{
  if (pamong_shell_can_close (PAMONG_SHELL (widget)))
    g_signal_emit (widget, signals[SIGN_OUT], 0);
}

static void
neighbour_action (GtkWidget *widget, const char *action, GVariant *none)
{
  PamongShell *self = PAMONG_SHELL (widget);
  const PamongPageInfo *before = NULL;
  gboolean next = g_str_equal (action, "win.next-page"), passed = FALSE;

  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    {
      if (!is_offered (self, info))
        continue;
      if (next && passed)
        {
          pamong_shell_go (self, info->name);
          return;
        }
      passed = info == self->page;
      if (!next && passed && before != NULL)
        pamong_shell_go (self, before->name);
      before = info;
    }
}

static void
pamong_shell_dispose (GObject *object)
{
  PamongShell *self = PAMONG_SHELL (object);
  GtkWidget *child;

  g_signal_handlers_disconnect_by_data (gtk_settings_get_default (), self);
  g_clear_handle_id (&self->inspect_timer, g_source_remove);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->identity, pamong_record_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pamong_shell_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.go", "s", go_action);
  gtk_widget_class_install_action (klass, "win.open", "(ss)", open_action);
  gtk_widget_class_install_action (klass, "win.open-field", "(ssi)", open_field_action);
  gtk_widget_class_install_action (klass, "win.new-family", NULL, new_family_action);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_action);
  gtk_widget_class_install_action (klass, "win.sync-now", NULL, sync_now_action);
  gtk_widget_class_install_action (klass, "win.keys-changed", NULL, keys_changed_action);
  gtk_widget_class_install_action (klass, "win.keys", NULL, keys_action);
  gtk_widget_class_install_action (klass, "win.help", NULL, help_action);
  gtk_widget_class_install_action (klass, "win.sign-out", NULL, sign_out_action);
  gtk_widget_class_install_action (klass, "win.next-page", NULL, neighbour_action);
  gtk_widget_class_install_action (klass, "win.previous-page", NULL, neighbour_action);
}

static void
pamong_shell_class_init (PamongShellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pamong_shell_dispose;
  signals[SIGN_OUT] = g_signal_new ("sign-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  g_type_ensure (PAMONG_TYPE_NAVIGATION);
  g_type_ensure (PAMONG_TYPE_KEY_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/id/pamong/ui/shell.ui");
  gtk_widget_class_bind_template_child (widget_class, PamongShell, header);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, place);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, parent_place);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, account);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, account_name);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, practice_band);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, navigation);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, pages);
  gtk_widget_class_bind_template_child (widget_class, PamongShell, keys);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  install_actions (widget_class);
}

static void
pamong_shell_init (PamongShell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->saved = pamong_clock_now ();
  self->pill = PAMONG_STATUS_PILL (pamong_status_pill_new ());
  adw_header_bar_pack_end (self->header, GTK_WIDGET (self->pill));
  pamong_shortcuts_add (GTK_WIDGET (self), FALSE);
}

static void
add_pages (PamongShell *self)
{
  PamongLevel level = pamong_session_level (self->session);
  gboolean tools = FALSE;

  for (const PamongPageInfo *info = pamong_pages (); info->name != NULL; info++)
    if (pamong_page_info_fits (info, level))
      {
        pamong_navigation_add (self->navigation, info->name, info->icon, _ (info->words), info->tools && !tools);
        tools = tools || info->tools;
      }
  show_menus (self);
}

GtkWidget *
pamong_shell_new (PamongSession *session)
{
  PamongShell *self = g_object_new (PAMONG_TYPE_SHELL, NULL);

  self->session = g_object_ref (session);
  self->find = PAMONG_FIND_BOX (pamong_find_box_new (session));
  adw_header_bar_set_title_widget (self->header, GTK_WIDGET (self->find));
  gtk_widget_set_visible (self->practice_band, pamong_session_is_practice (session));
  self->reader = pamong_scan_add (self);
  add_pages (self);
  show_place (self);
  show_status (self);
  show_letters (self);
  fit_text (self);
  g_signal_connect_swapped (self->find, "found", G_CALLBACK (found_cb), self);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (session, "outbox-changed", G_CALLBACK (show_status), self);
  g_signal_connect_swapped (gtk_settings_get_default (), "notify::gtk-xft-dpi", G_CALLBACK (fit_text), self);
  if (pamong_session_level (session) == PAMONG_LEVEL_VILLAGE)
    self->inspect_timer = g_timeout_add_full (G_PRIORITY_LOW, INSPECT_AFTER_MS, inspect_cb, self, NULL);
  return GTK_WIDGET (self);
}

gboolean
pamong_shell_go (PamongShell *self, const char *name)
{
  PamongLevel level = pamong_session_level (self->session);
  const PamongPageInfo *info = name != NULL ? pamong_pages_find (name, level) : pamong_pages ();

  while (name == NULL && info->name != NULL && !is_offered (self, info))
    info++;
  if (info == NULL || info->name == NULL || !is_offered (self, info))
    return FALSE;
  if (info != self->page)
    {
      if (!pamong_shell_can_close (self))
        return FALSE;
      self->page = info;
    }
  pamong_navigation_select (self->navigation, info->name);
  pamong_page_shown (visit (self, info));
  show_keys (self);
  return TRUE;
}

gboolean
pamong_shell_open (PamongShell *self, PamongKind kind, const char *uid)
{
  const PamongPageInfo *info = pamong_pages_for (kind, pamong_session_level (self->session));
  gboolean opened;

  if (info == NULL || !pamong_shell_go (self, info->name))
    return FALSE;
  opened = pamong_page_open (pamong_shell_page (self), kind, uid);
  if (opened && kind == PAMONG_KIND_RESIDENT && uid != NULL)
    pamong_recent_add (self->session, uid);
  show_keys (self);
  return opened;
}

gboolean
pamong_shell_open_field (PamongShell *self, PamongKind kind, const char *uid, int field)
{
  const PamongPageInfo *info = pamong_pages_for (kind, pamong_session_level (self->session));
  gboolean opened;

  if (info == NULL || !pamong_shell_go (self, info->name))
    return FALSE;
  opened = pamong_page_edit (pamong_shell_page (self), kind, uid, field);
  show_keys (self);
  return opened;
}

PamongPage *
pamong_shell_page (PamongShell *self)
{
  GtkWidget *child = gtk_stack_get_visible_child (self->pages);

  return child != NULL ? PAMONG_PAGE (child) : NULL;
}

const char *
pamong_shell_page_name (PamongShell *self)
{
  return self->page != NULL ? self->page->name : NULL;
}

gboolean
pamong_shell_can_close (PamongShell *self)
{
  PamongPage *page = pamong_shell_page (self);

  return page == NULL || pamong_page_leave (page);
}

PamongCardReader *
pamong_shell_reader (PamongShell *self)
{
  return self->reader;
}

PamongSession *
pamong_shell_session (PamongShell *self)
{
  return self->session;
}
