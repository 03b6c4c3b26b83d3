import { useState } from 'react';

/** The secret of a mailed link, from behind the `#`, where no server sees it; empty when the link was cut off. */
export function useMailedToken(): string {
  // Read once: the link to the content of the page changes the fragment later.
  const [token] = useState(() => location.hash.slice(1));
  return token;
}
