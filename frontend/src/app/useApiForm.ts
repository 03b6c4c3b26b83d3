import type { I18n } from '@lingui/core';
import { useLingui } from '@lingui/react/macro';
import { type FormEvent, useEffect, useId, useState } from 'react';
import type { FieldErrors } from '@/ui/formErrors';
import { controlsOf, validityMessage } from '@/ui/validity';
import { FormReader } from './formReader';
import { ApiProblem } from './problem';

type ApiFormOptions<Result> = {
  /** Builds the body and calls the SDK. A thrown `ApiProblem` lands on the fields it names. */
  submit: (form: FormReader) => Promise<Result>;
  onDone?: (result: Result) => void;
  /** For a refusal that needs more than words, such as 412. Return "handled" to show nothing else. */
  onProblem?: (problem: ApiProblem) => 'handled' | 'show';
};

/** The state of a form between reader and API; give it to `ApiForm` and `SubmitButton`. */
export type ApiFormState = {
  id: string;
  errors: FieldErrors;
  /** Why the whole form was refused, when it is not about one field. */
  problem: unknown;
  /** What the API said about things that are no field of this form. */
  otherErrors: readonly string[];
  isBusy: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onInput: (event: FormEvent<HTMLFormElement>) => void;
};

type Outcome = Pick<ApiFormState, 'errors' | 'problem' | 'otherErrors'>;
const nothingWrong: Outcome = { errors: {}, problem: null, otherErrors: [] };

/** FormData → checks of the browser → SDK → errors of the API on the same fields; then the focus goes to the first field to correct. */
export function useApiForm<Result>({ submit, onDone, onProblem }: ApiFormOptions<Result>): ApiFormState {
  const { i18n } = useLingui();
  const id = useId();
  const [outcome, setOutcome] = useState(nothingWrong);
  const [refusals, setRefusals] = useState(0);
  const [isBusy, setBusy] = useState(false);
  useFocusOnFirstError(id, refusals);

  function refuse(next: Outcome) {
    setOutcome(next);
    setRefusals((count) => count + 1);
  }

  async function send(form: HTMLFormElement) {
    const data = new FormData(form);
    setBusy(true);
    try {
      const result = await submit(new FormReader(data));
      setOutcome(nothingWrong);
      onDone?.(result);
    } catch (error) {
      if (error instanceof ApiProblem && onProblem?.(error) === 'handled') return;
      refuse(outcomeOf(error, namesOf(form)));
    } finally {
      setBusy(false);
    }
  }

  return {
    id,
    ...outcome,
    isBusy,
    onSubmit(event) {
      event.preventDefault();
      if (isBusy) return;
      const form = event.currentTarget;
      const errors = browserErrors(form, i18n);
      if (Object.keys(errors).length > 0) refuse({ ...nothingWrong, errors });
      else void send(form);
    },
    onInput(event) {
      const name = event.target instanceof Element ? (event.target.getAttribute('name') ?? '') : '';
      if (outcome.errors[name]) setOutcome({ ...outcome, errors: without(outcome.errors, name) });
    },
  };
}

function browserErrors(form: HTMLFormElement, i18n: I18n): FieldErrors {
  const errors: Record<string, string[]> = {};
  for (const control of controlsOf(form)) {
    const message = validityMessage(control);
    if (message) errors[control.name] = [i18n._(message)];
  }
  return errors;
}

function outcomeOf(error: unknown, names: ReadonlySet<string>): Outcome {
  const errors: Record<string, string[]> = {};
  const otherErrors: string[] = [];
  for (const { pointer, detail } of error instanceof ApiProblem ? error.errors : []) {
    const name = nameOf(pointer);
    if (names.has(name)) (errors[name] ??= []).push(detail);
    else otherErrors.push(detail);
  }
  const isOnFields = Object.keys(errors).length > 0 && otherErrors.length === 0;
  return { errors, otherErrors, problem: isOnFields ? null : error };
}

/** `/goal/members` is the field `goal.members`. */
function nameOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~');
}

function namesOf(form: HTMLFormElement): ReadonlySet<string> {
  return new Set(controlsOf(form).map((control) => control.name));
}

function without(errors: FieldErrors, name: string): FieldErrors {
  return Object.fromEntries(Object.entries(errors).filter(([key]) => key !== name));
}

function useFocusOnFirstError(id: string, refusals: number) {
  // Focus belongs to the document: move it once the errors of a refused attempt are on the page.
  useEffect(() => {
    if (refusals === 0) return;
    const form = document.getElementById(id);
    const target =
      form?.querySelector<HTMLElement>('[aria-invalid]') ?? form?.querySelector<HTMLElement>('[role=alert]');
    target?.focus();
  }, [id, refusals]);
}
