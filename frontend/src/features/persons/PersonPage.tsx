import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Affiliation, Person } from '@/api/gen/types.gen';
import { affiliationKinds } from '@/app/affiliation';
import type { Versioned } from '@/app/api';
import { ApiForm, SubmitButton } from '@/app/ApiForm';
import { useFormat } from '@/app/format';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { Badge } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Dialog } from '@/ui/Dialog';
import { Facts, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';
import { ConsentHistory } from './ConsentHistory';
import { PersonFields, usePersonForm } from './PersonForm';
import { personOptions } from './queries';

type PersonPageProps = {
  person: string;
  /** What the person is and was: of another feature. */
  affiliations: (affiliations: readonly Affiliation[], name: string) => ReactNode;
};

/** One person, for the office. Networks are not shown: those are the person's own matter. */
export function PersonPage({ person, affiliations }: PersonPageProps) {
  const { t, i18n } = useLingui();
  const { slug, name: organization } = useOrganization();
  const { data: seen } = useSuspenseQuery(personOptions(slug, person));
  const [isEditing, setEditing] = useState(false);
  const current = seen.value.affiliations.filter(({ state }) => state === 'active');
  return (
    <Page
      title={seen.value.name}
      crumbs={[{ label: t`Personen`, href: paths.office(slug, 'personen') }]}
      badges={current.map(({ id, kind }) => (
        <Badge key={id} tone="brand">
          {i18n._(affiliationKinds[kind])}
        </Badge>
      ))}
      actions={
        may(seen.value, 'persons.change') ? (
          <Button icon="edit" onPress={() => setEditing(true)}>{t`Wijzig gegevens`}</Button>
        ) : null
      }
    >
      <PersonFacts person={seen.value} />
      <Section title={t`Relatie met ${organization}`}>{affiliations(seen.value.affiliations, seen.value.name)}</Section>
      <Section title={t`Toestemmingen`} intro={t`Alleen de persoon zelf geeft toestemming of trekt die in.`}>
        <ConsentHistory consents={seen.value.consents} />
      </Section>
      <EditDialog key={seen.etag} seen={seen} isOpen={isEditing} onClose={() => setEditing(false)} />
    </Page>
  );
}

function PersonFacts({ person }: { person: Person }) {
  const { t } = useLingui();
  const format = useFormat();
  const facts = [
    { term: t`E-mailadres`, value: person.email ?? t`Onbekend`, length: 'long' },
    { term: t`Postcode`, value: person.postcode ?? t`Onbekend` },
    { term: t`Geboortejaar`, value: person.birthYear ?? t`Onbekend` },
    { term: t`Taal van de mails`, value: person.language === 'en' ? t`Engels` : t`Nederlands` },
    { term: t`Kan inloggen`, value: person.hasAccount ? t`Ja` : t`Nee` },
    { term: t`Bekend sinds`, value: format.shortDay(person.createdAt) },
  ];
  const keptUntil =
    person.expiresOn == null ? [] : [{ term: t`Bewaard tot en met`, value: format.dayOn(person.expiresOn) }];
  return (
    <Panel>
      <Facts facts={[...facts, ...keptUntil]} />
    </Panel>
  );
}

type EditDialogProps = { seen: Versioned<Person>; isOpen: boolean; onClose: () => void };

function EditDialog({ seen, isOpen, onClose }: EditDialogProps) {
  const { t } = useLingui();
  const form = usePersonForm(seen, () => {
    onClose();
    showToast({ text: t`De gegevens zijn bewaard.` });
  });
  return (
    <Dialog
      title={t`Wijzig gegevens`}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>
            <Trans>Annuleren</Trans>
          </Button>
          <SubmitButton form={form}>{t`Bewaar`}</SubmitButton>
        </>
      }
    >
      <ApiForm form={form}>
        <PersonFields person={seen.value} />
      </ApiForm>
    </Dialog>
  );
}
