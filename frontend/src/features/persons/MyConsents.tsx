import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Consent, ConsentPurpose } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { may, useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CardList, Section } from '@/ui/Layout';
import { inForce, useConsentChange } from './consentChange';
import { consentTexts } from './consentTexts';
import { personOptions } from './queries';

const purposes = Object.keys(consentTexts) as ConsentPurpose[];

/** What I agreed to, each with one press to give or take back. */
export function MyConsents({ person }: { person: string }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(personOptions(slug, person));
  const { answer, isBusy, error } = useConsentChange(person);
  const [asked, setAsked] = useState<ConsentPurpose | null>(null);
  const { consents } = data.value;
  const shown = purposes.filter(
    (purpose) => consentTexts[purpose].given === 'here' || inForce(consents, purpose) !== undefined,
  );
  if (!may(data.value, 'persons.consent')) return null;
  return (
    <Section
      title={t`Waarvoor je toestemming geeft`}
      intro={t`Heb je een functie? Dan zien leden van je organisatie je naam erbij. Bij een gevoelig netwerk ziet alleen de kerngroep die. De rest staat pas aan als jij dat wilt, en je kunt altijd van gedachten veranderen.`}
    >
      {error ? <ProblemNotice error={error} /> : null}
      <CardList label={t`Toestemmingen`}>
        {shown.map((purpose) => (
          <li key={purpose}>
            <ConsentCard
              purpose={purpose}
              given={inForce(consents, purpose)}
              isBusy={isBusy}
              onGive={() => answer({ purpose, isGiven: true })}
              onWithdraw={() =>
                consentTexts[purpose].given === 'here' ? answer({ purpose, isGiven: false }) : setAsked(purpose)
              }
            />
          </li>
        ))}
      </CardList>
      <WithdrawDialog
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) answer({ purpose: asked, isGiven: false });
          setAsked(null);
        }}
      />
    </Section>
  );
}

type ConsentCardProps = {
  purpose: ConsentPurpose;
  given: Consent | undefined;
  isBusy: boolean;
  onGive: () => void;
  onWithdraw: () => void;
};

function ConsentCard({ purpose, given, isBusy, onGive, onWithdraw }: ConsentCardProps) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { label, meaning } = consentTexts[purpose];
  const name = i18n._(label);
  return (
    <Card
      title={name}
      badges={
        given ? (
          <Status tone="ok">{t`Dat mag, sinds ${format.shortDay(given.givenAt)}`}</Status>
        ) : (
          <Status tone="plain">{t`Dat mag niet`}</Status>
        )
      }
      aside={
        given ? (
          <Button isDisabled={isBusy} aria-label={t`Trek in: ${name}`} onPress={onWithdraw}>{t`Trek in`}</Button>
        ) : (
          <Button isDisabled={isBusy} aria-label={t`Dat mag: ${name}`} onPress={onGive}>{t`Dat mag`}</Button>
        )
      }
    >
      <p>{i18n._(meaning)}</p>
    </Card>
  );
}

type WithdrawDialogProps = { isOpen: boolean; onClose: () => void; onConfirm: () => void };

/** For consent that the record itself rests on: it cannot be given back here. */
function WithdrawDialog({ isOpen, onClose, onConfirm }: WithdrawDialogProps) {
  const { t } = useLingui();
  const { name } = useOrganization();
  return (
    <ConfirmDialog
      title={t`Trek je deze toestemming in?`}
      isOpen={isOpen}
      onClose={onClose}
      tone="danger"
      confirmText={t`Trek in`}
      onConfirm={onConfirm}
    >
      <p>
        <Trans>
          Zonder deze toestemming mag {name} je gegevens hiervoor niet bewaren. Wat je daardoor bij {name} was, stopt
          meteen. Alleen een nieuwe uitnodiging of aanmelding maakt dat weer goed.
        </Trans>
      </p>
    </ConfirmDialog>
  );
}
