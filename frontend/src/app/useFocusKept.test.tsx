import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useFocusKept } from './useFocusKept';

function Sheet() {
  useFocusKept();
  const [isAsked, setAsked] = useState(true);
  const [hasPart, setPart] = useState(true);
  return (
    <main>
      <h1>Plan</h1>
      {hasPart ? (
        <section>
          <h2>Aan zet</h2>
          {isAsked ? <button onClick={() => setAsked(false)}>Ja</button> : <p>Dank je</p>}
          <button onClick={() => setPart(false)}>Klaar</button>
        </section>
      ) : null}
    </main>
  );
}

async function press(name: string) {
  const button = screen.getByRole('button', { name });
  button.focus();
  act(() => button.click());
  await act(() => vi.advanceTimersByTimeAsync(300));
}

describe('the focus of what disappears', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('goes to the title of its part', async () => {
    render(<Sheet />);

    await press('Ja');

    expect(document.activeElement?.textContent).toBe('Aan zet');
  });

  it('goes to the title of the page when the part is gone too', async () => {
    render(<Sheet />);

    await press('Klaar');

    expect(document.activeElement?.textContent).toBe('Plan');
  });
});
