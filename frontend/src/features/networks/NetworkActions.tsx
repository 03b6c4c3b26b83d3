import { useLingui } from '@lingui/react/macro';
import { lazy, Suspense, useState } from 'react';
import type { Network } from '@/api/gen/types.gen';
import { may } from '@/app/organization';
import { Button } from '@/ui/Button';
import { Menu } from '@/ui/Menu';

const ChangeLife = lazy(() => import('./ChangeLife').then((file) => ({ default: file.ChangeLife })));
const DescribeNetwork = lazy(() => import('./DescribeNetwork').then((file) => ({ default: file.DescribeNetwork })));

/** What can be done with the life of a network, each with the action of the API that allows it. */
export type LifeStep = 'start' | 'activate' | 'revive' | 'end';

/** Rare actions on a network for core group, office and board. Nothing for others. */
export function NetworkActions({ network }: { network: Network }) {
  const { t } = useLingui();
  const [open, setOpen] = useState<LifeStep | 'describe' | null>(null);
  const all = [
    { id: 'start', label: t`Start dit netwerk`, icon: 'check' },
    { id: 'activate', label: t`Rond de proefperiode af`, icon: 'check' },
    { id: 'revive', label: t`Maak dit netwerk weer wakker`, icon: 'retry' },
    { id: 'describe', label: t`Wijzig de tekst`, icon: 'edit' },
    { id: 'end', label: t`Stop dit netwerk`, icon: 'close', tone: 'bad' },
  ] as const;
  const entries = all
    .filter(({ id }) => may(network, `networks.${id}`))
    .map((entry) => ({ ...entry, onSelect: () => setOpen(entry.id) }));
  if (entries.length === 0) return null;
  return (
    <>
      <Menu label={t`Meer over dit netwerk`} trigger={<Button icon="more">{t`Meer`}</Button>} entries={entries} />
      <Suspense fallback={null}>
        {open === 'describe' ? <DescribeNetwork network={network} onClose={() => setOpen(null)} /> : null}
        {open !== null && open !== 'describe' ? (
          <ChangeLife network={network} step={open} onClose={() => setOpen(null)} />
        ) : null}
      </Suspense>
    </>
  );
}
