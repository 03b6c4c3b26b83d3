import type { MeetingSummary } from '@/api/gen/types.gen';

/** Whether who registers now will wait for a seat, as far as this page knows; the server decides. */
export function isFull({ capacity, registered }: Pick<MeetingSummary, 'capacity' | 'registered'>): boolean {
  return capacity != null && registered >= capacity;
}
