import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderScreen } from '@/test/screen';
import { SearchChoicesField } from './SearchChoicesField';

const names = ['Netwerk zorg', 'Netwerk EU', 'Afdeling Assen', 'Afdeling Emmen', 'Jongeren', 'Vrouwen', 'Kroonleden'];
const choices = names.map((label) => ({ value: label.toLowerCase(), label }));

function show(defaultValue: string[] = []) {
  renderScreen(
    <form aria-label="Bijeenkomst">
      <SearchChoicesField
        name="hosts"
        label="Met wie?"
        searchLabel="Zoek"
        choices={choices}
        defaultValue={defaultValue}
      />
    </form>,
  );
}

const sent = () => new FormData(screen.getByRole<HTMLFormElement>('form')).getAll('hosts');

describe('choosing any number of many', () => {
  it('finds by a part of the name, and sends what is ticked', async () => {
    show();
    expect(screen.queryByLabelText('Kroonleden')).toBeNull();

    await userEvent.type(screen.getByLabelText('Zoek'), 'kroon');
    await userEvent.click(await screen.findByLabelText('Kroonleden'));
    await userEvent.clear(screen.getByLabelText('Zoek'));

    const chosen = within(screen.getByRole('list', { name: 'Gekozen' }));
    expect(chosen.getByText('Kroonleden')).toBeTruthy();
    expect(sent()).toEqual(['kroonleden']);
  });

  it('takes away what was chosen before, and keeps the keyboard where the next choice is made', async () => {
    show(['jongeren', 'kroonleden']);
    expect(sent()).toEqual(['jongeren', 'kroonleden']);

    await userEvent.click(screen.getByRole('button', { name: 'Haal Kroonleden weg' }));

    await waitFor(() => expect(sent()).toEqual(['jongeren']));
    expect(document.activeElement).toBe(screen.getByLabelText('Zoek'));
  });
});
