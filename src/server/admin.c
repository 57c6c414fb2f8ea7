/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/clock.h"
#include "domain/codes.h"
#include "domain/uid.h"
#include "server/admin_target.h"
#include "server/desks.h"
#include "server/scope.h"
#include "server/server.h"
#include "wire/conflict.h"
#include "wire/crypto.h"
#include "wire/json.h"
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

/* Words of the command line. */
static char *data_dir, *database, *regency, *level_name, *area;
static gboolean as_json;

static const GOptionEntry entries[] = {
  { "data", 0, 0, G_OPTION_ARG_FILENAME, &data_dir, N_("Folder of the ledger"), "DIR" },
  { "database", 0, 0, G_OPTION_ARG_STRING, &database, N_("PostgreSQL database"), "URI" },
  { "regency", 0, 0, G_OPTION_ARG_STRING, &regency, N_("Code of the regency, for init"), "CODE" },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level_name, N_("village, district or regency, for code"), "LEVEL" },
  { "area", 0, 0, G_OPTION_ARG_STRING, &area, N_("Code of the place, for code"), "CODE" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
  { NULL }
};

static gboolean
refuse (GError **error, const char *words)
{
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, words);
  return FALSE;
}

static gboolean
set_metas (PamongLedger *ledger, GError **error)
{
  g_autofree char *id = pamong_uid_new ();

  return ledger->set_meta (ledger, "server_id", id, error) && ledger->set_meta (ledger, "epoch", "1", error) && ledger->set_meta (ledger, "regency", regency, error);
}

static gboolean
run_init (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autofree char *id = ledger->get_meta (ledger, "server_id", error);

  if (*error != NULL)
    return FALSE;
  if (id != NULL)
    return refuse (error, _("This ledger has been started before; nothing was changed."));
  if (!pamong_scope_fits (PAMONG_LEVEL_REGENCY, regency ? regency : "", regency ? regency : ""))
    return refuse (error, _("Name the regency by its code: --regency 35.22"));
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (set_metas (ledger, error))
    return ledger->commit (ledger, error);
  ledger->rollback (ledger);
  return FALSE;
}

static gboolean
run_code (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autofree char *own = ledger->get_meta (ledger, "regency", error);
  g_autofree char *code = pamong_activation_code_new ();
  g_autofree char *tidy = pamong_code_tidy (code);
  g_autofree char *hash = pamong_sha256 (tidy, strlen (tidy));
  PamongActivation activation = { hash, area, NULL, level_name ? pamong_level_from_name (level_name) : 0, pamong_clock_now () };

  if (own == NULL)
    return *error == NULL ? refuse (error, _("This ledger is empty. Start it: pamong-server admin init --regency 35.22")) : FALSE;
  if (activation.level == 0 || area == NULL || !pamong_scope_fits (activation.level, area, own))
    return refuse (error, _("Level and area do not fit. Write for example: --level village --area 35.22.28.2001"));
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (!ledger->add_code (ledger, &activation, error))
    {
      ledger->rollback (ledger);
      return FALSE;
    }
  if (!ledger->commit (ledger, error))
    return FALSE;
  g_print ("%s\n", code);
  return TRUE;
}

static char *
when (gint64 t)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (t);

  return t == 0 || time == NULL ? g_strdup ("-") : g_date_time_format (time, "%d-%m-%Y %H:%M");
}

static void
put_flag (GString *out, const char *key, gboolean flag)
{
  pamong_json_put_key (out, key);
  g_string_append (out, flag ? "true" : "false");
}

/* What keeps a computer from sending. */
static const char *
standing (const PamongDevice *device)
{
  if (device->revoked)
    return _("  revoked");
  if (device->forked)
    return _("  two copies: choose one, then release");
  return device->released ? _("  waits for the copy that goes on") : "";
}

static void
put_device (GString *out, const PamongDevice *device)
{
  pamong_json_put_comma (out);
  g_string_append_c (out, '{');
  pamong_json_put_text (out, "id", device->id);
  pamong_json_put_text (out, "level", pamong_level_name (device->level));
  pamong_json_put_text (out, "area", device->area);
  pamong_json_put_int (out, "high", device->high);
  pamong_json_put_int (out, "last_contact", device->last_contact);
  pamong_json_put_int (out, "waiting", device->waiting);
  pamong_json_put_int (out, "held", device->held);
  pamong_json_put_text (out, "app", device->app_version);
  pamong_json_put_int (out, "epoch", device->epoch);
  put_flag (out, "forked", device->forked);
  put_flag (out, "released", device->released);
  put_flag (out, "revoked", device->revoked);
  g_string_append_c (out, '}');
}

static gboolean
run_devices (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) devices = ledger->list_devices (ledger, area, error);
  g_autoptr (GString) out = g_string_new ("[");

  for (guint i = 0; devices != NULL && i < devices->len; i++)
    {
      const PamongDevice *device = g_ptr_array_index (devices, i);
      g_autofree char *contact = when (device->last_contact);
      g_autofree char *title = pamong_regions_title (device->area);

      put_device (out, device);
      if (!as_json)
        g_print ("%s  %-14s %-28s %s  %s %" G_GINT64_FORMAT "%s\n", device->id, device->area, title, contact, _("waiting"), device->waiting, standing (device));
    }
  if (as_json && devices != NULL)
    g_print ("%s]\n", out->str);
  return devices != NULL;
}

static gboolean
run_revoke (PamongLedger *ledger, const char *argument, GError **error)
{
  gboolean found = FALSE;

  if (argument == NULL)
    return refuse (error, _("Name the computer: pamong-server admin revoke ID (see devices)"));
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (!ledger->revoke_device (ledger, argument, &found, error) || !pamong_desk_note_id (ledger, argument, error))
    {
      ledger->rollback (ledger);
      return FALSE;
    }
  return ledger->commit (ledger, error) && (found || refuse (error, _("There is no such computer; see devices.")));
}

/* The computer may come back: as the copy that asks next, which becomes the only one. Also after it was revoked by mistake. */
static gboolean
release (PamongLedger *ledger, const char *id, GError **error)
{
  g_autoptr (PamongDevice) device = ledger->find_device (ledger, id, error);

  if (device == NULL)
    return *error == NULL ? refuse (error, _("There is no such computer; see devices.")) : FALSE;
  device->forked = device->revoked = FALSE;
  device->released = TRUE;
  return ledger->hold_device (ledger, device, error) && pamong_desk_note (ledger, device, error);
}

static gboolean
run_release (PamongLedger *ledger, const char *argument, GError **error)
{
  if (argument == NULL)
    return refuse (error, _("Name the computer: pamong-server admin release ID (see devices)"));
  if (!ledger->begin (ledger, error))
    return FALSE;
  if (!release (ledger, argument, error))
    {
      ledger->rollback (ledger);
      return FALSE;
    }
  if (!ledger->commit (ledger, error))
    return FALSE;
  g_print (_("The copy that speaks next goes on as this computer; every other one is shut out.\n"));
  return TRUE;
}

static gboolean
run_status (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autofree char *id = ledger->get_meta (ledger, "server_id", error);
  g_autofree char *own = ledger->get_meta (ledger, "regency", NULL);
  g_autofree char *epoch = ledger->get_meta (ledger, "epoch", NULL);
  g_autoptr (GPtrArray) devices = ledger->list_devices (ledger, NULL, error);
  g_autoptr (GPtrArray) conflicts = devices ? ledger->list_conflicts (ledger, error) : NULL;
  g_autoptr (GString) out = g_string_new ("{");
  gint64 counts[PAMONG_N_KINDS], head;

  if (conflicts == NULL || !ledger->count_records (ledger, counts, error) || !ledger->get_head (ledger, &head, error))
    return FALSE;
  pamong_json_put_text (out, "server_id", id);
  pamong_json_put_text (out, "regency", own);
  pamong_json_put_int (out, "epoch", epoch ? g_ascii_strtoll (epoch, NULL, 10) : 0);
  pamong_json_put_int (out, "head", head);
  pamong_json_put_int (out, "devices", devices->len);
  pamong_json_put_int (out, "residents", counts[PAMONG_KIND_RESIDENT]);
  pamong_json_put_int (out, "families", counts[PAMONG_KIND_FAMILY]);
  pamong_json_put_int (out, "events", counts[PAMONG_KIND_EVENT]);
  pamong_json_put_int (out, "accounts", counts[PAMONG_KIND_ACCOUNT]);
  pamong_json_put_int (out, "conflicts", conflicts->len);
  g_string_append_c (out, '}');
  if (as_json)
    g_print ("%s\n", out->str);
  else
    g_print (_("%u computers, %d residents, %d families, %u conflicts\n"), devices->len, (int) counts[PAMONG_KIND_RESIDENT], (int) counts[PAMONG_KIND_FAMILY], conflicts->len);
  return TRUE;
}

static gboolean
run_check (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  if (!ledger->check (ledger, faults, error))
    return FALSE;
  for (guint i = 0; i < faults->len; i++)
    g_printerr ("%s\n", (char *) g_ptr_array_index (faults, i));
  if (faults->len > 0)
    return refuse (error, _("The ledger is not whole. Keep a copy of its folder and ask for help."));
  g_print (_("The ledger is whole.\n"));
  return TRUE;
}

/* No values: this list may be pasted into a chat. */
static gboolean
run_conflicts (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autoptr (GPtrArray) conflicts = ledger->list_conflicts (ledger, error);
  g_autoptr (GString) out = g_string_new ("[");

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const PamongRecord *conflict = g_ptr_array_index (conflicts, i);
      g_autoptr (GPtrArray) others = pamong_conflict_others (conflict, NULL);

      pamong_json_put_comma (out);
      g_string_append_c (out, '{');
      pamong_json_put_text (out, "uid", conflict->uid);
      pamong_json_put_text (out, "area", conflict->area);
      pamong_json_put_text (out, "kind", pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND));
      pamong_json_put_text (out, "subject", pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_UID));
      pamong_json_put_text (out, "field", pamong_record_text (conflict, PAMONG_CONFLICT_FIELD));
      pamong_json_put_int (out, "values", 1 + (others ? others->len : 0));
      g_string_append_c (out, '}');
      if (!as_json)
        g_print ("%s  %-14s %s %s\n", conflict->uid, conflict->area, pamong_record_text (conflict, PAMONG_CONFLICT_SUBJECT_KIND), pamong_record_text (conflict, PAMONG_CONFLICT_FIELD));
    }
  if (as_json && conflicts != NULL)
    g_print ("%s]\n", out->str);
  return conflicts != NULL;
}

static gboolean
run_target (PamongLedger *ledger, const char *argument, GError **error)
{
  g_autofree char *own = ledger->get_meta (ledger, "regency", error);

  if (own == NULL)
    return *error == NULL ? refuse (error, _("This ledger is empty. Start it: pamong-server admin init --regency 35.22")) : FALSE;
  return pamong_admin_target (ledger, own, as_json, error);
}

static const struct {
  const char *name;
  gboolean (*run) (PamongLedger *ledger, const char *argument, GError **error);
} commands[] = {
  { "init", run_init }, { "code", run_code }, { "devices", run_devices }, { "revoke", run_revoke }, { "release", run_release },
  { "target", run_target }, { "status", run_status }, { "check", run_check }, { "conflicts", run_conflicts },
};

static int
run_command (guint command, const char *argument)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongLedger) ledger = pamong_ledger_open_sqlite (data_dir, commands[command].run == run_init, &error);

  if (ledger != NULL && commands[command].run (ledger, argument, &error))
    return 0;
  g_printerr ("%s\n", error ? error->message : "");
  return ledger != NULL && g_error_matches (error, PAMONG_ERROR, PAMONG_ERROR_INVALID) ? 1 : 4;
}

int
pamong_admin (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("init|code|devices|revoke ID|release ID|target|status|check|conflicts");
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_group (context, pamong_admin_target_options ());
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  if (database != NULL)
    {
      g_printerr ("%s\n", _("PostgreSQL is not available in this version yet. Use --data FOLDER."));
      return 2;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (argc > 1 && data_dir != NULL && g_str_equal (argv[1], commands[i].name))
      return run_command (i, argc > 2 ? argv[2] : NULL);
  g_printerr ("%s\n", _("Usage: pamong-server admin init|code|devices|revoke ID|release ID|target|status|check|conflicts --data DIR"));
  return 2;
}
