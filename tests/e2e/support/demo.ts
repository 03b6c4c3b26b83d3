/** People of the demo whom the stories need by name; crates/server/src/demo invents the same ones every time. */

/** Members of Vooruit without a seat anywhere: the first begins a plan, the others join it. */
export const FOUNDERS = [
  'lid@vooruit.example',
  'okke.kowalik@vooruit.example',
  'anneloes.veldwachter@vooruit.example',
  'nienke.ramlal@vooruit.example',
] as const;

/** The network of the Netwerkpartij whose core group is as small as it may be, and one of its four */
export const SMALLEST_CORE_GROUP = {
  network: 'onderwijsnetwerk',
  name: 'Onderwijsnetwerk',
  member: 'jitske.ganpat@netwerkpartij.example',
} as const;

/** The symposium of Drenthe that is going on while the demo is loaded */
export const SYMPOSIUM = { title: 'Samen aan tafel met de gemeente', registered: 68, inside: 45 } as const;

/** The meeting of Drenthe that has one seat left */
export const LAST_SEAT = { title: 'Klare taal aan het loket', capacity: 24 } as const;
