import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { part } from './part';

function Hello({ name }: { name: string }) {
  return <p>hello {name}</p>;
}

const drawn = (It: ReturnType<typeof part<{ name: string }>>) => render(<Suspense fallback={<p>waiting</p>}><It name="Ann" /></Suspense>);

it('a part that has come is drawn at once', async () => {
  const load = vi.fn(() => Promise.resolve(Hello));
  const It = part(load);
  await It.send();
  drawn(It);
  expect(screen.getByText('hello Ann')).toBeTruthy();
  expect(screen.queryByText('waiting')).toBeNull();
  expect(load).toHaveBeenCalledTimes(1);
});

it('one that has not is waited for, and fetched once', async () => {
  const load = vi.fn(() => Promise.resolve(Hello));
  const It = part(load);
  drawn(It);
  expect(screen.getByText('waiting')).toBeTruthy();
  await screen.findByText('hello Ann');
  await It.send();
  expect(load).toHaveBeenCalledTimes(1);
});

it('what could not be fetched ahead is fetched where it is drawn', async () => {
  const load = vi.fn(() => Promise.resolve(Hello));
  load.mockRejectedValueOnce(new Error('no connection'));
  const It = part(load);
  await expect(It.send()).rejects.toThrow('no connection');
  drawn(It);
  await screen.findByText('hello Ann');
});
