import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NetworkKind, NetworkState, Openness, Sensitivity } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

/** A new code in the API does not compile without its words here. */
export const kindLabels: Record<NetworkKind, MessageDescriptor> = {
  theme: msg`Themanetwerk`,
  community: msg`Ontmoetingsnetwerk`,
};

export const stateLabels: Record<NetworkState, MessageDescriptor> = {
  proposed: msg`Start binnenkort`,
  pilot: msg`Net gestart`,
  active: msg`Actief`,
  evaluating: msg`Wordt geëvalueerd`,
  dormant: msg`In rust`,
  ended: msg`Gestopt`,
};

export const stateTones: Record<NetworkState, Tone> = {
  proposed: 'info',
  pilot: 'accent',
  active: 'ok',
  evaluating: 'info',
  dormant: 'warn',
  ended: 'plain',
};

export const opennessLabels: Record<Openness, MessageDescriptor> = {
  open: msg`Iedereen kan meteen lid worden`,
  approval: msg`De kerngroep beslist wie lid wordt`,
  'members-only': msg`Voor leden van de organisatie`,
};

export const opennessHints: Record<Openness, MessageDescriptor> = {
  open: msg`Wie het doel steunt, doet meteen mee.`,
  approval: msg`Wie mee wil doen, vraagt dat. De kerngroep zegt ja of nee.`,
  'members-only': msg`Leden van de organisatie doen meteen mee. Anderen kunnen geen lid worden.`,
};

export const sensitivityLabels: Record<Sensitivity, MessageDescriptor> = {
  normal: msg`Gewoon`,
  special: msg`Gevoelig`,
};

export const sensitivityHints: Record<Sensitivity, MessageDescriptor> = {
  normal: msg`Lid zijn zegt alleen iets over politieke belangstelling.`,
  special: msg`Lid zijn zegt iets over geloof, geaardheid of afkomst. Alleen de kerngroep ziet wie lid is, en mail noemt het netwerk niet. Dit kan later niet meer terug.`,
};
