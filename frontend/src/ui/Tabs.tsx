import styles from './Tabs.module.css';
import { Link } from './Link';

export type Tab = {
  href: string;
  label: string;
  /** A number that asks for attention, with its meaning. */ count?: { value: number; meaning: string };
};

/** Parts of one subject, each with an address of its own. `current` is the href of the open one. */
export function Tabs({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      <ul className={styles['list']}>
        {tabs.map((tab) => (
          <li key={tab.href} ref={tab.href === current ? showTab : undefined}>
            <Link href={tab.href} className={styles['tab']} aria-current={tab.href === current ? 'page' : undefined}>
              {tab.label}
              {tab.count && tab.count.value > 0 ? (
                <span className={styles['count']}>
                  {tab.count.value} <span className="sr-only">{tab.count.meaning}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Brings the open tab into sight where the row is wider than the screen; the page itself stays where it is. */
function showTab(tab: HTMLLIElement | null) {
  const row = tab?.closest('nav');
  if (tab && row) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
}
