import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Link, Outlet, Route, Routes } from 'react-router';
import { showPages } from '../testing/page';
import { Guard } from './Guard';

function Bad({ say }: { say: string }): never {
  throw new Error(say);
}

function Shell() {
  return (
    <>
      <nav><Link to="/good">To the good page</Link></nav>
      <Guard><Outlet /></Guard>
    </>
  );
}

const console = (say: string) => (
  <Routes>
    <Route element={<Shell />}>
      <Route index element={<p>The overview</p>} />
      <Route path="bad" element={<Bad say={say} />} />
      <Route path="good" element={<p>All is well</p>} />
    </Route>
  </Routes>
);

describe('a page that cannot be drawn', () => {
  // React reports what a guard caught; here it is meant.
  beforeEach(() => void vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined));
  afterEach(() => vi.restoreAllMocks());

  it('leaves the navigation, says so in words, and is forgotten elsewhere', async () => {
    showPages({ '*': console('no word for EMPTY') }, '/bad');
    expect(screen.getByText('This page could not be shown')).toBeDefined();
    expect(screen.getByText('no word for EMPTY')).toBeDefined();
    expect(screen.getByRole('button', { name: /Load again/ })).toBeDefined();
    await userEvent.click(screen.getByText('To the good page'));
    expect(screen.getByText('All is well')).toBeDefined();
    expect(screen.queryByText('This page could not be shown')).toBeNull();
  });

  it('offers the overview', async () => {
    showPages({ '*': console('oops') }, '/bad');
    await userEvent.click(screen.getByText('Go to the overview'));
    expect(screen.getByText('The overview')).toBeDefined();
  });

  it('is known to be gone when the server has a newer console', () => {
    showPages({ '*': console('Failed to fetch dynamically imported module: /assets/MembersPage-x.js') }, '/bad');
    expect(screen.getByText('The console was updated; this page has to be loaded again')).toBeDefined();
  });
});
