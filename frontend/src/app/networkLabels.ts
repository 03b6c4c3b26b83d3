import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { NetworkKind, Openness, Sensitivity } from '@/api/gen/types.gen';

/** What sort of network it is, in words; several features name it. */
export const kindLabels: Record<NetworkKind, MessageDescriptor> = {
  theme: msg`Themanetwerk`,
  community: msg`Ontmoetingsnetwerk`,
};

export const kindHints: Record<NetworkKind, MessageDescriptor> = {
  theme: msg`Rond een onderwerp, zoals zorg of wonen.`,
  community: msg`Rond iets wat mensen delen, om elkaar te ontmoeten.`,
};

/** How one joins, in words. */
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

/** What membership says about someone, in words. */
export const sensitivityLabels: Record<Sensitivity, MessageDescriptor> = {
  normal: msg`Gewoon`,
  special: msg`Gevoelig`,
};

export const sensitivityHints: Record<Sensitivity, MessageDescriptor> = {
  normal: msg`Lid zijn zegt alleen iets over politieke belangstelling.`,
  special: msg`Lid zijn zegt iets over geloof, geaardheid of afkomst. Alleen de kerngroep ziet wie lid is, en mail noemt het netwerk niet. Dit kan later niet meer terug.`,
};
