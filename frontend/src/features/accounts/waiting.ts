import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { Waiting, WaitingKind } from '@/api/gen/types.gen';
import { paths } from '@/app/paths';
import type { IconName } from '@/ui/Icon';

/** What is asked of the reader. A new kind in the API does not compile without a text here. */
export const waitingTexts: Record<WaitingKind, MessageDescriptor> = {
  'founding-plans.confirm': msg`Doe je mee in de kerngroep?`,
  'founding-plans.submit': msg`Je plan kwam terug: pas het aan en dien het opnieuw in`,
  'founding-plans.review': msg`Nieuw plan om te bekijken`,
  'founding-plans.advise': msg`Plan wacht op advies`,
  'founding-plans.decide': msg`Plan wacht op een besluit`,
  'memberships.decide': msg`Mensen willen bij dit netwerk`,
  'affiliations.decide': msg`Mensen zeggen dat ze lid zijn`,
  'evaluations.view-as-core-group': msg`Hoe vindt de kerngroep dat het gaat?`,
  'evaluations.view-as-office': msg`Hoe vindt het kantoor dat het gaat?`,
  'evaluations.decide': msg`Evaluatie wacht op een besluit`,
};

/** What it is about, as a drawing. */
export function waitingIcon(kind: WaitingKind): IconName {
  switch (kind) {
    case 'memberships.decide':
      return 'people';
    case 'affiliations.decide':
      return 'person';
    default:
      return 'document';
  }
}

/** The screen where it is answered. */
export function waitingHref({ kind, organization, id }: Waiting): string {
  switch (kind) {
    case 'memberships.decide':
      return paths.networkWorkspace(organization, id, 'leden');
    case 'affiliations.decide':
      return paths.memberRequests(organization);
    case 'evaluations.view-as-core-group':
    case 'evaluations.view-as-office':
    case 'evaluations.decide':
      return paths.evaluation(organization, id);
    default:
      return paths.plan(organization, id);
  }
}
