import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { listSessionsOptions } from '@/api/gen/@tanstack/react-query.gen';
import { accountOptions, participationIn, versionedAccountOptions } from '@/app/account';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { MineTabs } from '@/app/MineTabs';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { LanguageForm } from '@/features/accounts/LanguageForm';
import { SignInDetails } from '@/features/accounts/SignInDetails';
import { LeaveOrganization } from '@/features/affiliations/LeaveOrganization';
import { MyConsents } from '@/features/persons/MyConsents';
import { MyDetails } from '@/features/persons/MyDetails';
import { personOptions } from '@/features/persons/queries';
import { Devices } from '@/features/sessions/Devices';

export const Route = createFileRoute('/$organization/mijn/account')({
  beforeLoad: requireSession,
  async loader({ context: { queryClient }, params: { organization } }) {
    const [account] = await Promise.all([
      queryClient.ensureQueryData(accountOptions()),
      queryClient.ensureQueryData(versionedAccountOptions()),
      queryClient.ensureQueryData(listSessionsOptions()),
      loadTexts('accounts', 'affiliations', 'persons', 'sessions'),
    ]);
    const person = participationIn(account, organization)?.personId;
    if (person) await queryClient.ensureQueryData(personOptions(organization, person));
  },
  component: AccountPage,
});

function AccountPage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: account } = useSuspenseQuery(accountOptions());
  const person = participationIn(account, slug)?.personId;
  return (
    <Page title={t`Mijn gegevens`}>
      <MineTabs current="account" />
      {person ? (
        <>
          <MyDetails person={person} />
          <MyConsents person={person} />
        </>
      ) : null}
      <LanguageForm />
      <SignInDetails />
      <Devices />
      {person ? <Leaving person={person} /> : null}
    </Page>
  );
}

function Leaving({ person }: { person: string }) {
  const { slug } = useOrganization();
  const { data } = useSuspenseQuery(personOptions(slug, person));
  return <LeaveOrganization affiliations={data.value.affiliations} />;
}
