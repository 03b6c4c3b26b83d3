import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { giveConsent, withdrawConsent } from '@/api/gen/sdk.gen';
import type { Consent, ConsentPurpose } from '@/api/gen/types.gen';
import { ifMatch } from '@/app/api';
import { currentLocale } from '@/app/i18n';
import { useOrganization } from '@/app/organization';
import { showToast } from '@/ui/toasts';
import { consentTextVersion } from './consentTexts';
import { personOptions } from './queries';

type Answer = { purpose: ConsentPurpose; isGiven: boolean };

/** The consent to a purpose that counts now. The newest comes first. */
export function inForce(consents: readonly Consent[], purpose: ConsentPurpose): Consent | undefined {
  return consents.find((consent) => consent.purpose === purpose && consent.withdrawnAt == null);
}

/** Giving and taking back: one press each, with undo. */
export function useConsentChange(person: string) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const queryClient = useQueryClient();
  const options = personOptions(slug, person);

  async function send({ purpose, isGiven }: Answer) {
    const headers = ifMatch(await queryClient.fetchQuery({ ...options, staleTime: 0 }));
    const path = { organization: slug, person, purpose };
    if (!isGiven) return withdrawConsent({ path, headers });
    return giveConsent({ path, headers, body: { textVersion: consentTextVersion, language: currentLocale() } });
  }

  const change = useMutation({
    mutationFn: send,
    onSettled: () => queryClient.invalidateQueries({ queryKey: options.queryKey }),
  });

  function answer({ purpose, isGiven }: Answer) {
    const undo = { label: t`Ongedaan maken`, onAct: () => change.mutate({ purpose, isGiven: !isGiven }) };
    const text = isGiven ? t`Bewaard: dat mag.` : t`Bewaard: dat mag niet meer.`;
    change.mutate({ purpose, isGiven }, { onSuccess: () => showToast({ text, action: undo }) });
  }

  return { answer, isBusy: change.isPending, error: change.error };
}
