/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "domain/record.h"

/** pamong_card_follow: a card that stood open while the register moved on: what was not touched on @typed (it is as on @base, the card when it was
 * opened) takes the value of @fresh, so that saving does not undo what somebody else changed meanwhile. */
void pamong_card_follow (PamongFamilyCard *typed, const PamongFamilyCard *base, const PamongFamilyCard *fresh);
