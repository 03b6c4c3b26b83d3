import { fromDate, parseDateTime, toZoned } from '@internationalized/date';

const timeZone = 'Europe/Amsterdam';

/** Reads a form's data as the types that the API takes. Empty is `null`, never an empty string. */
export class FormReader {
  readonly #data: FormData;

  constructor(data: FormData) {
    this.#data = data;
  }

  /** Text without spaces around it; the empty string when nothing was typed. */
  text(name: string): string {
    const value = this.#data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** A password as typed: spaces count. */
  secret(name: string): string {
    const value = this.#data.get(name);
    return typeof value === 'string' ? value : '';
  }

  textOrNull(name: string): string | null {
    return this.text(name) || null;
  }

  /** One of the values that the API knows. Anything else is the server's to refuse. */
  choice<Value extends string>(name: string): Value {
    return this.text(name) as Value;
  }

  choices<Value extends string>(name: string): Value[] {
    return this.#data.getAll(name).filter((value): value is Value => typeof value === 'string');
  }

  isTicked(name: string): boolean {
    return this.#data.has(name);
  }

  /** A number of a field that the form requires */
  number(name: string): number {
    return Number(this.text(name));
  }

  numberOrNull(name: string): number | null {
    const value = this.text(name);
    return value === '' || Number.isNaN(Number(value)) ? null : Number(value);
  }

  /** A day, yyyy-mm-dd. */
  dayOrNull(name: string): string | null {
    return this.textOrNull(name);
  }

  /** A time on the clock in the Netherlands as an instant in UTC; right on the days the clock changes. */
  instantOrNull(name: string): string | null {
    const value = this.text(name);
    if (value === '') return null;
    return toZoned(parseDateTime(value), timeZone).toDate().toISOString().replace('.000Z', 'Z');
  }
}

/** An instant as a DateTimeField shows it: the clock in the Netherlands. */
export function wallClock(instant: string): string {
  return fromDate(new Date(instant), timeZone).toString().slice(0, 16);
}
