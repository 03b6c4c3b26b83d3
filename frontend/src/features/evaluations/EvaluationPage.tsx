import { Trans, useLingui } from '@lingui/react/macro';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useFormat } from '@/app/format';
import { may, useOrganization } from '@/app/organization';
import { Page } from '@/app/Page';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { EvaluationFile } from './EvaluationFile';
import { evaluationOptions } from './queries';

/** One evaluation on its own page: where office and board work on it. */
export function EvaluationPage({ evaluation: id }: { evaluation: string }) {
  const { t } = useLingui();
  const { shortDay } = useFormat();
  const organization = useOrganization();
  const { slug } = organization;
  const { data: evaluation } = useSuspenseQuery(evaluationOptions(slug, id));
  const { network } = evaluation;
  return (
    <Page
      title={t`Evaluatie van ${network.name}`}
      crumbs={[
        may(organization, 'networks.oversee')
          ? { label: t`Kantoor`, href: paths.office(slug) }
          : { label: t`Netwerken`, href: paths.networks(slug) },
        { label: network.name, href: paths.network(slug, network.slug) },
      ]}
      intro={
        <p>
          <Trans>Begonnen op {shortDay(evaluation.openedAt)}.</Trans>
        </p>
      }
      actions={
        <LinkButton href={paths.networkWorkspace(slug, network.slug, 'doelen')}>{t`Bekijk de afspraken`}</LinkButton>
      }
    >
      <EvaluationFile evaluation={evaluation} />
    </Page>
  );
}
