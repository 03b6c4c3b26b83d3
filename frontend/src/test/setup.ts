import { i18n } from '@lingui/core';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** Tests run side by side in one process: what one announces to "other tabs" must not reach another. */
class SilentChannel extends EventTarget {
  postMessage() {}
  close() {}
}
Object.assign(globalThis, { BroadcastChannel: SilentChannel });

// Texts stand in the code in Dutch, so tests need no catalogue.
i18n.load('nl', {});
i18n.activate('nl');

const { configureApi } = await import('@/app/api');
configureApi();

afterEach(cleanup);
