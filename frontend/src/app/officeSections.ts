import type { Organization } from '@/api/gen/types.gen';
import { may } from './organization';
import { paths } from './paths';

/** What each section of the office is for; `overzicht` is the office's own page. */
const sectionActions = {
  overzicht: ['networks.oversee'],
  plannen: ['networks.oversee'],
  personen: ['persons.list'],
  instellingen: ['organizations.configure', 'units.add', 'positions.staff'],
} as const;

export type OfficeSection = keyof typeof sectionActions;

/** The sections of the office that the caller can use, in order; empty for who does not work there. */
export function officeSections(organization: Organization): OfficeSection[] {
  const sections = Object.keys(sectionActions) as OfficeSection[];
  return sections.filter((section) => sectionActions[section].some((action) => may(organization, action)));
}

/** Address of a section of the office. */
export function officeSectionPath(organization: string, section: OfficeSection): string {
  return paths.office(organization, section === 'overzicht' ? undefined : section);
}
