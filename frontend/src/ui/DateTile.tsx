import { useLingui } from '@lingui/react/macro';
import styles from './DateTile.module.css';

type DateTileProps = {
  /** Instant in UTC, RFC 3339. */
  startsAt: string;
  timeZone?: string;
};

/** A leaf of the calendar: "do 3 dec". The whole date, with its year, is read aloud. */
export function DateTile({ startsAt, timeZone = 'Europe/Amsterdam' }: DateTileProps) {
  const { i18n } = useLingui();
  const date = new Date(startsAt);
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(i18n.locale, { ...options, timeZone }).format(date).replace(/\.$/, '');
  return (
    <time className={styles['tile']} dateTime={startsAt}>
      <span className="sr-only">{part({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })}</span>
      <span aria-hidden="true">{part({ weekday: 'short' })}</span>
      <span aria-hidden="true" className={styles['day']}>
        {part({ day: 'numeric' })}
      </span>
      <span aria-hidden="true">{part({ month: 'short' })}</span>
    </time>
  );
}
