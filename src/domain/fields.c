/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "domain/fields.h"

typedef struct {
  const char *name;
  PamongField *fields;
  guint n_fields;
  GHashTable *by_key;
} Kind;

/* `group` holds the group number of the .def file until prepare () turns it into the index of the leading field. */
#define ROW(KIND, ENUM, KEY, TYPE, CODES, GROUP, LABEL, REQUIRED, PDP) \
  { PAMONG_KIND_##KIND, ENUM, #KEY, PAMONG_TYPE_##TYPE, CODES, GROUP, LABEL, REQUIRED, PAMONG_PDP_##PDP },

#define FIELD(NAME, ...) ROW (RESIDENT, PAMONG_RESIDENT_##NAME, __VA_ARGS__)
static PamongField resident_fields[] = {
#include "domain/fields/resident.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (FAMILY, PAMONG_FAMILY_##NAME, __VA_ARGS__)
static PamongField family_fields[] = {
#include "domain/fields/family.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (AREA, PAMONG_AREA_##NAME, __VA_ARGS__)
static PamongField area_fields[] = {
#include "domain/fields/area.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (EVENT, PAMONG_EVENT_##NAME, __VA_ARGS__)
static PamongField event_fields[] = {
#include "domain/fields/event.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (ACCOUNT, PAMONG_ACCOUNT_##NAME, __VA_ARGS__)
static PamongField account_fields[] = {
#include "domain/fields/account.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (PLACE, PAMONG_PLACE_##NAME, __VA_ARGS__)
static PamongField place_fields[] = {
#include "domain/fields/place.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (WAIVER, PAMONG_WAIVER_##NAME, __VA_ARGS__)
static PamongField waiver_fields[] = {
#include "domain/fields/waiver.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (CONFLICT, PAMONG_CONFLICT_##NAME, __VA_ARGS__)
static PamongField conflict_fields[] = {
#include "domain/fields/conflict.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (IDENTITY, PAMONG_IDENTITY_##NAME, __VA_ARGS__)
static PamongField identity_fields[] = {
#include "domain/fields/identity.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (OFFICIAL, PAMONG_OFFICIAL_##NAME, __VA_ARGS__)
static PamongField official_fields[] = {
#include "domain/fields/official.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (REMINDER, PAMONG_REMINDER_##NAME, __VA_ARGS__)
static PamongField reminder_fields[] = {
#include "domain/fields/reminder.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (BATCH, PAMONG_BATCH_##NAME, __VA_ARGS__)
static PamongField batch_fields[] = {
#include "domain/fields/batch.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (LETTER, PAMONG_LETTER_##NAME, __VA_ARGS__)
static PamongField letter_fields[] = {
#include "domain/fields/letter.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (LETTER_TYPE, PAMONG_LETTER_TYPE_##NAME, __VA_ARGS__)
static PamongField letter_type_fields[] = {
#include "domain/fields/letter_type.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (NUMBERING, PAMONG_NUMBERING_##NAME, __VA_ARGS__)
static PamongField numbering_fields[] = {
#include "domain/fields/numbering.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (INCOMING, PAMONG_INCOMING_##NAME, __VA_ARGS__)
static PamongField incoming_fields[] = {
#include "domain/fields/incoming.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (DESK, PAMONG_DESK_##NAME, __VA_ARGS__)
static PamongField desk_fields[] = {
#include "domain/fields/desk.def"
};
#undef FIELD

#define FIELD(NAME, ...) ROW (OPINION, PAMONG_OPINION_##NAME, __VA_ARGS__)
static PamongField opinion_fields[] = {
#include "domain/fields/opinion.def"
};
#undef FIELD

#define KIND(NAME, FIELDS) { NAME, FIELDS, G_N_ELEMENTS (FIELDS), NULL }
static Kind kinds[PAMONG_N_KINDS] = {
  [PAMONG_KIND_RESIDENT] = KIND ("resident", resident_fields),
  [PAMONG_KIND_FAMILY] = KIND ("family", family_fields),
  [PAMONG_KIND_AREA] = KIND ("area", area_fields),
  [PAMONG_KIND_EVENT] = KIND ("event", event_fields),
  [PAMONG_KIND_ACCOUNT] = KIND ("account", account_fields),
  [PAMONG_KIND_PLACE] = KIND ("place", place_fields),
  [PAMONG_KIND_WAIVER] = KIND ("waiver", waiver_fields),
  [PAMONG_KIND_CONFLICT] = KIND ("conflict", conflict_fields),
  [PAMONG_KIND_IDENTITY] = KIND ("identity", identity_fields),
  [PAMONG_KIND_OFFICIAL] = KIND ("official", official_fields),
  [PAMONG_KIND_REMINDER] = KIND ("reminder", reminder_fields),
  [PAMONG_KIND_BATCH] = KIND ("batch", batch_fields),
  [PAMONG_KIND_LETTER] = KIND ("letter", letter_fields),
  [PAMONG_KIND_LETTER_TYPE] = KIND ("letter_type", letter_type_fields),
  [PAMONG_KIND_NUMBERING] = KIND ("numbering", numbering_fields),
  [PAMONG_KIND_INCOMING] = KIND ("incoming", incoming_fields),
  [PAMONG_KIND_DESK] = KIND ("desk", desk_fields),
  [PAMONG_KIND_OPINION] = KIND ("opinion", opinion_fields),
};

static int
find_leader (const int *groups, int index)
{
  if (groups[index] == 0)
    return index;
  for (int i = 0; i < index; i++)
    if (groups[i] == groups[index])
      return i;
  return index;
}

static void
prepare_kind (Kind *kind)
{
  int groups[64];

  g_assert (kind->n_fields <= G_N_ELEMENTS (groups));
  kind->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      groups[i] = kind->fields[i].group;
      g_hash_table_insert (kind->by_key, (gpointer) kind->fields[i].key, &kind->fields[i]);
    }
  for (guint i = 0; i < kind->n_fields; i++)
    kind->fields[i].group = find_leader (groups, (int) i);
}

static const Kind *
get_kind (PamongKind kind)
{
  static gsize done;

  g_assert (kind < PAMONG_N_KINDS);
  if (g_once_init_enter (&done))
    {
      for (int i = 0; i < PAMONG_N_KINDS; i++)
        prepare_kind (&kinds[i]);
      g_once_init_leave (&done, 1);
    }
  return &kinds[kind];
}

gboolean
pamong_kind_is_of_server (PamongKind kind)
{
  return kind == PAMONG_KIND_PLACE || kind == PAMONG_KIND_CONFLICT || kind == PAMONG_KIND_DESK;
}

const char *
pamong_kind_name (PamongKind kind)
{
  return get_kind (kind)->name;
}

int
pamong_kind_from_name (const char *name)
{
  for (int i = 0; i < PAMONG_N_KINDS; i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return i;
  return -1;
}

const PamongField *
pamong_kind_fields (PamongKind kind, guint *n)
{
  const Kind *found = get_kind (kind);

  *n = found->n_fields;
  return found->fields;
}

const PamongField *
pamong_field_get (PamongKind kind, int index)
{
  const Kind *found = get_kind (kind);

  g_assert (index >= 0 && (guint) index < found->n_fields);
  return &found->fields[index];
}

const PamongField *
pamong_field_find (PamongKind kind, const char *key)
{
  return g_hash_table_lookup (get_kind (kind)->by_key, key);
}
