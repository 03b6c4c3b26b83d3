import { useLingui } from '@lingui/react/macro';

/** Dates and times are shown as the clock in the Netherlands has them, wherever the reader is. */
const timeZone = 'Europe/Amsterdam';

const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const satisfies readonly (readonly [Intl.RelativeTimeFormatUnit, number])[];

/** Writes dates, numbers and money in a language. Instants are RFC 3339 in UTC; days are yyyy-mm-dd. */
export function formats(locale: string) {
  const language = locale === 'en' ? 'en-GB' : 'nl-NL';
  const date = (options: Intl.DateTimeFormatOptions, zone = timeZone) => {
    const format = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
    return (instant: string) => format.format(new Date(instant));
  };
  const day = date({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const time = date({ hour: '2-digit', minute: '2-digit' });
  const shortDay = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const dayOn = date({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
  return {
    /** "donderdag 3 december 2026" of an instant. */
    day,
    /** "3 dec 2026" of an instant. */
    shortDay,
    /** "19:30" of an instant. */
    time,
    /** "3 december 2026" of a day. */
    dayOn,
    /** "donderdag 3 december 2026, 19:30" */
    moment: (instant: string) => `${day(instant)}, ${time(instant)}`,
    /** "19:30–22:00", or with both days when it passes midnight. */
    period(startsAt: string, endsAt: string) {
      const isOneDay = shortDay(startsAt) === shortDay(endsAt);
      return isOneDay
        ? `${time(startsAt)}–${time(endsAt)}`
        : `${shortDay(startsAt)} ${time(startsAt)} – ${shortDay(endsAt)} ${time(endsAt)}`;
    },
    /** "over 3 dagen", "2 uur geleden" */
    relative(instant: string, now: Date = new Date()) {
      const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
      // Less than a minute is "nu", "now": in numbers it would read "binnen een minuut", as if it were still to come.
      const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? (['second', Infinity] as const);
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
    },
    /** "1.234" */
    number: (value: number) => new Intl.NumberFormat(language).format(value),
    /** Share between 0 and 1 as "72%". */
    percentage: (share: number) => new Intl.NumberFormat(language, { style: 'percent' }).format(share),
    /** Integer cents as "€ 1.250,00". */
    money: (cents: number, currency = 'EUR') =>
      new Intl.NumberFormat(language, { style: 'currency', currency }).format(cents / 100),
    /** "Anna, Bram en Chris" */
    list: (items: readonly string[]) => new Intl.ListFormat(language).format(items),
  };
}

/** `formats` in the language of the screen. */
export function useFormat() {
  const { i18n } = useLingui();
  return formats(i18n.locale);
}
