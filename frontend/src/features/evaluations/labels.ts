import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { EvaluationOutcome } from '@/api/gen/types.gen';
import type { Tone } from '@/ui/Badge';

export const outcomeLabels: Record<EvaluationOutcome, MessageDescriptor> = {
  continue: msg`Het netwerk gaat door`,
  adapt: msg`Het netwerk gaat door met nieuwe afspraken`,
  end: msg`Het netwerk stopt`,
};

export const outcomeHints: Record<EvaluationOutcome, MessageDescriptor> = {
  continue: msg`De afspraken blijven. Je kiest een nieuwe datum voor de volgende evaluatie.`,
  adapt: msg`Doel, groei en duur worden opnieuw afgesproken, vanaf vandaag.`,
  end: msg`De functies vervallen en de leden krijgen bericht. Dit kan niet terug.`,
};

export const outcomeTones: Record<EvaluationOutcome, Tone> = { continue: 'ok', adapt: 'info', end: 'bad' };
