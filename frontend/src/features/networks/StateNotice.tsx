import { Trans, useLingui } from '@lingui/react/macro';
import type { Network } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { Notice } from '@/ui/States';

/** What a reader must know of a network that is not running as usual. */
export function StateNotice({ network }: { network: Network }) {
  const { t } = useLingui();
  const { dayOn } = useFormat();
  const { state, coreGroup, endedOn, endReason } = network;
  if (state === 'proposed') {
    return (
      <Notice title={t`Dit netwerk start binnenkort`}>
        <p>
          <Trans>Het plan is goedgekeurd. Zodra het netwerk van start gaat, kun je hier lid worden.</Trans>
        </p>
      </Notice>
    );
  }
  if (state === 'dormant') {
    return (
      <Notice tone="warn" title={t`Dit netwerk rust`}>
        <p>
          <Trans>
            De kerngroep is te klein: {coreGroup.size} van minstens {coreGroup.minimum} mensen. Word lid en help het
            weer op gang.
          </Trans>
        </p>
      </Notice>
    );
  }
  if (state === 'ended') {
    return (
      <Notice title={endedOn == null ? t`Dit netwerk is gestopt` : t`Dit netwerk is gestopt op ${dayOn(endedOn)}`}>
        <p>{endReason}</p>
      </Notice>
    );
  }
  return null;
}
