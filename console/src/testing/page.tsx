import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { Route, Routes, UNSAFE_createMemoryHistory as createMemoryHistory } from 'react-router';
import { afterEach } from 'vitest';
import { GuardedRouter } from '../shell/GuardedRouter';
import { LookProvider } from '../shell/look';
import { Speaking } from '../text/Speaking';

afterEach(cleanup);

/** Draws pages by their paths as the console does, in English, for a test. */
export function showPages(pages: Record<string, ReactElement>, at = '/') {
  localStorage.setItem('guanxi.language', 'en');
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const history = createMemoryHistory({ initialEntries: [at], v5Compat: true });
  const drawn = render(
    <QueryClientProvider client={queries}>
      <GuardedRouter history={history}>
        <Speaking zone="Asia/Shanghai" currency="CNY" speaker={null}>
          <LookProvider><Routes>{Object.entries(pages).map(([path, element]) => <Route key={path} path={path} element={element} />)}</Routes></LookProvider>
        </Speaking>
      </GuardedRouter>
    </QueryClientProvider>,
  );
  return { ...drawn, queries, history };
}
