import { createContext, useContext } from 'react';

/** What is wrong with a form: per field name, sentences that say what to do. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Errors of the form around a field; `ApiForm` fills it, fields read it. */
export const FormErrors = createContext<FieldErrors>({});

/** The errors of one field of the form around it. */
export function useFieldErrors(name: string): readonly string[] {
  return useContext(FormErrors)[name] ?? [];
}
