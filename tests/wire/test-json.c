/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wire/json.h"
#include <string.h>

static void
test_refused (void)
{
  static const char *const bad[] = {
    "", " ", "{", "}", "{]", "[1,]", "{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\":}", "{\"a\":01}", "{\"a\":1.}", "{\"a\":.5}", "{\"a\":+1}", "{\"a\":1e}",
    "{\"a\":NaN}", "{\"a\":nul}", "{\"a\":truex}", "{\"a\":1} x", "{\"a\":1}{}", "/* c */{}", "{\"a\":1 /* c */}", "{\"a\":\"\n\"}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}",
    "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\\ud800\\u0041\"}", "{\"a\":\"x}", "{\"a\":1,\"a\":2}", "{\"b\":{\"a\":1,\"a\":2}}",
    "{\"\\u0061\":1}", "{\"a\":1234567890123456789}", "{\"a\":\"\xff\"}", "{\"a\":\"\xc0\x80\"}", "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]", "var a = {}", "\xef\xbb\xbf{}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    if (pamong_json_check (bad[i], strlen (bad[i])) == NULL)
      g_error ("taken: %s", bad[i]);
  g_assert_nonnull (pamong_json_check ("{}\0", 3));
}

static void
test_taken (void)
{
  static const char *const good[] = {
    "{}", " { } ", "{\"a\":[1,-2,0,3.5,1e9,-1.5E-3,true,false,null,\"\"]}", "{\"a\":\"\\u00e9\\ud83d\\ude00\\n\\\"\\\\\\/\"}", "{\"a\":{\"a\":{\"a\":1}}}", "{\"a\":123456789012345678}" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonObject) object = NULL;

      g_assert_cmpstr (pamong_json_check (good[i], strlen (good[i])), ==, NULL);
      object = pamong_json_parse (good[i], -1, &error);
      g_assert_no_error (error);
      g_assert_nonnull (object);
    }
}

/* Depth is counted, not the stack: a megabyte of brackets is refused in no time. */
static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (1024 * 1024, '[');

  g_assert_cmpstr (pamong_json_check (deep, 1024 * 1024), ==, "nested too deep");
}

static void
test_written_is_read (void)
{
  static const char *const texts[] = { "", "SITI NUR'AINI", "\"\\\n\t\x01", "日本 é 😀", "</script>" };
  static const double reals[] = { 0, -7.15, 111.881234, 1e-7, 1.0 / 3, -0.1 };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GString) out = g_string_new ("{");
      g_autoptr (JsonObject) object = NULL;

      pamong_json_put_text (out, "a", texts[i]);
      g_string_append_c (out, '}');
      object = pamong_json_parse (out->str, -1, NULL);
      g_assert_nonnull (object);
      g_assert_cmpstr (json_object_get_string_member (object, "a"), ==, texts[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GString) out = g_string_new ("{\"a\":");
      g_autoptr (JsonObject) object = NULL;
      PamongValue value = { PAMONG_VALUE_REAL, { .d = reals[i] } };

      pamong_json_put_value (out, &value);
      g_string_append_c (out, '}');
      object = pamong_json_parse (out->str, -1, NULL);
      g_assert_true (json_object_get_double_member (object, "a") == reals[i]);
      g_assert_cmpuint (out->len, <, 32);
    }
}

static void
test_reader_remembers_the_first (void)
{
  g_autoptr (JsonObject) object = pamong_json_parse ("{\"n\":5,\"text\":\"abc\",\"list\":[\"a\",1]}", -1, NULL);
  PamongJsonReader reader = { object, NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = pamong_json_text (&reader, "text", 3);
  g_autofree char *longer = NULL;
  g_auto (GStrv) list = NULL;

  g_assert_cmpint (pamong_json_int (&reader, "n", 0, 10), ==, 5);
  g_assert_cmpstr (text, ==, "abc");
  g_assert_true (pamong_json_done (&reader, NULL));
  g_assert_cmpint (pamong_json_int (&reader, "n", 0, 4), ==, 0);
  longer = pamong_json_text (&reader, "text", 2);
  list = pamong_json_texts (&reader, "list", 9, 9);
  g_assert_null (longer);
  g_assert_false (pamong_json_done (&reader, &error));
  g_assert_error (error, PAMONG_ERROR, PAMONG_ERROR_INVALID);
  g_assert_cmpstr (reader.fault, ==, "n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/refused", test_refused);
  g_test_add_func ("/json/taken", test_taken);
  g_test_add_func ("/json/deep", test_deep);
  g_test_add_func ("/json/round-trip", test_written_is_read);
  g_test_add_func ("/json/reader", test_reader_remembers_the_first);
  return g_test_run ();
}
