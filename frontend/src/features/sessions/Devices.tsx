import { useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { listSessionsOptions, listSessionsQueryKey } from '@/api/gen/@tanstack/react-query.gen';
import { endSession } from '@/api/gen/sdk.gen';
import type { Session } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { session } from '@/app/session';
import { Status } from '@/ui/Badge';
import { Button } from '@/ui/Button';
import { Card } from '@/ui/Card';
import { CardList, Section } from '@/ui/Layout';
import { showToast } from '@/ui/toasts';

/** Where I am signed in, this device first. */
export function Devices() {
  const { t } = useLingui();
  const { data } = useSuspenseQuery(listSessionsOptions());
  const sessions = data.items.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
  return (
    <Section
      title={t`Waar je bent ingelogd`}
      intro={t`Herken je een apparaat niet? Log het hier uit en kies een nieuw wachtwoord.`}
    >
      <CardList label={t`Apparaten`}>
        {sessions.map((each) => (
          <li key={each.id}>
            <DeviceCard session={each} />
          </li>
        ))}
      </CardList>
    </Section>
  );
}

function DeviceCard({ session: { id, device, client, isCurrent, lastUsedAt } }: { session: Session }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const format = useFormat();
  const name = device || (client === 'mobile' ? t`Telefoon` : t`Onbekend apparaat`);
  const end = useEndSession(name);
  return (
    <Card
      title={name}
      badges={isCurrent ? <Status tone="ok">{t`Dit apparaat`}</Status> : null}
      aside={
        isCurrent ? (
          <Button icon="signOut" onPress={() => void session.signOut(paths.start(slug))}>{t`Uitloggen`}</Button>
        ) : (
          <Button
            icon="signOut"
            isDisabled={end.isPending}
            aria-label={t`Uitloggen op ${name}`}
            onPress={() => end.mutate(id)}
          >{t`Uitloggen`}</Button>
        )
      }
    >
      <p>{t`Laatst gebruikt op ${format.moment(lastUsedAt)}`}</p>
    </Card>
  );
}

function useEndSession(device: string) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => endSession({ path: { session: id } }),
    onSuccess: () => showToast({ text: t`Je bent uitgelogd op ${device}.` }),
    onError: () => showToast({ tone: 'bad', text: t`Uitloggen is niet gelukt. Probeer het opnieuw.` }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: listSessionsQueryKey() }),
  });
}
