import { Trans, useLingui } from '@lingui/react/macro';
import { useOrganization } from '@/app/organization';
import { paths } from '@/app/paths';
import { LinkButton } from '@/ui/Button';
import { EmptyState } from '@/ui/States';

/** For who is signed in, and does not belong to this organisation. */
export function NotHere() {
  const { t } = useLingui();
  const { slug, name } = useOrganization();
  return (
    <EmptyState
      level={2}
      icon="person"
      title={t`Je hoort nog niet bij ${name}`}
      action={<LinkButton variant="primary" href={paths.register(slug)}>{t`Meld je aan bij ${name}`}</LinkButton>}
    >
      <p>
        <Trans>Je account werkt ook hier. Meld je aan met hetzelfde e-mailadres.</Trans>
      </p>
    </EmptyState>
  );
}
