import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { Meeting } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { useSessionStatus } from '@/app/session';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Stack } from '@/ui/Layout';
import { CapacityBar } from '@/ui/Meter';
import { OwnRegistration } from './OwnRegistration';
import { RegisterButton } from './RegisterButton';

/** Beside a meeting: how full it is, where you stand, and what you can do. */
export function RegistrationPanel({ meeting }: { meeting: Meeting }) {
  return (
    <Panel>
      <h2>
        <Heading meeting={meeting} />
      </h2>
      <Body meeting={meeting} />
    </Panel>
  );
}

function Heading({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui();
  if (meeting.state === 'held') return t`Wie er waren`;
  return meeting.attendance === 'count-only' ? t`Kom langs` : t`Aanmelden`;
}

function Body({ meeting }: { meeting: Meeting }) {
  if (meeting.state === 'held') return <Held meeting={meeting} />;
  if (meeting.state === 'cancelled') {
    return (
      <p>
        <Trans>Aanmelden kan niet meer. Wie zich had aangemeld, heeft een mail gekregen.</Trans>
      </p>
    );
  }
  if (meeting.attendance === 'count-only') {
    return (
      <p>
        <Trans>Je hoeft je niet aan te melden. We tellen alleen hoeveel mensen er komen.</Trans>
      </p>
    );
  }
  return (
    <Stack>
      <CapacityBar
        taken={meeting.registered}
        waiting={meeting.waitlisted}
        {...(meeting.capacity == null ? {} : { capacity: meeting.capacity })}
      />
      {meeting.registration ? <OwnRegistration meeting={meeting} registration={meeting.registration} /> : null}
      <RegisterButton meeting={meeting} />
      <WhyNot meeting={meeting} />
    </Stack>
  );
}

function Held({ meeting }: { meeting: Meeting }) {
  if (meeting.attendance === 'count-only') {
    return (
      <p>
        <Plural value={meeting.attended} one="Er was één persoon." other="Er waren # mensen." />
      </p>
    );
  }
  return (
    <Stack gap="tight">
      <p>
        <Trans>
          Aangemeld: {meeting.registered}. Daarvan gekomen: {meeting.attended}.
        </Trans>
      </p>
      {meeting.walkIns > 0 ? (
        <p>
          <Trans>Zonder aanmelding gekomen: {meeting.walkIns}.</Trans>
        </p>
      ) : null}
    </Stack>
  );
}

/** For who can neither register nor is registered: what to do instead. */
function WhyNot({ meeting }: { meeting: Meeting }) {
  const { slug } = useOrganization();
  const status = useSessionStatus();
  const isPossible = meeting.actions.some((action) => action.startsWith('registrations.register'));
  if (isPossible || meeting.registration != null) return null;
  if (meeting.state === 'draft') {
    return (
      <p>
        <Trans>Aanmelden kan zodra de bijeenkomst gepubliceerd is.</Trans>
      </p>
    );
  }
  if (hasBegun(meeting)) {
    return (
      <p>
        <Trans>De bijeenkomst is begonnen. Aanmelden kan niet meer.</Trans>
      </p>
    );
  }
  if (status !== 'signed-in') {
    return (
      <>
        <p>
          <Trans>Log in om te zien of je je kunt aanmelden.</Trans>
        </p>
        <LinkButton href={paths.signIn(slug, paths.meeting(slug, meeting.id))}>
          <Trans>Log in</Trans>
        </LinkButton>
      </>
    );
  }
  return (
    <p>
      <Trans>Aanmelden kan niet. De bijeenkomst is voor een andere groep.</Trans>
    </p>
  );
}

function hasBegun({ startsAt }: Meeting): boolean {
  return new Date(startsAt).getTime() <= Date.now();
}
