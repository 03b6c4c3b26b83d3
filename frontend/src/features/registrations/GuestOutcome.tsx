import { Trans, useLingui } from '@lingui/react/macro';
import type { GuestRegistration } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { Page, useFocusOnTitle } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { DateTile } from '@/ui/DateTile';
import { Stack } from '@/ui/Layout';
import { Notice } from '@/ui/States';

/** What came of a guest's link, with the meeting it is about. */
export function GuestOutcome({ registration }: { registration: GuestRegistration }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { moment } = useFormat();
  useFocusOnTitle();
  const href = paths.meeting(slug, registration.meetingId);
  const titles: Record<GuestRegistration['state'], string> = {
    registered: t`Je bent aangemeld`,
    waitlisted: t`Je staat op de wachtlijst`,
    cancelled: t`Je bent afgemeld`,
  };
  return (
    <Page title={titles[registration.state]}>
      <Stack>
        <Words registration={registration} />
        <Card
          level={2}
          lead={<DateTile startsAt={registration.startsAt} />}
          title={registration.title}
          href={href}
          aside={
            <LinkButton href={href} width="fill">
              <Trans>Bekijk de bijeenkomst</Trans>
            </LinkButton>
          }
        >
          <p>{moment(registration.startsAt)}</p>
        </Card>
      </Stack>
    </Page>
  );
}

function Words({ registration }: { registration: GuestRegistration }) {
  const { t } = useLingui();
  switch (registration.state) {
    case 'registered':
      return (
        <Notice tone="ok" announce="now">
          <p>
            <Trans>Leuk dat je komt. In de mail staat hoe je je kunt afmelden.</Trans>
          </p>
        </Notice>
      );
    case 'waitlisted':
      return (
        <Notice
          tone="warn"
          announce="now"
          title={registration.ahead == null ? undefined : t`Je bent nummer ${registration.ahead + 1} op de wachtlijst`}
        >
          <p>
            <Trans>De bijeenkomst zit vol. Komt er een plek vrij, dan mailen we je meteen.</Trans>
          </p>
        </Notice>
      );
    case 'cancelled':
      return (
        <Notice announce="now">
          <p>
            <Trans>Fijn dat je het laat weten. Wil je toch komen? Meld je dan opnieuw aan bij de bijeenkomst.</Trans>
          </p>
        </Notice>
      );
  }
}
