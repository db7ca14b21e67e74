import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Link, Outlet, Route, Routes } from 'react-router';
import { showPages } from '../testing/page';
import { BackTo, useKeptPlace, useTopOfPage } from './place';

function Shell() {
  useTopOfPage();
  return <><nav><Link to="/members">Members</Link></nav><Outlet /></>;
}

function List() {
  useKeptPlace(true);
  return <Link to="/members/7">Seven</Link>;
}

const pages = {
  '*': (
    <Routes>
      <Route element={<Shell />}>
        <Route path="members" element={<List />} />
        <Route path="members/7" element={<BackTo list="/members">Back</BackTo>} />
      </Route>
    </Routes>
  ),
};

const scrollTo = vi.fn((_x: number, y: number) => {
  Object.defineProperty(window, 'scrollY', { value: y, configurable: true });
});

async function leftAt(y: number) {
  const shown = showPages(pages, '/members?stage=LOYALTY');
  Object.defineProperty(window, 'scrollY', { value: y, configurable: true });
  window.dispatchEvent(new Event('scroll'));
  await userEvent.click(screen.getByText('Seven'));
  expect(scrollTo).toHaveBeenLastCalledWith(0, 0);
  scrollTo.mockClear();
  return shown;
}

beforeEach(() => {
  scrollTo.mockClear();
  vi.stubGlobal('scrollTo', scrollTo);
});

it('is found again by the browser’s back', async () => {
  const { history } = await leftAt(2400);
  await act(async () => {
    history.go(-1);
    await Promise.resolve();
  });
  expect(history.location.search).toBe('?stage=LOYALTY');
  expect(scrollTo.mock.calls).toEqual([[0, 2400]]);
});

it('is found again by the page’s own way back, with the filters', async () => {
  const { history } = await leftAt(1300);
  await userEvent.click(screen.getByText('Back'));
  expect(history.location.search).toBe('?stage=LOYALTY');
  expect(scrollTo.mock.calls).toEqual([[0, 1300]]);
});

it('is not kept for who goes to the list anew', async () => {
  const { history } = await leftAt(900);
  await userEvent.click(screen.getByText('Members'));
  expect(history.location.search).toBe('');
  expect(scrollTo.mock.calls).toEqual([[0, 0]]);
});
