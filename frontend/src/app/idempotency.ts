/** How long a repeat of the same request still means the same deed, when nobody knows whether the first one arrived. */
const sameDeedMs = 10 * 60_000;

type Attempt = { key: string; since: number };

/** Deeds without an answer yet, by address and body. In memory only. */
const unanswered = new Map<string, Attempt>();

/**
 * Gives every action that creates or does something its `Idempotency-Key`, so that nothing is done twice: the same request
 * carries the same key until the server has answered it for good. After an answer, the same request is a new deed.
 */
export async function sendOnce(request: Request, send: (request: Request) => Promise<Response>): Promise<Response> {
  if (!takesKey(request)) return send(request);
  const deed = `${request.url} ${await request.clone().text()}`;
  const attempt = attemptOf(deed);
  request.headers.set('Idempotency-Key', attempt.key);
  const response = await send(request);
  // Without an answer, or with a fault of the server, it may have been done all the same.
  if (response.status < 500) unanswered.delete(deed);
  return response;
}

function attemptOf(deed: string): Attempt {
  const known = unanswered.get(deed);
  if (known !== undefined && Date.now() - known.since < sameDeedMs) return known;
  const attempt = { key: newKey(), since: Date.now() };
  unanswered.set(deed, attempt);
  return attempt;
}

/** Random, also where the address is not secure and `crypto.randomUUID` is absent. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Searching and signing in do nothing that could be done twice. */
function takesKey({ method, url }: Request): boolean {
  if (method !== 'POST') return false;
  const { pathname } = new URL(url);
  return !pathname.endsWith('/_search') && !pathname.startsWith('/api/v1/sessions');
}
