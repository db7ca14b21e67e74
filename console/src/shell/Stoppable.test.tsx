import { screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { useQuestion } from '../api/question';
import { showPages } from '../testing/page';
import { Stoppable } from './Stoppable';

afterEach(() => vi.unstubAllGlobals());

function Page() {
  return <Stoppable of={useQuestion<{ n: number }>(['slow'], '/api/slow', { of: 7 })}>{(data) => <p>answer {data.n}</p>}</Stoppable>;
}

interface Call {
  method: string;
  path: string;
}

/** A server that never answers a question until it is told to. */
function server() {
  const calls: Call[] = [];
  let answer: ((response: Response) => void) | null = null;
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    calls.push({ method: init.method ?? 'GET', path });
    if (init.method === 'DELETE') return Promise.resolve(new Response(null, { status: 204 }));
    return new Promise<Response>((resolve, reject) => {
      answer = resolve;
      init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  });
  return { calls, give: (n: number) => answer?.(new Response(JSON.stringify({ n }))) };
}

const tokenOf = (path: string) => new URL(path, 'http://x').searchParams.get('token');
const cancelled = (calls: Call[]) => calls.filter((it) => it.method === 'DELETE').map((it) => it.path);

it('stops a question at the server by its own word, and asks it again', async () => {
  const { calls, give } = server();
  showPages({ '/': <Page /> });
  await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
  expect(await screen.findByText('Stopped')).toBeDefined();
  const asked = calls[0]?.path ?? '';
  expect(asked).toContain('/api/slow?of=7&token=console-');
  expect(cancelled(calls)).toEqual([`/api/questions/${tokenOf(asked)}`]);
  await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
  await waitFor(() => expect(calls).toHaveLength(3));
  expect(tokenOf(calls[2]?.path ?? '')).not.toBe(tokenOf(asked));
  give(42);
  expect(await screen.findByText('answer 42')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  expect(cancelled(calls)).toHaveLength(1);
});

it('ends a question when its page is left', async () => {
  const { calls } = server();
  const { unmount } = showPages({ '/': <Page /> });
  await screen.findByRole('button', { name: 'Stop' });
  unmount();
  await waitFor(() => expect(cancelled(calls)).toEqual([`/api/questions/${tokenOf(calls[0]?.path ?? '')}`]));
});

it('ends a question when the window is closed', async () => {
  const { calls } = server();
  showPages({ '/': <Page /> });
  await screen.findByRole('button', { name: 'Stop' });
  window.dispatchEvent(new Event('pagehide'));
  expect(cancelled(calls)).toEqual([`/api/questions/${tokenOf(calls[0]?.path ?? '')}`]);
});
