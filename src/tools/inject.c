/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inject FILE / inject list / inject undo at the regency, inject return / inject again at the village: isian dari kabupaten. */
#include "office/inject.h"
#include "domain/codes.h"
#include "exchange/import.h"
#include "tools/cli.h"
#include "tools/import.h"
#include <glib/gi18n.h>

static void
put_village (JsonBuilder *b, const PamongImport *import)
{
  const PamongRegion *region = pamong_regions_find (import->area);

  pamong_cli_put_text (b, "village", import->area);
  pamong_cli_put_text (b, "name", region != NULL ? region->name : NULL);
  pamong_cli_put_import (b, import);
}

static gboolean
put_villages (JsonBuilder *b, PamongStore *store, GPtrArray *uids, PamongImportFigures *all, GError **error)
{
  json_builder_set_member_name (b, "villages");
  json_builder_begin_array (b);
  for (guint i = 0; i < uids->len; i++)
    {
      g_autoptr (PamongImport) import = pamong_import_get (store, uids->pdata[i], error);

      if (import == NULL)
        return FALSE;
      json_builder_begin_object (b);
      put_village (b, import);
      if (!pamong_cli_put_import_findings (b, store, import->uid, error))
        return FALSE;
      json_builder_end_object (b);
      all->rows += import->figures.rows;
      all->refused += import->figures.refused;
    }
  json_builder_end_array (b);
  return TRUE;
}

/* Nothing is green over nothing. */
static int
show (PamongCli *cli, PamongStore *store, const PamongInjection *injection)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uids = g_ptr_array_new ();
  g_autoptr (JsonBuilder) b = json_builder_new ();
  PamongImportFigures all = { 0 };
  int printed;

  for (guint i = 0; i < injection->batches->len; i++)
    g_ptr_array_add (uids, ((PamongImport *) injection->batches->pdata[i])->uid);
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "batch", uids->pdata[0]);
  pamong_cli_put_int (b, "homeless", injection->homeless);
  pamong_cli_put_text (b, "homeless_from", injection->where);
  if (!put_villages (b, store, uids, &all, &error))
    return pamong_cli_fail (cli, error);
  pamong_cli_put_int (b, "rows", all.rows + injection->homeless);
  json_builder_end_object (b);
  printed = pamong_cli_print (cli, g_steal_pointer (&b));
  return printed == PAMONG_EXIT_DONE && all.refused == all.rows ? PAMONG_EXIT_REFUSED : printed;
}

/* What every field is to name, or the way back to whoever compiled it is lost. */
static gboolean
read_origin (PamongCli *cli, PamongImportOrigin *origin, char **date, GError **error)
{
  const char *flags[] = { "source", "compiled-by", "compiled-on" };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (pamong_cli_flag (cli, flags[i]) == NULL)
      {
        g_set_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Say with --%s where the data is from: it is shown beside every field."), flags[i]);
        return FALSE;
      }
  if (!pamong_cli_date (cli, "compiled-on", date, error))
    return FALSE;
  *origin = (PamongImportOrigin) { .source = pamong_cli_flag (cli, "source"), .compiled_by = pamong_cli_flag (cli, "compiled-by"), .compiled_on = *date, .act = "inject" };
  return TRUE;
}

/* Each village whole or not at all; where there is nothing to bring in, nothing stays behind. */
static gboolean
commit (PamongOffice *office, const PamongInjection *injection, GError **error)
{
  for (guint i = 0; i < injection->batches->len; i++)
    {
      const PamongImport *import = injection->batches->pdata[i];
      g_autoptr (PamongImport) now = pamong_import_get (pamong_office_store (office), import->uid, error);

      if (now == NULL || (now->figures.added + now->figures.changed > 0 && !pamong_import_commit (office, import->uid, NULL, NULL, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
offer (PamongOffice *office, const PamongInjection *injection, GError **error)
{
  for (guint i = 0; i < injection->batches->len; i++)
    if (!pamong_inject_offer (office, ((PamongImport *) injection->batches->pdata[i])->uid, error))
      return FALSE;
  return TRUE;
}

static int
inject_file (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (PamongSource) source = NULL;
  g_autoptr (PamongInjection) injection = NULL;
  g_autofree char *uid = NULL, *date = NULL;
  const char *path = pamong_cli_arg (cli, 0);
  PamongImportOrigin origin;

  if (path == NULL)
    return pamong_cli_usage (cli, "inject FILE --source TEXT --compiled-by NAME --compiled-on DATE [--village C] [--keep] [--commit]");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL || !read_origin (cli, &origin, &date, &error)
      || (source = pamong_source_open (path, pamong_cli_flag (cli, "layout"), &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if (pamong_source_asks_occupation (source))
    pamong_source_set_occupation (source, g_strcmp0 (pamong_cli_flag (cli, "occupations"), "99") != 0);
  if ((uid = pamong_import_read (office, source, path, &origin, NULL, NULL, &error)) == NULL
      || (injection = pamong_inject_split (office, uid, pamong_cli_flag (cli, "village"), NULL, NULL, &error)) == NULL)
    return pamong_cli_fail (cli, error);
  if ((!pamong_cli_has (cli, "keep") && !offer (office, injection, &error)) || (pamong_cli_has (cli, "commit") && !commit (office, injection, &error)))
    return pamong_cli_fail (cli, error);
  return show (cli, pamong_office_store (office), injection);
}

static gboolean
is_injection (const PamongImport *import)
{
  return g_str_equal (import->act, "inject");
}

static int
list (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongStore) store = pamong_cli_open (cli, TRUE, &error);
  g_autoptr (GPtrArray) imports = store != NULL ? pamong_imports_list (store, &error) : NULL;
  guint n = 0;
  JsonBuilder *b;

  if (imports == NULL)
    return pamong_cli_fail (cli, error);
  for (guint i = 0; i < imports->len; i++)
    n += is_injection (imports->pdata[i]);
  b = pamong_cli_list (n);
  for (guint i = 0; i < imports->len; i++)
    if (is_injection (imports->pdata[i]))
      {
        json_builder_begin_object (b);
        put_village (b, imports->pdata[i]);
        json_builder_end_object (b);
      }
  return pamong_cli_print_list (cli, b);
}

static gboolean
undo_each (PamongOffice *office, GPtrArray *together, guint *n, GError **error)
{
  for (guint i = 0; i < together->len; i++)
    {
      const PamongImport *import = together->pdata[i];

      if (import->state != PAMONG_IMPORT_DONE)
        continue;
      if (!pamong_import_undo (office, import->uid, NULL, NULL, error))
        return FALSE;
      (*n)++;
    }
  if (*n > 0)
    return TRUE;
  g_set_error_literal (error, PAMONG_ERROR, PAMONG_ERROR_INVALID, _("Nothing of it stands: it was taken back, or never went in."));
  return FALSE;
}

static int
undo (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  g_autoptr (GPtrArray) together = NULL;
  const char *uid = pamong_cli_arg (cli, 0);
  guint n = 0;
  JsonBuilder *b;

  if (uid == NULL)
    return pamong_cli_usage (cli, "inject undo BATCH [--village C]");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL
      || (together = pamong_inject_together (pamong_office_store (office), uid, pamong_cli_flag (cli, "village"), &error)) == NULL || !undo_each (office, together, &n, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_int (b, "villages", n);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static void
put_effect (JsonBuilder *b, const PamongImportEffect *effect)
{
  pamong_cli_put_int (b, "leave", effect->leave);
  pamong_cli_put_int (b, "stay", effect->stay);
  pamong_cli_put_int (b, "back", effect->back);
  pamong_cli_put_int (b, "kept", effect->kept);
}

/* The village: what it does is told, and then done unless only that was asked. */
static int
give_back (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  const char *uid = pamong_cli_arg (cli, 0);
  PamongImportEffect effect;
  JsonBuilder *b;

  if (uid == NULL)
    return pamong_cli_usage (cli, "inject return BATCH [--effect]");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL || !pamong_import_undo_effect (pamong_office_store (office), uid, &effect, &error)
      || (!pamong_cli_has (cli, "effect") && !pamong_inject_return (office, uid, NULL, NULL, &error)))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  put_effect (b, &effect);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

static int
take_again (PamongCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PamongOffice) office = NULL;
  const char *uid = pamong_cli_arg (cli, 0);
  JsonBuilder *b;

  if (uid == NULL)
    return pamong_cli_usage (cli, "inject again BATCH");
  if ((office = pamong_cli_office (cli, TRUE, &error)) == NULL || !pamong_inject_again (office, uid, NULL, NULL, &error))
    return pamong_cli_fail (cli, error);
  b = json_builder_new ();
  json_builder_begin_object (b);
  pamong_cli_put_text (b, "batch", uid);
  json_builder_end_object (b);
  return pamong_cli_print (cli, b);
}

const PamongCommand pamong_commands_inject[] = {
  { "inject", "FILE --source TEXT --compiled-by NAME --compiled-on DATE [--village C] [--layout NAME] [--occupations 89|99] [--keep] [--commit]", "keep commit", inject_file },
  { "inject list", "", NULL, list },
  { "inject undo", "BATCH [--village C]", NULL, undo },
  { "inject return", "BATCH [--effect]   (the village)", "effect", give_back },
  { "inject again", "BATCH   (the village)", NULL, take_again },
  { NULL },
};
