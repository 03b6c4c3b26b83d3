import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import { configureApi } from './app/api';
import { makeApp } from './app/App';
import { startLocale } from './app/i18n';
import { ApiProblem } from './app/problem';
import { makeQueryClient } from './app/queryClient';
import { colourMode } from './app/theme';

colourMode.restore();
configureApi();
await startLocale();

const root = document.getElementById('root');
if (root) {
  const App = makeApp(makeQueryClient());
  createRoot(root, {
    // A refusal of the API is shown to the reader where it belongs, and is no fault of the app.
    onCaughtError: (error) => {
      if (!(error instanceof ApiProblem)) reportError(error);
    },
  }).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

if (import.meta.env.PROD) void import('./app/updates').then(({ watchForUpdates }) => watchForUpdates());
