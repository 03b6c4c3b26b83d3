import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { FoundingPlan, PlanMember } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Status } from '@/ui/Badge';
import { Button, IconButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { Section, Stack } from '@/ui/Layout';
import { memberStateLabels, memberStateTones } from './labels';
import { NameMember } from './NameMember';
import { useMemberName } from './memberName';
import styles from './Plan.module.css';
import { RemoveMember } from './RemoveMember';

/** The core group to be: who is asked, and who said what. */
export function MembersPanel({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const [isNaming, setNaming] = useState(false);
  return (
    <Section title={t`Kerngroep`}>
      <Panel>
        <Stack>
          {plan.members.length === 0 ? (
            <p>
              <Plural
                value={plan.coreGroupMin}
                one="Er is nog niemand gevraagd. Minstens # persoon is nodig, jijzelf ook als je mee wilt doen."
                other="Er is nog niemand gevraagd. Minstens # mensen zijn nodig, jijzelf ook als je mee wilt doen."
              />
            </p>
          ) : (
            <ul className={styles['people']} aria-label={t`Mensen in de kerngroep`}>
              {plan.members.map((member) => (
                <MemberRow key={member.id} plan={plan} member={member} />
              ))}
            </ul>
          )}
          {may(plan, 'founding-plans.name-member') ? (
            <Button icon="add" width="fill" onPress={() => setNaming(true)}>
              {t`Vraag iemand`}
            </Button>
          ) : null}
        </Stack>
      </Panel>
      {isNaming ? <NameMember plan={plan} onClose={() => setNaming(false)} /> : null}
    </Section>
  );
}

function MemberRow({ plan, member }: { plan: FoundingPlan; member: PlanMember }) {
  const { t, i18n } = useLingui();
  const [isRemoving, setRemoving] = useState(false);
  const who = useMemberName(member);
  return (
    <li>
      <div className={styles['person']}>
        <strong>
          {who} {member.isYou ? <Trans>(jij)</Trans> : null}
        </strong>
        <span>{member.title}</span>
        <div>
          <Status tone={memberStateTones[member.state]}>{i18n._(memberStateLabels[member.state])}</Status>
        </div>
      </div>
      {may(plan, 'founding-plans.remove-member') ? (
        <IconButton icon="close" label={t`Haal ${who} van het plan`} onPress={() => setRemoving(true)} />
      ) : null}
      {isRemoving ? <RemoveMember plan={plan} member={member} onClose={() => setRemoving(false)} /> : null}
    </li>
  );
}
