import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { MeetingHost } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { CheckboxesField } from '@/ui/ChoiceField';
import { SearchChoicesField } from '@/ui/SearchChoicesField';
import { hostValue } from './meetingInput';
import { possibleHostsOptions } from './queries';

/** How many choices are read through sooner than searched. */
const fewEnough = 7;

type HostsFieldProps = {
  /** Id of the network that answers for the meeting: it is no co-host of itself. */
  network: string;
  chosen: readonly MeetingHost[];
};

/** Networks and units that host a meeting too. Those named before stay in sight, also when they ended meanwhile. */
export function HostsField({ network, chosen }: HostsFieldProps) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data } = useQuery(possibleHostsOptions(slug));
  const running = (data ?? []).filter(({ id }) => id !== network);
  const gone = chosen.filter(({ id }) => !running.some((host) => host.id === id));
  const hosts = [...gone, ...running];
  if (hosts.length === 0) {
    return (
      <p>
        <Trans>Er is geen ander netwerk en geen afdeling om dit mee te doen.</Trans>
      </p>
    );
  }
  const field = {
    name: 'hosts',
    label: t`Met wie organiseren jullie dit?`,
    hint: t`Hun naam staat op de pagina van de bijeenkomst.`,
    choices: hosts.map((host) => ({ value: hostValue(host), label: host.name })),
    defaultValue: chosen.map(hostValue),
  };
  // The choices come after the field: a new field then takes over what was chosen.
  return hosts.length > fewEnough ? (
    <SearchChoicesField key={hosts.length} {...field} searchLabel={t`Zoek een netwerk of onderdeel`} />
  ) : (
    <CheckboxesField key={hosts.length} {...field} />
  );
}
