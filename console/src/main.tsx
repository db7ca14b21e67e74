import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router';
import { askSession } from './access/session';
import { ApiProblem } from './api/client';
import { Console } from './shell/Console';
import { GuardedRouter } from './shell/GuardedRouter';
import { ahead } from './shell/ahead';
import { learn } from './text/language';
import { read } from './text/speaker';
import './shell/console.css';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      // A refusal stays one; only what may pass (no connection, a busy server) is tried again.
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && (error.status === 0 || error.status >= 502),
    },
  },
});

const history = createBrowserHistory({ v5Compat: true });

// What the first picture needs comes side by side.
void learn(read().language);
askSession(queries);
const sent = ahead();

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <GuardedRouter history={history}>
        <Console sent={sent} />
      </GuardedRouter>
    </QueryClientProvider>
  </StrictMode>,
);
