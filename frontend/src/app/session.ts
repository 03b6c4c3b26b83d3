import { useSyncExternalStore } from 'react';

const signInHint = 'vliegwiel.signed-in';
const sessionUrl = '/api/v1/sessions/current';
const renewBeforeEndMs = 30_000;

/** unknown: we have not asked yet whether the refresh cookie still holds. */
export type SessionStatus = 'unknown' | 'anonymous' | 'signed-in';

type AccessToken = { value: string; renewAt: number };

let token: AccessToken | null = null;
let status: SessionStatus = readHint() ? 'unknown' : 'anonymous';
let renewal: Promise<boolean> | null = null;
const listeners = new Set<(status: SessionStatus) => void>();
const otherTabs = new BroadcastChannel('vliegwiel-session');
otherTabs.addEventListener('message', ({ data }) => {
  if (data === 'signed out') location.reload();
  else if (token === null) void renew();
});

/**
 * The session of this browser. The access token lives in memory only; the refresh token is a cookie that scripts cannot read.
 * A hint in localStorage says that there may be a session, so that visitors without one send no needless request.
 */
export const session = {
  status: () => status,

  subscribe(listener: (status: SessionStatus) => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },

  /** Settles whether someone is signed in; asks the server once, and only when there may be a session. */
  async ready(): Promise<SessionStatus> {
    if (status === 'unknown') await renew();
    return status;
  },

  /** Takes the access token of `POST /api/v1/sessions`, after signing in. */
  adopt(accessToken: string) {
    keep(accessToken);
    otherTabs.postMessage('signed in');
  },

  /** Ends the session here and on the server, and loads `next` afresh, so that nothing of it stays in memory. */
  async signOut(next: string) {
    const headers = authorization();
    forget();
    otherTabs.postMessage('signed out');
    await fetch(sessionUrl, { method: 'DELETE', headers }).catch(() => undefined);
    location.assign(next);
  },
};

/** Whether someone is signed in, as React state. */
export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(session.subscribe, session.status);
}

/**
 * `fetch` for the API: sends the access token, renews it once when it has run out, and then repeats the request once.
 * Many requests at the same time share one renewal.
 */
export async function sessionFetch(request: Request): Promise<Response> {
  await session.ready();
  if (token !== null && Date.now() >= token.renewAt) await renew();
  const again = request.clone();
  const sent = token;
  const response = await send(request);
  if (response.status !== 401 || sent === null) return response;
  const isCurrent = token?.value === sent.value;
  const isRenewed = isCurrent ? await renew() : token !== null;
  return isRenewed ? send(again) : response;
}

function send(request: Request): Promise<Response> {
  for (const [name, value] of Object.entries(authorization())) request.headers.set(name, value);
  request.headers.set('Accept-Language', document.documentElement.lang || 'nl');
  return fetch(request);
}

function authorization(): Record<string, string> {
  return token === null ? {} : { Authorization: `Bearer ${token.value}` };
}

function renew(): Promise<boolean> {
  renewal ??= inTurn(askForToken).finally(() => {
    renewal = null;
  });
  return renewal;
}

/** Tabs take turns, because each renewal replaces the cookie that all of them share. */
function inTurn(work: () => Promise<boolean>): Promise<boolean> {
  // Absent where the address is not secure.
  const locks: LockManager | null | undefined = navigator.locks;
  return locks ? locks.request('vliegwiel-session', work) : work();
}

async function askForToken(): Promise<boolean> {
  const response = await fetch(`${sessionUrl}/access-tokens`, { method: 'POST' }).catch(() => null);
  if (response?.ok) {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null && 'accessToken' in body && typeof body.accessToken === 'string') {
      keep(body.accessToken);
      return true;
    }
  }
  // Without an answer the session may still stand: keep the hint, so that the next page asks again.
  if (response?.status === 401 || response?.status === 403) forget();
  else become('anonymous');
  return false;
}

function keep(accessToken: string) {
  token = { value: accessToken, renewAt: Date.now() + lifetimeMs(accessToken) - renewBeforeEndMs };
  writeHint('1');
  become('signed-in');
}

function forget() {
  token = null;
  writeHint(null);
  become('anonymous');
}

function become(next: SessionStatus) {
  if (status === next) return;
  status = next;
  for (const listener of listeners) listener(next);
}

/** Reads how long a JWT holds, by its own two clocks, so that a wrong clock on this device does no harm. */
function lifetimeMs(accessToken: string): number {
  try {
    const payload = (accessToken.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: unknown = JSON.parse(atob(payload));
    if (typeof claims !== 'object' || claims === null || !('exp' in claims) || !('iat' in claims)) return Infinity;
    return (Number(claims.exp) - Number(claims.iat)) * 1000;
  } catch {
    return Infinity;
  }
}

function readHint(): boolean {
  try {
    return localStorage.getItem(signInHint) !== null;
  } catch {
    return false;
  }
}

function writeHint(value: '1' | null) {
  try {
    if (value === null) localStorage.removeItem(signInHint);
    else localStorage.setItem(signInHint, value);
  } catch {
    // Storage may be switched off; then a reload asks to sign in again.
  }
}
