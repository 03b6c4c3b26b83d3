import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

/** A form control that the browser can check. */
export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** All named controls of a form, in reading order. */
export function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.querySelectorAll<Control>('input[name], select[name], textarea[name]')];
}

/**
 * What is wrong with a control according to its own attributes (required, type, minlength …), or null.
 * In plain Dutch or English instead of the browser's words, which follow the browser's language and not the page's.
 */
export function validityMessage(control: Control): MessageDescriptor | null {
  const { validity } = control;
  if (validity.valid) return null;
  if (validity.valueMissing) return missingMessage(control);
  if (validity.typeMismatch) return typeMessage(control);
  if (validity.tooShort && 'minLength' in control) return msg`Vul minstens ${control.minLength} tekens in.`;
  if (validity.tooLong && 'maxLength' in control) return msg`Gebruik hoogstens ${control.maxLength} tekens.`;
  if (validity.rangeUnderflow && 'min' in control) return msg`Vul ${control.min} of meer in.`;
  if (validity.rangeOverflow && 'max' in control) return msg`Vul ${control.max} of minder in.`;
  if (validity.stepMismatch) return msg`Vul een heel getal in.`;
  return msg`Dit klopt nog niet. Kijk het na.`;
}

function missingMessage(control: Control): MessageDescriptor {
  if (control.type === 'checkbox') return msg`Zet hier een vinkje om verder te gaan.`;
  if (control.type === 'radio' || control instanceof HTMLSelectElement) return msg`Maak een keuze.`;
  return msg`Vul dit in.`;
}

function typeMessage(control: Control): MessageDescriptor {
  if (control.type === 'email') return msg`Vul een geldig e-mailadres in, bijvoorbeeld naam@voorbeeld.nl.`;
  if (control.type === 'url') return msg`Vul een heel webadres in, bijvoorbeeld https://voorbeeld.nl.`;
  return msg`Dit klopt nog niet. Kijk het na.`;
}
