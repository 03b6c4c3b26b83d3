import { vi } from 'vitest';

type Answer = { status?: number; body?: unknown; headers?: Record<string, string> };

/** Answers the API's requests in a test; the keys are "METHOD /path". Returns the requests that came in. */
export function stubApi(answers: Record<string, Answer | ((request: Request) => Answer)>): Request[] {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = input instanceof Request ? input : new Request(new URL(String(input), location.origin), init);
    requests.push(request.clone());
    const url = new URL(request.url);
    const key = `${request.method} ${url.pathname}${url.search}`;
    const answer = answers[key];
    if (answer === undefined) throw new Error(`no answer for ${key}`);
    const { status = 200, body, headers } = typeof answer === 'function' ? answer(request) : answer;
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'Content-Type': type, ...headers },
    });
  });
  return requests;
}
