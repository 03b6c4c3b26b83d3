import { expect } from '@playwright/test';
import { demoPassword } from './sign-in';

/** Someone who calls the API without a browser: to look up what a story needs, or to try a door. */
export class Caller {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  /** Signs in as a mobile client does. */
  static async signIn(serverUrl: string, email: string): Promise<Caller> {
    const answer = await fetch(`${serverUrl}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: demoPassword(), client: 'mobile' }),
    });
    expect(answer.status, `${email} signs in`).toBe(201);
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new Caller(serverUrl, accessToken);
  }

  /** Asks for an address under /api/v1. */
  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${this.#token}`);
    return fetch(`${this.#url}/api/v1${path}`, { ...init, headers });
  }

  /** What stands at an address under /api/v1. */
  async read<Body>(path: string): Promise<Body> {
    const answer = await this.request(path);
    expect(answer.status, path).toBe(200);
    return (await answer.json()) as Body;
  }
}

/** A page of a list */
export interface List<Item> {
  readonly items: readonly Item[];
}

/** What stories read of a meeting */
export interface Meeting {
  readonly id: string;
  readonly title: string;
  readonly capacity: number | null;
  readonly registered: number;
  readonly waitlisted: number;
  readonly attended: number;
  readonly state: string;
  readonly kind: string;
  readonly startsAt: string;
  readonly audience: string;
  readonly network: { readonly slug: string };
}
