import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { describe, expect, it, vi } from 'vitest';
import { TextField } from '@/ui/Field';
import { ApiForm, SubmitButton } from './ApiForm';
import { ApiProblem } from './problem';
import { useApiForm } from './useApiForm';

type Submit = Parameters<typeof useApiForm<string>>[0]['submit'];

function SignUp({ submit, onDone }: { submit: Submit; onDone?: (result: string) => void }) {
  const form = useApiForm({ submit, ...(onDone ? { onDone } : {}) });
  return (
    <ApiForm form={form}>
      <TextField name="name" label="Naam" required />
      <TextField name="contact.email" label="E-mailadres" type="email" required />
      <SubmitButton form={form}>Meld je aan</SubmitButton>
    </ApiForm>
  );
}

function show(submit: Submit, onDone?: (result: string) => void) {
  render(
    <I18nProvider i18n={i18n}>
      <SignUp submit={submit} {...(onDone ? { onDone } : {})} />
    </I18nProvider>,
  );
}

async function fillIn(email = 'anna@voorbeeld.nl') {
  await userEvent.type(screen.getByLabelText('Naam'), 'Anna');
  await userEvent.type(screen.getByLabelText('E-mailadres'), email);
}

const press = () => userEvent.click(screen.getByRole('button', { name: 'Meld je aan' }));

const refusal = (status: number, errors: ApiProblem['errors'] = []) =>
  new ApiProblem({ type: '/problems/x/y', status, title: 'Dat kan niet', detail: 'Kies iets anders.', errors });

describe('a form of the API', () => {
  it('asks for what is missing before it sends anything, and goes to the first field', async () => {
    const submit = vi.fn<Submit>();
    show(submit);

    await press();

    expect(submit).not.toHaveBeenCalled();
    expect(screen.getAllByText('Vul dit in.')).toHaveLength(2);
    expect(document.activeElement).toBe(screen.getByLabelText('Naam'));
  });

  it('puts what the API says at the field that it names', async () => {
    show(() =>
      Promise.reject(refusal(400, [{ pointer: '/contact/email', code: 'taken', detail: 'Neem een ander adres.' }])),
    );
    await fillIn();

    await press();

    const email = screen.getByLabelText('E-mailadres');
    await waitFor(() => expect(document.activeElement).toBe(email));
    expect(email.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(email.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Neem een ander adres.',
    );
  });

  it('takes the error away once the answer is changed', async () => {
    show(() => Promise.reject(refusal(400, [{ pointer: '/name', code: 'odd', detail: 'Schrijf je naam voluit.' }])));
    await fillIn();
    await press();
    await screen.findByText('Schrijf je naam voluit.');

    await userEvent.type(screen.getByLabelText('Naam'), ' de Wit');

    expect(screen.queryByText('Schrijf je naam voluit.')).toBeNull();
  });

  it('says what is wrong with the whole in one message', async () => {
    show(() => Promise.reject(refusal(409)));
    await fillIn();

    await press();

    expect((await screen.findByRole('alert')).textContent).toContain('Dat kan niet');
  });

  it('hands on what came back', async () => {
    const onDone = vi.fn<(result: string) => void>();
    show((form) => Promise.resolve(`${form.text('name')} ${form.text('contact.email')}`), onDone);
    await fillIn();

    await press();

    await waitFor(() => expect(onDone).toHaveBeenCalledWith('Anna anna@voorbeeld.nl'));
  });
});
