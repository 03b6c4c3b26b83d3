import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { addWorkingGroupMember, removeWorkingGroupMember } from '@/api/gen/sdk.gen';
import type { WorkingGroup, WorkingGroupMember } from '@/api/gen/types.gen';
import { ifVersion } from '@/app/api';
import { may, useOrganization } from '@/app/organization';
import { ProblemNotice } from '@/app/ProblemState';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Stack } from '@/ui/Layout';
import { Skeleton } from '@/ui/States';
import { showToast } from '@/ui/toasts';
import { AddPerson } from './AddPerson';
import { refreshWorkingGroups, workingGroupMembersOptions } from './queries';
import styles from './WorkingGroupPeople.module.css';

/** Who is in a working group, and taking in or letting go. */
export function WorkingGroupPeople({ group, onClose }: { group: WorkingGroup; onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { name } = group;
  const people = useQuery(workingGroupMembersOptions(slug, group));
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Wie zit er in ${name}?`}
      footer={<Button onPress={onClose}>{t`Klaar`}</Button>}
    >
      <Stack>
        {people.isPending ? <Skeleton shape="lines" /> : null}
        {people.isError ? <ProblemNotice error={people.error} /> : null}
        {people.data?.items.length === 0 ? (
          <p>
            <Trans>Er zit nog niemand in deze werkgroep.</Trans>
          </p>
        ) : null}
        {people.data && people.data.items.length > 0 ? (
          <ul className={styles['people']} aria-label={t`Mensen in ${name}`}>
            {people.data.items.map((member) => (
              <Person key={member.id} member={member} group={group} />
            ))}
          </ul>
        ) : null}
        {may(group, 'working-groups.add-member') && people.data ? (
          <AddPerson key={people.data.items.length} group={group} />
        ) : null}
      </Stack>
    </Dialog>
  );
}

function Person({ member, group }: { member: WorkingGroupMember; group: WorkingGroup }) {
  const { t } = useLingui();
  const remove = useRemove(member, group);
  const { name } = member;
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {member.expertise === '' ? null : <> · {member.expertise}</>}
      </span>
      {may(group, 'working-groups.remove-member') ? (
        <Button
          variant="quiet"
          aria-label={t`Haal ${name} uit de werkgroep`}
          busyText={remove.isPending ? t`Even geduld…` : undefined}
          onPress={() => remove.mutate()}
        >{t`Haal weg`}</Button>
      ) : null}
      {remove.isError ? <ProblemNotice error={remove.error} /> : null}
    </li>
  );
}

/** At once, with undo: the same person is taken in again. */
function useRemove({ id, personId, name, expertise, version }: WorkingGroupMember, group: WorkingGroup) {
  const { t } = useLingui();
  const { slug: organization } = useOrganization();
  const queryClient = useQueryClient();
  const path = { organization, network: group.networkId, group: group.id };
  const addBack = useMutation({
    mutationFn: () => addWorkingGroupMember({ path, body: { personId, expertise } }),
    onSuccess: () => refreshWorkingGroups(queryClient),
    onError: () => showToast({ tone: 'bad', text: t`Dat lukte niet. Voeg ${name} opnieuw toe.` }),
  });
  return useMutation({
    mutationFn: () => removeWorkingGroupMember({ path: { ...path, member: id }, headers: ifVersion({ version }) }),
    async onSuccess() {
      await refreshWorkingGroups(queryClient);
      showToast({
        text: t`${name} zit niet meer in de werkgroep.`,
        action: { label: t`Toch wel`, onAct: () => addBack.mutate() },
      });
    },
  });
}
