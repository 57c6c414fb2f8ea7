/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "db/db.h"
#include "store/store.h"

/* For the files of this room only: the connection behind a store. Defined in store.c. */
PamongDb *pamong_store_db (PamongStore *store);
