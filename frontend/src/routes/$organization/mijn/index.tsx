import { useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { createFileRoute } from '@tanstack/react-router';
import { accountOptions, participationIn } from '@/app/account';
import { requireSession } from '@/app/guards';
import { loadTexts } from '@/app/i18n';
import { MineTabs } from '@/app/MineTabs';
import { useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { NotHere } from '@/features/accounts/NotHere';
import { OtherOrganizations } from '@/features/accounts/OtherOrganizations';
import { WaitingList } from '@/features/accounts/WaitingList';
import { MyPlans } from '@/features/founding-plans/MyPlans';
import { ownPlansOptions } from '@/features/founding-plans/queries';
import { MyNetworks } from '@/features/persons/MyNetworks';
import { personOptions } from '@/features/persons/queries';
import { MyPastRegistrations, MyRegistrations } from '@/features/registrations/MyRegistrations';
import { ownRegistrationsOptions } from '@/features/registrations/queries';
import { Columns } from '@/ui/Layout';

export const Route = createFileRoute('/$organization/mijn/')({
  beforeLoad: requireSession,
  async loader({ context: { queryClient }, params: { organization } }) {
    const [account] = await Promise.all([
      queryClient.ensureQueryData(accountOptions()),
      loadTexts('accounts', 'persons', 'registrations', 'founding-plans'),
    ]);
    const person = participationIn(account, organization)?.personId;
    if (person == null) return;
    await Promise.all([
      queryClient.ensureQueryData(personOptions(organization, person)),
      queryClient.ensureInfiniteQueryData(ownRegistrationsOptions(organization)),
      queryClient.ensureInfiniteQueryData(ownPlansOptions(organization)),
    ]);
  },
  component: MinePage,
});

function MinePage() {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: account } = useSuspenseQuery(accountOptions());
  const me = participationIn(account, slug);
  return (
    <Page title={me ? t`Hallo, ${me.personName}` : t`Voor mij`}>
      <MineTabs current="overview" />
      {me ? (
        <>
          <WaitingList />
          <Columns
            main={<MyRegistrations />}
            aside={
              <div>
                <MyNetworks person={me.personId} />
                <MyPlans />
              </div>
            }
          />
          <MyPastRegistrations />
        </>
      ) : (
        <NotHere />
      )}
      <OtherOrganizations />
    </Page>
  );
}
