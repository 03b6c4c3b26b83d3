import { expect } from '@playwright/test';
import type { BrowserContext, ConsoleMessage } from '@playwright/test';

/** Collects what goes wrong in a browser without being seen: console errors and uncaught exceptions */
export class Faults {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on('console', (message) => {
      if (message.type() === 'error' && !asksWhoIsThere(message)) {
        this.#found.push(`${message.text()} (${message.location().url})`);
      }
    });
    context.on('weberror', (error) => this.#found.push(error.error().stack ?? error.error().message));
  }

  /** A story that provokes a refusal says which one; the browser reports each answer from 400 on as an error. */
  expect(pattern: RegExp): void {
    this.#expected.push(pattern);
  }

  check(): void {
    const surprises = this.#found.filter((fault) => !this.#expected.some((pattern) => pattern.test(fault)));
    expect(surprises, 'errors in the browser console').toEqual([]);
  }
}

// The web app learns from this 401 that nobody is signed in: the cookie that would tell is not readable for scripts.
function asksWhoIsThere(message: ConsoleMessage): boolean {
  return (
    message.location().url.endsWith('/api/v1/sessions/current/access-tokens') &&
    message.text().includes('status of 401')
  );
}
