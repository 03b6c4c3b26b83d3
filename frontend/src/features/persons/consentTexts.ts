import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { ConsentChannel, ConsentPurpose } from '@/api/gen/types.gen';

/** Version of the texts below. Another meaning is another version: who agreed, agreed to these words. */
export const consentTextVersion = '2026-11';

type ConsentText = {
  label: MessageDescriptor;
  meaning: MessageDescriptor;
  /** here: on this screen. elsewhere: where its reason arises; here it can be taken back. */
  given: 'here' | 'elsewhere';
};

/** What a person can agree to, in the words that are read before agreeing. */
export const consentTexts: Record<ConsentPurpose, ConsentText> = {
  'public-role': {
    label: msg`Mijn naam bij mijn functie`,
    meaning: msg`Iedereen mag mijn naam zien bij de functie die ik heb, op de openbare pagina’s van netwerken.`,
    given: 'here',
  },
  'network-directory': {
    label: msg`Mijn naam in de ledenlijst`,
    meaning: msg`Andere leden van mijn netwerken mogen mijn naam zien. Bij netwerken over geloof, geaardheid of afkomst gebeurt dat nooit.`,
    given: 'here',
  },
  'guest-of-meeting': {
    label: msg`Te gast bij een bijeenkomst`,
    meaning: msg`De organisatie bewaart mijn naam en e-mailadres voor de bijeenkomst waarvoor ik me aanmeldde.`,
    given: 'elsewhere',
  },
  'external-contact': {
    label: msg`Contact van buiten`,
    meaning: msg`De organisatie bewaart mijn naam en e-mailadres als deskundige of partner van buiten.`,
    given: 'elsewhere',
  },
};

/** How consent was given. */
export const consentChannels: Record<ConsentChannel, MessageDescriptor> = {
  app: msg`in de app`,
  mail: msg`met een link in de mail`,
  office: msg`via het kantoor`,
};
