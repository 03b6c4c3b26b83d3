/**
 * Addresses of all screens: the only place that spells them. Segments are Dutch, ids and slugs come from the API.
 * Secrets of mailed links stand in the fragment and are not made here.
 */
export const paths = {
  home: () => '/',
  styleGuide: () => '/stijlgids',
  start: (organization: string) => under(organization),

  networks: (organization: string) => under(organization, 'netwerken'),
  network: (organization: string, network: string) => under(organization, 'netwerken', network),
  networkWorkspace: (organization: string, network: string, part?: NetworkPart) =>
    under(organization, 'netwerken', network, 'beheer', ...(part ? [part] : [])),
  startNetwork: (organization: string) => under(organization, 'netwerk-starten'),

  meetings: (organization: string) => under(organization, 'bijeenkomsten'),
  meeting: (organization: string, meeting: string) => under(organization, 'bijeenkomsten', meeting),
  checkIn: (organization: string, meeting: string) => under(organization, 'bijeenkomsten', meeting, 'inchecken'),
  scheduleMeeting: (organization: string, network: string) => manage(organization, network, 'nieuw'),
  managedMeeting: (organization: string, network: string, meeting: string) => manage(organization, network, meeting),
  changeMeeting: (organization: string, network: string, meeting: string) =>
    manage(organization, network, meeting, 'wijzigen'),

  mine: (organization: string) => under(organization, 'mijn'),
  plan: (organization: string, plan: string) => under(organization, 'plannen', plan),
  planDecision: (organization: string, plan: string) => under(organization, 'plannen', plan, 'besluit'),
  account: (organization: string) => under(organization, 'mijn', 'account'),
  office: (organization: string, part?: OfficePart) => under(organization, 'kantoor', ...(part ? [part] : [])),
  person: (organization: string, person: string) => under(organization, 'kantoor', 'personen', person),
  memberRequests: (organization: string) => under(organization, 'kantoor', 'personen', 'aanvragen'),
  invitations: (organization: string) => under(organization, 'kantoor', 'personen', 'uitnodigingen'),

  enterNetwork: (organization: string) => under(organization, 'kantoor', 'netwerken', 'toevoegen'),
  evaluation: (organization: string, evaluation: string) => under(organization, 'evaluaties', evaluation),

  signIn: (organization: string, next?: string) =>
    `${under(organization, 'inloggen')}${next ? `?next=${encodeURIComponent(next)}` : ''}`,
  register: (organization: string) => under(organization, 'registreren'),
  forgotPassword: (organization: string) => under(organization, 'wachtwoord-vergeten'),
};

/** Parts of a network's workspace. */
export type NetworkPart = 'leden' | 'functies' | 'werkgroepen' | 'bijeenkomsten' | 'doelen' | 'evaluatie';

/** Parts of the office. */
export type OfficePart = 'plannen' | 'personen' | 'instellingen';

/** An address of this app that the API gives, below the address of the organisation: "/netwerken/zorg/beheer". */
export function below(organization: string, path: string): string {
  return `${under(organization)}${path}`;
}

/** The meetings of a network, for who prepares them. */
function manage(organization: string, network: string, ...rest: string[]): string {
  return under(organization, 'netwerken', network, 'beheer', 'bijeenkomsten', ...rest);
}

function under(...segments: string[]): string {
  return `/${segments.map(encodeURIComponent).join('/')}`;
}

/** An address to go on to after signing in: only one inside this app, never another site. */
export function safeNext(next: unknown, fallback: string): string {
  if (typeof next !== 'string') return fallback;
  const url = URL.parse(next, location.origin);
  return url?.origin === location.origin && next.startsWith('/') ? `${url.pathname}${url.search}` : fallback;
}
