import { useMutation } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { ApiProblem } from '../api/client';
import { Refusal } from '../collect/Refusal';
import { showPages } from '../testing/page';
import { fetchProblemWords } from '../text/problems';
import Untold from './Untold';

afterEach(() => vi.unstubAllGlobals());

function Revoking({ tells, told }: { tells?: boolean; told?: boolean }) {
  const revoke = useMutation({ mutationFn: () => Promise.reject(new ApiProblem(409, { code: 'tag.archived', detail: 'The tag 7 is archived' })), ...(told === true ? { meta: { told } } : {}) });
  return (
    <>
      <Untold />
      <button type="button" onClick={() => revoke.mutate()}>revoke</button>
      {tells === true && revoke.isError && <Refusal error={revoke.error} />}
    </>
  );
}

async function revoked(page: React.ReactElement) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}')));
  await fetchProblemWords();
  showPages({ '/': page });
  fireEvent.click(await screen.findByText('revoke'));
}

const pause = () => new Promise((done) => setTimeout(done, 700));

it('says why an action was refused where no page does', async () => {
  await revoked(<Revoking />);
  expect((await screen.findByTestId('untold')).textContent).toContain('The tag 7 is archived');
});

it('says nothing twice', async () => {
  await revoked(<Revoking tells />);
  expect(await screen.findByText('The tag 7 is archived')).toBeTruthy();
  await pause();
  expect(screen.queryByTestId('untold')).toBeNull();
});

it('leaves it to an action that has words of its own', async () => {
  await revoked(<Revoking told />);
  await pause();
  expect(screen.queryByTestId('untold')).toBeNull();
});
