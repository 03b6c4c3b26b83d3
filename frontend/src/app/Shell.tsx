import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Organization } from '@/api/gen/types.gen';
import { FlywheelMark } from '@/ui/Flywheel';
import { Icon } from '@/ui/Icon';
import { Link } from '@/ui/Link';
import { ToastRegion } from '@/ui/ToastRegion';
import { useAccountLanguage } from './account';
import { useNavigation } from './navigation';
import { OfflineNotice } from './OfflineNotice';
import { isDemo } from './organization';
import { paths } from './paths';
import styles from './Shell.module.css';
import { ShellTools } from './ShellTools';
import { useFocusKept } from './useFocusKept';
import { NavigationProgress } from './Waiting';

/** What stands around every screen. Without an organisation it is Vliegwiel's own. */
export function Shell({ organization, children }: { organization: Organization | null; children: ReactNode }) {
  useAccountLanguage();
  useFocusKept();
  return (
    <div className={styles['shell']} data-nav={organization ? 'bottom' : 'none'}>
      <a className={styles['skip']} href="#inhoud">
        <Trans>Naar de inhoud</Trans>
      </a>
      <NavigationProgress />
      <OfflineNotice />
      {organization !== null && isDemo(organization) ? <DemoBanner /> : null}
      <header className={styles['header']}>
        <div className={styles['bar']}>
          <Brand organization={organization} />
          {organization ? <MainNavigation organization={organization} /> : null}
          <ShellTools organization={organization} />
        </div>
      </header>
      <main id="inhoud" className={styles['main']} tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <ToastRegion />
    </div>
  );
}

function Brand({ organization }: { organization: Organization | null }) {
  return (
    <Link className={styles['brand']} href={organization ? paths.start(organization.slug) : paths.home()}>
      {organization?.theme.logoUrl ? (
        <img src={organization.theme.logoUrl} alt="" width={40} height={40} />
      ) : (
        <FlywheelMark size={40} />
      )}
      <span>{organization?.name ?? 'Vliegwiel'}</span>
    </Link>
  );
}

/** At the top on a wide screen, at the bottom on a phone: the same links once. */
function MainNavigation({ organization }: { organization: Organization }) {
  const { t } = useLingui();
  const items = useNavigation(organization);
  return (
    <nav className={styles['nav']} aria-label={t`Hoofdmenu`}>
      <ul className={styles['navList']}>
        {items.map((item) => (
          <li key={item.href}>
            <Link className={styles['navLink']} href={item.href} aria-current={item.isCurrent ? 'page' : undefined}>
              <Icon name={item.icon} size={22} />
              {item.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DemoBanner() {
  const { t } = useLingui();
  return (
    <aside className={styles['strip']} data-tone="accent" aria-label={t`Demo`}>
      <Icon name="info" size={18} />
      <span>
        <Trans>
          Dit is een demo: alle personen zijn verzonnen. <a href="/dev/mailbox">Bekijk de verstuurde mail</a>
        </Trans>
      </span>
    </aside>
  );
}

function Footer() {
  return (
    <footer className={styles['footer']}>
      <div className={styles['footerBar']}>
        <FlywheelMark size={32} />
        <p>
          <Trans>Vliegwiel is vrije software voor ledennetwerken.</Trans>
        </p>
        <ul className={styles['footerLinks']}>
          <li>
            <Link href={paths.home()}>
              <Trans>Alle organisaties</Trans>
            </Link>
          </li>
          <li>
            <a href="/api/docs">
              <Trans>Voor ontwikkelaars</Trans>
            </a>
          </li>
        </ul>
      </div>
    </footer>
  );
}
