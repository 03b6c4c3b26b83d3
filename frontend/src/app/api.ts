import { client } from '@/api/gen/client.gen';
import { sendOnce } from './idempotency';
import { toProblem } from './problem';
import { sessionFetch } from './session';

/** Ties the generated client to the session, and turns every refusal into an `ApiProblem`. Called once, at start. */
export function configureApi() {
  client.setConfig({
    baseUrl: location.origin,
    throwOnError: true,
    fetch: (input, init) => sendOnce(input instanceof Request ? input : new Request(input, init), sessionFetch),
  });
  client.interceptors.error.use((error, response) => toProblem(error, response));
}

/** A thing together with its version, for a later change with `If-Match`. */
export type Versioned<Value> = { value: Value; etag: string };

/** Keeps the ETag of an answer beside its body: `queryFn: () => versioned(getNetwork({ path }))`. */
export async function versioned<Value>(
  answer: Promise<{ data: Value; response: Response }>,
): Promise<Versioned<Value>> {
  const { data, response } = await answer;
  return { value: data, etag: response.headers.get('ETag') ?? '' };
}

/** Header for a change of what you saw; the server refuses with 412 when someone else changed it since. */
export function ifMatch({ etag }: Pick<Versioned<unknown>, 'etag'>): { 'If-Match': string } {
  return { 'If-Match': etag };
}

/** The same header for something that names its version in its body, as things in a list do. */
export function ifVersion({ version }: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"v${version}"` };
}
