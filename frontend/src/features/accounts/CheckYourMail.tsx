import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/ui/Button';
import { Row } from '@/ui/Layout';
import { Notice } from '@/ui/States';
import { Done } from './Done';

type CheckYourMailProps = {
  email: string;
  /** How long the link works: "24 uur". */
  linkWorks: string;
  onAgain: () => void;
};

/** A mail is on its way. The same for every address: whether it has an account is told in the mail only. */
export function CheckYourMail({ email, linkWorks, onAgain }: CheckYourMailProps) {
  const { t } = useLingui();
  return (
    <Done title={t`Kijk in je mail`}>
      <Notice tone="ok">
        <p>
          <Trans>
            We sturen een mail naar <strong>{email}</strong>. Klik op de link in die mail. De link werkt {linkWorks}.
          </Trans>
        </p>
      </Notice>
      <p>
        <Trans>Geen mail gekregen? Wacht een paar minuten. Kijk ook bij je ongewenste mail.</Trans>
      </p>
      <Row>
        <Button icon="back" onPress={onAgain}>{t`Vul het opnieuw in`}</Button>
      </Row>
    </Done>
  );
}
