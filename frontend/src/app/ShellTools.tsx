import { useLingui } from '@lingui/react/macro';
import type { Organization } from '@/api/gen/types.gen';
import { Button, IconButton, LinkButton } from '@/ui/Button';
import { Popup } from '@/ui/Popup';
import { participationIn, useAccount } from './account';
import { currentLocale, switchLocale } from './i18n';
import { paths } from './paths';
import { session, useSessionStatus } from './session';
import styles from './Shell.module.css';
import { colourMode, useColourMode } from './theme';

/** Language, light or dark, and the account; on a phone together behind one button. */
export function ShellTools({ organization }: { organization: Organization | null }) {
  const { t } = useLingui();
  return (
    <>
      <div className={styles['tools']}>
        <ModeSwitch />
        <LanguageSwitch />
        {organization ? <Account organization={organization} /> : null}
      </div>
      <div className={styles['phoneTools']}>
        <Popup label={t`Menu`} icon="menu">
          {organization ? <AccountEntries organization={organization} /> : null}
          <LanguageSwitch />
          <ModeEntry />
        </Popup>
      </div>
    </>
  );
}

function useModeToggle() {
  const { t } = useLingui();
  const mode = useColourMode();
  const next = mode === 'dark' ? ('light' as const) : ('dark' as const);
  return {
    icon: next === 'dark' ? ('moon' as const) : ('sun' as const),
    label: next === 'dark' ? t`Donkere weergave` : t`Lichte weergave`,
    onPress: () => colourMode.choose(next),
  };
}

function ModeSwitch() {
  return <IconButton {...useModeToggle()} />;
}

function ModeEntry() {
  const { icon, label, onPress } = useModeToggle();
  return (
    <Button variant="quiet" icon={icon} onPress={onPress}>
      {label}
    </Button>
  );
}

function LanguageSwitch() {
  const other = currentLocale() === 'nl' ? ('en' as const) : ('nl' as const);
  return (
    <Button variant="quiet" icon="language" onPress={() => void switchLocale(other)}>
      <span lang={other}>{other === 'en' ? 'English' : 'Nederlands'}</span>
    </Button>
  );
}

function Account({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const status = useSessionStatus();
  if (status === 'unknown') return null;
  if (status === 'anonymous') return <LinkButton href={paths.signIn(organization.slug)}>{t`Inloggen`}</LinkButton>;
  return (
    <Popup label={t`Mijn account`} icon="person">
      <AccountEntries organization={organization} />
    </Popup>
  );
}

function AccountEntries({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const status = useSessionStatus();
  const { slug } = organization;
  if (status !== 'signed-in') {
    return (
      <>
        <LinkButton variant="primary" href={paths.signIn(slug)}>{t`Inloggen`}</LinkButton>
        <LinkButton variant="quiet" icon="person" href={paths.register(slug)}>{t`Account maken`}</LinkButton>
      </>
    );
  }
  return (
    <>
      <Who organization={slug} />
      <LinkButton variant="quiet" icon="person" href={paths.mine(slug)}>{t`Voor mij`}</LinkButton>
      <LinkButton variant="quiet" icon="settings" href={paths.account(slug)}>{t`Mijn gegevens`}</LinkButton>
      <Button variant="quiet" icon="signOut" onPress={() => void session.signOut(paths.start(slug))}>
        {t`Uitloggen`}
      </Button>
    </>
  );
}

/** Whose account this is: people share computers. */
function Who({ organization }: { organization: string }) {
  const account = useAccount();
  if (!account) return null;
  const name = participationIn(account, organization)?.personName;
  return (
    <p className={styles['who']}>
      {name ? <strong>{name}</strong> : null}
      <span>{account.email}</span>
    </p>
  );
}
