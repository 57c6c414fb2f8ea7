/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once
#include "app/family/acts.h"
#include "app/widgets/field_entry.h"

/* The form under every guided act: what it will do, its fields, the desk's answer; a refusal opens it again as it was, with the reason on top. */
typedef struct _PamongActForm PamongActForm;
/** PamongActRun: the act itself, on the desk's thread; the main thread waits, so the form may be read. */
typedef gboolean (*PamongActRun) (PamongActForm *form, PamongOffice *office, GPtrArray **findings, GError **error);

struct _PamongActForm {
  GtkWidget *parent;
  PamongSession *session;
  PamongFamilyCard *card; /* as stored */
  const char *heading, *primary, *saved;
  PamongActRun run;
  PamongFamilyActDone done;
  gpointer data;

  PamongRecord *resident; /* answers: certificate, date, NIK, shdk */
  char *subject;          /* (nullable): whom an act from a person's page is about; or an event's uid */
  PamongRecord *family; /* answers: address fields */
  PamongRecord *event;  /* answers: form, filed, issued, issued_no, date, reason */
  char *who;            /* answer: a resident's uid */
  int shdk;             /* answer */
  GPtrArray *members;   /* answer: uids that were ticked, borrowed from card */

  GtkWidget *content, *grid, *error, *override, *first;
  GtkWidget *finder; /* (nullable): the entry of add_finder */
  GPtrArray *entries; /* PamongFieldEntry, borrowed */
  GPtrArray *ticks;   /* GtkCheckButton per member of the card, or empty */
  GPtrArray *choices; /* GtkCheckButton per member: one of them is "who" */
  PamongFieldEntry *shdk_entry;
  char *rule; /* override asked for */
  int n_rows, papers; /* papers: their first place in entries */
};

/** pamong_act_form_new: @effect: what this act does, in one or two sentences. @family_uid: (nullable): NULL = an act about no card.
 * Returns: (nullable): NULL when the family is gone. */
PamongActForm *pamong_act_form_new (GtkWidget *parent, PamongSession *session, const char *family_uid, PamongFamilyActDone done, gpointer data, const char *effect);
/** pamong_act_form_add: a row of the grid. */
void pamong_act_form_add (PamongActForm *form, const char *label, GtkWidget *widget);
/** pamong_act_form_add_field: the answer goes into form->family, form->event or form->resident by its @kind. @label: msgid with mnemonic. */
PamongFieldEntry *pamong_act_form_add_field (PamongActForm *form, PamongKind kind, int field, const char *label);
/** pamong_act_form_add_members: the members as rows: @tick: several may be ticked; @choose: (nullable): label of the choice of one. @skip_head: not the head. */
void pamong_act_form_add_members (PamongActForm *form, gboolean tick, const char *choose, gboolean skip_head);
/** pamong_act_form_add_papers: form, filed; and number, issued when it is there already. */
void pamong_act_form_add_papers (PamongActForm *form);
/** pamong_act_form_need_papers: whether this answer of the form lets anything be filed; without it they are not asked. */
void pamong_act_form_need_papers (PamongActForm *form, gboolean need);
/** pamong_act_form_add_finder: act_finder.c: an entry that finds living people, the subject of the act apart, by name or NIK; who is chosen becomes form->who. @label: msgid with mnemonic. */
void pamong_act_form_add_finder (PamongActForm *form, const char *label);
/** pamong_act_form_find: chooses @uid in the finder before anything is typed. */
void pamong_act_form_find (PamongActForm *form, const char *uid);
/** pamong_act_form_found: FALSE with what is to be done when nobody is chosen; @may_lack: an empty entry is an answer too. On the desk's thread as well. */
gboolean pamong_act_form_found (PamongActForm *form, gboolean may_lack, GError **error);
/** pamong_act_form_papers: what was typed there; texts belong to the form. */
PamongPapers pamong_act_form_papers (PamongActForm *form);
/** pamong_act_form_show: (transfer full) takes @form. */
void pamong_act_form_show (PamongActForm *form);
