/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include <gio/gio.h>

/* What a screen reader is told of this program: its tree as it stands on the accessibility bus (AT-SPI) by its own road. */

typedef struct {
  char *path;        /* names of those above it */
  char *role, *name, *description;
  char **interfaces; /* "org.a11y.atspi.Action" … */
  gboolean focusable;
  guint depth;
} ReaderNode;

/** reader_has_bus: FALSE where no AT-SPI can be had: the test is skipped. */
gboolean reader_has_bus (void);
/** reader_read: (element-type ReaderNode): every node below the program, parents first. Runs the main context while it waits. Returns: (transfer full). */
GPtrArray *reader_read (void);
gboolean reader_node_has (const ReaderNode *node, const char *interface);
