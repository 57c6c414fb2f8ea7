/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/style.h"
#include "ui/pamong-ui.h"
#include <adwaita.h>

#define NORMAL_DPI (96 * 1024)

/* What is laid over the light style, the later over the earlier. */
static struct {
  const char *path;
  gboolean dark, light, contrast; /* dark, light: in that style; contrast: in high contrast only */
  GtkCssProvider *provider;
} layers[] = {
  { .path = "/id/pamong/ui/tokens-dark.css", .dark = TRUE },
  { .path = "/id/pamong/ui/tokens-contrast.css", .light = TRUE, .contrast = TRUE },
  { .path = "/id/pamong/ui/tokens-contrast-dark.css", .dark = TRUE, .contrast = TRUE },
  { .path = "/id/pamong/ui/contrast.css", .dark = TRUE, .light = TRUE, .contrast = TRUE },
};
static gboolean loaded;

static GtkCssProvider *
load (const char *path)
{
  GtkCssProvider *provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  return provider;
}

static void
add (GtkCssProvider *provider, guint priority)
{
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider), priority);
}

static void
style_changed_cb (AdwStyleManager *manager)
{
  gboolean dark = adw_style_manager_get_dark (manager), contrast = adw_style_manager_get_high_contrast (manager);

  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    {
      if (layers[i].provider == NULL)
        layers[i].provider = load (layers[i].path);
      gtk_style_context_remove_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (layers[i].provider));
      if ((dark ? layers[i].dark : layers[i].light) && (contrast || !layers[i].contrast))
        add (layers[i].provider, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2 + i);
    }
}

void
pamong_style_load (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  g_autoptr (GtkCssProvider) tokens = NULL, rules = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  g_resources_register (pamong_ui_get_resource ());
  tokens = load ("/id/pamong/ui/tokens.css");
  rules = load ("/id/pamong/ui/style.css");
  add (tokens, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  add (rules, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  if (!gdk_display_is_composited (gdk_display_get_default ()))
    {
      g_autoptr (GtkCssProvider) square = gtk_css_provider_new ();

      gtk_css_provider_load_from_data (square, "popover > contents, tooltip { border-radius: 0; }", -1); /* round corners would be black */
      add (square, GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2);
    }
  g_signal_connect (manager, "notify::dark", G_CALLBACK (style_changed_cb), NULL);
  g_signal_connect (manager, "notify::high-contrast", G_CALLBACK (style_changed_cb), NULL);
  style_changed_cb (manager);
}

void
pamong_style_set_dark (gboolean dark)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
}

double
pamong_style_text_scale (void)
{
  int dpi = 0;

  g_object_get (gtk_settings_get_default (), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? (double) dpi / NORMAL_DPI : 1.0;
}

void
pamong_style_set_text_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (CLAMP (scale, 1.0, 1.5) * NORMAL_DPI), NULL);
}
