import { redirect } from '@tanstack/react-router';
import { paths } from './paths';
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
