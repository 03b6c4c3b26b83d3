import { redirect } from '@tanstack/react-router';
import { paths, safeNext } from './paths';
import { session } from './session';

type Guarded<Params> = { params: Params; location: { href: string } };

/**
 * For `beforeLoad` of screens that need someone signed in: others go to the sign-in screen, and come back after.
 * What someone may see there is decided by the API.
 */
export async function requireSession<Params extends { organization: string }>({
  params,
  location,
}: Guarded<Params>): Promise<void> {
  if ((await session.ready()) === 'signed-in') return;
  throw redirect({ href: paths.signIn(params.organization, location.href), replace: true });
}

type ForVisitors = { params: { organization: string }; search: { next?: string } };

/**
 * For `beforeLoad` of screens that are of no use to who is signed in. Signing in loads the route again,
 * so this is also what leads on to `next` afterwards.
 */
export async function requireVisitor({ params, search }: ForVisitors): Promise<void> {
  if ((await session.ready()) !== 'signed-in') return;
  throw redirect({ href: safeNext(search.next, paths.mine(params.organization)), replace: true });
}

/** The part of the address that says where to go after signing in. */
export function readNext(search: Record<string, unknown>): { next?: string } {
  return typeof search['next'] === 'string' ? { next: search['next'] } : {};
}
