import { Trans, useLingui } from '@lingui/react/macro';
import type { Consent } from '@/api/gen/types.gen';
import { useFormat } from '@/app/format';
import { DataTable } from '@/ui/DataTable';
import { EmptyState } from '@/ui/States';
import { consentChannels, consentTexts } from './consentTexts';

/** Every time that consent was given and taken back, the newest first. */
export function ConsentHistory({ consents }: { consents: readonly Consent[] }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  return (
    <DataTable
      caption={t`Gegeven en ingetrokken toestemmingen`}
      captionShown="no"
      rows={consents}
      rowKey={({ purpose, givenAt }) => `${purpose} ${givenAt}`}
      empty={
        <EmptyState icon="check" title={t`Nog geen toestemmingen`}>
          <p>
            <Trans>De persoon geeft die op de eigen pagina, onder ‘Mijn gegevens’.</Trans>
          </p>
        </EmptyState>
      }
      columns={[
        { id: 'purpose', header: t`Waarvoor`, cell: ({ purpose }) => i18n._(consentTexts[purpose].label) },
        {
          id: 'given',
          header: t`Gegeven`,
          cell: ({ givenAt, channel }) => `${format.shortDay(givenAt)}, ${i18n._(consentChannels[channel])}`,
        },
        {
          id: 'withdrawn',
          header: t`Ingetrokken`,
          cell: ({ withdrawnAt }) => (withdrawnAt == null ? t`Nee` : format.shortDay(withdrawnAt)),
        },
        { id: 'text', header: t`Tekst`, cell: ({ textVersion }) => textVersion },
      ]}
    />
  );
}
