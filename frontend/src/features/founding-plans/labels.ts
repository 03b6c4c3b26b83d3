import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PlanBody, PlanCommand, PlanMemberState, PlanState, SectionKind } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

/** A new code in the API does not compile without its words here. */
export const stateLabels: Record<PlanState, MessageDescriptor> = {
  draft: msg`In de maak`,
  submitted: msg`Ingediend`,
  'in-review': msg`Het kantoor leest het`,
  returned: msg`Terug met opmerkingen`,
  advised: msg`Bij het bestuur`,
  approved: msg`Goedgekeurd`,
  rejected: msg`Afgewezen`,
  withdrawn: msg`Ingetrokken`,
};

export const stateTones: Record<PlanState, Tone> = {
  draft: 'info',
  submitted: 'accent',
  'in-review': 'accent',
  returned: 'warn',
  advised: 'accent',
  approved: 'ok',
  rejected: 'bad',
  withdrawn: 'plain',
};

export const sectionLabels: Record<SectionKind, MessageDescriptor> = {
  purpose: msg`Doel`,
  'shared-ground': msg`Thema of wat jullie delen`,
  organisation: msg`Hoe jullie het organiseren`,
  duration: msg`Hoe lang`,
  activities: msg`Het eerste jaar`,
  growth: msg`Groei`,
  budget: msg`Geld`,
};

export const sectionHints: Record<SectionKind, MessageDescriptor> = {
  purpose: msg`Waar is het netwerk voor? Wie lid wordt, zegt dit doel te steunen.`,
  'shared-ground': msg`Over welk onderwerp gaat het, of wat hebben de leden gemeen? Dit komt op de pagina van het netwerk.`,
  organisation: msg`Wie doet wat in de kerngroep, en hoe vaak spreken jullie elkaar?`,
  duration: msg`Hoe lang willen jullie doorgaan, en waarom?`,
  activities: msg`Welke bijeenkomsten en andere activiteiten willen jullie in het eerste jaar?`,
  growth: msg`Hoe vinden nieuwe leden jullie?`,
  budget: msg`Waar is geld voor nodig?`,
};

export const memberStateLabels: Record<PlanMemberState, MessageDescriptor> = {
  named: msg`Nog geen antwoord`,
  confirmed: msg`Doet mee`,
  declined: msg`Doet niet mee`,
};

export const memberStateTones: Record<PlanMemberState, Tone> = {
  named: 'accent',
  confirmed: 'ok',
  declined: 'plain',
};

/** What happened, in the past tense. */
export const commandLabels: Record<PlanCommand, MessageDescriptor> = {
  submit: msg`Ingediend`,
  review: msg`In behandeling genomen`,
  return: msg`Teruggegeven`,
  advise: msg`Met advies naar het bestuur`,
  approve: msg`Goedgekeurd`,
  reject: msg`Afgewezen`,
  withdraw: msg`Ingetrokken`,
};

export const bodyLabels: Record<PlanBody, MessageDescriptor> = {
  'core-group': msg`Kerngroep in oprichting`,
  office: msg`Kantoor`,
  board: msg`Bestuur`,
};
