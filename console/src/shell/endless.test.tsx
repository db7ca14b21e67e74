import { focusManager, useInfiniteQuery } from '@tanstack/react-query';
import { act, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { showPages } from '../testing/page';
import { Behind } from './Behind';
import { endless, refreshAll } from './endless';

const KEY = ['letters'];
const PAGES = ['a', 'b', 'c'];
const read = vi.fn((cursor: string | undefined) => {
  const at = cursor === undefined ? 0 : Number(cursor);
  return Promise.resolve({ items: [PAGES[at]], next: at + 1 < PAGES.length ? String(at + 1) : null });
});

function List() {
  const list = useInfiniteQuery(endless(KEY, read));
  return (
    <>
      <Behind of={list} queryKey={KEY} />
      <p>{list.data?.pages.flatMap((page) => page.items).join('')}</p>
      <button onClick={() => void list.fetchNextPage()}>More</button>
    </>
  );
}

async function gone(pages: number) {
  const shown = showPages({ '/': <List /> });
  for (let n = 1; n <= pages; n++) {
    await screen.findByText(PAGES.slice(0, n).join(''));
    if (n < pages) await userEvent.click(screen.getByText('More'));
  }
  read.mockClear();
  return shown;
}

const focus = () => act(async () => {
  focusManager.setFocused(false);
  focusManager.setFocused(true);
  await Promise.resolve();
});

beforeEach(() => read.mockClear());

it('is not read again page after page when the window gets the focus', async () => {
  const { queries } = await gone(3);
  await queries.invalidateQueries({ queryKey: KEY, refetchType: 'none' });
  await focus();
  expect(read).not.toHaveBeenCalled();
});

it('is read again then while it has one page', async () => {
  const { queries } = await gone(1);
  await queries.invalidateQueries({ queryKey: KEY, refetchType: 'none' });
  await focus();
  await waitFor(() => expect(read).toHaveBeenCalledOnce());
});

it('says that it is behind when work has ended, and begins anew when asked', async () => {
  const { queries } = await gone(3);
  expect(screen.queryByTestId('behind')).toBeNull();
  act(() => refreshAll(queries));
  expect(await screen.findByTestId('behind')).toBeDefined();
  expect(screen.getByText('abc')).toBeDefined();
  expect(read).not.toHaveBeenCalled();

  await userEvent.click(screen.getByRole('button', { name: /Read it anew/ }));
  await screen.findByText('a');
  expect(read).toHaveBeenCalledOnce();
  expect(screen.queryByTestId('behind')).toBeNull();
});

it('is read again at once when work has ended and it has one page', async () => {
  const { queries } = await gone(1);
  act(() => refreshAll(queries));
  await waitFor(() => expect(read).toHaveBeenCalledOnce());
});
