import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, Outlet, RouterProvider } from 'react-router';
import { afterEach } from 'vitest';
import { LookProvider } from '../shell/look';
import { Speaking } from '../text/Speaking';

afterEach(cleanup);

/** Draws pages by their paths as the console does, in English, for a test. */
export function showPages(pages: Record<string, ReactElement>, at = '/') {
  localStorage.setItem('guanxi.language', 'en');
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const around = <Speaking zone="Asia/Shanghai" currency="CNY"><LookProvider><Outlet /></LookProvider></Speaking>;
  const router = createMemoryRouter([{ element: around, children: Object.entries(pages).map(([path, element]) => ({ path, element })) }], { initialEntries: [at] });
  const drawn = render(<QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider>);
  return { ...drawn, queries, router };
}
