import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from '@tanstack/react-query';
import type { FoundingPlan, PlanVerdictCode } from '@/api/gen/types.gen';
import { useOrganization } from '@/app/organization';
import { Panel } from '@/ui/Card';
import { Section } from '@/ui/Layout';
import styles from './Plan.module.css';
import { queueOptions } from './queries';

/** What will happen when the decision is recorded. */
export function DecisionPreview({ plan, verdict }: { plan: FoundingPlan; verdict: PlanVerdictCode | null }) {
  const { t } = useLingui();
  return (
    <Section title={t`Wat er dan gebeurt`}>
      <Panel>
        {verdict === null ? (
          <p>
            <Trans>Kies eerst ja of nee.</Trans>
          </p>
        ) : verdict === 'approve' ? (
          <Approved plan={plan} />
        ) : (
          <ol className={styles['steps']}>
            <li>
              <strong>{t`De indieners krijgen een mail`}</strong>
              <p>
                <Trans>Met de reden van het besluit.</Trans>
              </p>
            </li>
            <li>
              <strong>{t`Het plan is klaar`}</strong>
              <p>
                <Trans>Zij kunnen later een nieuw plan beginnen.</Trans>
              </p>
            </li>
          </ol>
        )}
      </Panel>
    </Section>
  );
}

function Approved({ plan }: { plan: FoundingPlan }) {
  const { t } = useLingui();
  const { slug } = useOrganization();
  const { data: queue } = useQuery(queueOptions(slug));
  const people = plan.members.filter(({ state }) => state === 'confirmed').length;
  return (
    <ol className={styles['steps']}>
      <li>
        <strong>{t`Het netwerk ${plan.name} komt er`}</strong>
        <p>
          {queue === undefined || queue.startsUsed < queue.startCapacity ? (
            <Trans>Het begint vandaag met zijn proefperiode.</Trans>
          ) : (
            <Trans>
              Alle {queue.startCapacity} plaatsen om te starten zijn bezet. Het netwerk wacht op zijn beurt.
            </Trans>
          )}
        </p>
      </li>
      <li>
        <strong>
          <Plural value={people} one="# persoon komt in de kerngroep" other="# mensen komen in de kerngroep" />
        </strong>
        <p>
          <Trans>Zij worden lid, krijgen hun functie en kunnen meteen aan de slag.</Trans>
        </p>
      </li>
      <li>
        <strong>{t`De afspraken liggen vast`}</strong>
        <p>
          <Trans>Doel, organisatie, duur, groeidoel, evaluatie en de voorwaarden.</Trans>
        </p>
      </li>
      <li>
        <strong>{t`De indieners krijgen een mail`}</strong>
        <p>
          <Trans>Met de reden en de voorwaarden.</Trans>
        </p>
      </li>
    </ol>
  );
}
