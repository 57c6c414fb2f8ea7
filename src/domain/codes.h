/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <glib.h>

/* Code lists of data/codes and regions of data/regions, read once on first use and kept for the life of the program. */

/* The codes that C acts on; a test holds them against data/codes. */
enum { PAMONG_SEX_MALE = 1, PAMONG_SEX_FEMALE = 2 };
enum {
  PAMONG_SHDK_HEAD = 1, PAMONG_SHDK_HUSBAND = 2, PAMONG_SHDK_WIFE = 3, PAMONG_SHDK_CHILD = 4, PAMONG_SHDK_IN_LAW = 5, PAMONG_SHDK_GRANDCHILD = 6,
  PAMONG_SHDK_PARENT = 7
};
enum { PAMONG_MARITAL_SINGLE = 1, PAMONG_MARITAL_MARRIED = 2 };
enum { PAMONG_OCCUPATION_NONE = 1, PAMONG_OCCUPATION_PUPIL = 3 };
enum { PAMONG_PREGNANT_YES = 1 };

/** PamongCode: @label as SIAK prints it, in capitals; @display for the screen ("Mengurus rumah tangga"); @short_label for narrow columns or NULL. */
typedef struct {
  int code;
  char *label;
  char *display;
  char *short_label;
  char *valid_from, *valid_to; /* "" = always */
} PamongCode;

/** pamong_codes_list: Returns: (transfer none) (element-type PamongCode) (nullable): the list in code order; NULL if unknown. */
GPtrArray *pamong_codes_list (const char *list);
/** pamong_codes_find: Returns: (transfer none) (nullable). */
const PamongCode *pamong_codes_find (const char *list, int code);
/** pamong_codes_display: Returns: (transfer none): words for the screen; "" for 0, the bare number for an unknown code. */
const char *pamong_codes_display (const char *list, int code);
/** pamong_codes_match: codes whose number starts with @text, or of whose label some word starts with @text (any case, accents,
 * punctuation; old spellings of data/codes too, e.g. KATHOLIK, BUDHA). Exact code or label first. Returns: (transfer container) (element-type PamongCode). */
GPtrArray *pamong_codes_match (const char *list, const char *text);
/** pamong_codes_parse: Returns: the one code meant by @text, or 0: a number, a label, an old spelling, or whole words that begin one label only
 * ("petani" is PETANI/PEKEBUN, "buruh" is nobody). */
int pamong_codes_parse (const char *list, const char *text);

/** PamongRegion: one of the 459. @type: kabupaten, kecamatan, desa, kelurahan. */
typedef struct {
  char *code;
  char *name;
  char *type;
  char *parent; /* code above; NULL for the kabupaten */
  char *former;
} PamongRegion;
const PamongRegion *pamong_regions_find (const char *code);
/** pamong_regions_children: Returns: (transfer container) (element-type PamongRegion): regions directly below @code, by code. */
GPtrArray *pamong_regions_children (const char *code);
/** pamong_regions_title: Returns: (transfer full): "Desa Mojodelik", "Kelurahan …", "Kecamatan Gayam", "Kabupaten Bojonegoro". */
char *pamong_regions_title (const char *code);
/** pamong_regions_contains: Returns: TRUE if @code is @above or below it ("35.22.28" contains "35.22.28.2001"). */
gboolean pamong_regions_contains (const char *above, const char *code);
