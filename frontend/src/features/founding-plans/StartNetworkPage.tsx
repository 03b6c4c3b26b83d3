import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { useSessionStatus } from '@/app/session';
import { LinkButton } from '@/ui/Button';
import { Panel } from '@/ui/Card';
import { FlywheelMark } from '@/ui/Flywheel';
import { Columns, Row, Section, Stack } from '@/ui/Layout';
import { DraftPlan } from './DraftPlan';
import { MyPlans } from './MyPlans';
import styles from './Plan.module.css';

/** What it takes to start a network, the first step, and the plans one has a part in. */
export function StartNetworkPage() {
  const { t } = useLingui();
  const isSignedIn = useSessionStatus() === 'signed-in';
  return (
    <Page
      title={t`Start een netwerk`}
      look="hero"
      aside={<FlywheelMark size={200} />}
      intro={
        <p>
          <Trans>
            Mis je een netwerk rond een onderwerp, of voor mensen die iets met je delen? Maak met een paar anderen een
            kort plan. Het kantoor denkt mee.
          </Trans>
        </p>
      }
    >
      {isSignedIn ? <MyPlans whenEmpty="nothing" /> : null}
      <Columns main={<HowItGoes />} aside={<FirstStep isSignedIn={isSignedIn} />} />
    </Page>
  );
}

function HowItGoes() {
  const { t } = useLingui();
  const { rules } = useOrganization();
  return (
    <Section title={t`Zo gaat het`}>
      <Panel>
        <ol className={styles['steps']}>
          <li>
            <strong>{t`Schrijf samen een kort plan`}</strong>
            <p>
              <Trans>Waar is het netwerk voor, wat willen jullie doen, en wie doet wat?</Trans>
            </p>
          </li>
          <li>
            <strong>
              <Plural
                value={rules.coreGroupMin}
                one="Vind minstens # persoon voor de kerngroep"
                other="Vind minstens # mensen voor de kerngroep"
              />
            </strong>
            <p>
              <Trans>Ieder zegt met een eigen account ja tegen het plan.</Trans>
            </p>
          </li>
          <li>
            <strong>{t`Dien het plan in`}</strong>
            <p>
              <Trans>Het kantoor leest het, stelt vragen en geeft advies.</Trans>
            </p>
          </li>
          <li>
            <strong>{t`Het bestuur besluit`}</strong>
            <p>
              <Trans>Bij een ja begint jullie netwerk, en zijn jullie de kerngroep.</Trans>
            </p>
          </li>
        </ol>
      </Panel>
    </Section>
  );
}

function FirstStep({ isSignedIn }: { isSignedIn: boolean }) {
  const { t } = useLingui();
  const organization = useOrganization();
  const { slug } = organization;
  if (may(organization, 'founding-plans.draft')) return <DraftPlan />;
  return (
    <Section title={t`Begin je plan`}>
      <Panel>
        <Stack>
          <p>
            {isSignedIn ? (
              <Trans>
                Leden van {organization.name} kunnen een plan beginnen. Ben je lid, maar zie je dit? Vraag het kantoor
                om dat na te kijken.
              </Trans>
            ) : (
              <Trans>Leden van {organization.name} kunnen een plan beginnen. Log eerst in.</Trans>
            )}
          </p>
          <Row>
            {isSignedIn ? (
              <LinkButton href={paths.networks(slug)}>{t`Bekijk de netwerken`}</LinkButton>
            ) : (
              <>
                <LinkButton variant="primary" href={paths.signIn(slug, paths.startNetwork(slug))}>
                  {t`Log in`}
                </LinkButton>
                <LinkButton href={paths.register(slug)}>{t`Maak een account`}</LinkButton>
              </>
            )}
          </Row>
        </Stack>
      </Panel>
    </Section>
  );
}
