import { act, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { Link, useNavigate } from 'react-router';
import { showPages } from '../testing/page';
import { useLeaveGuard } from './leaving';

function Editor({ unsaved }: { unsaved: boolean }) {
  const free = useLeaveGuard(unsaved);
  const navigate = useNavigate();
  return (
    <>
      <input aria-label="draft" />
      <Link to="?tab=rules">Another tab</Link>
      <Link to="/list">To the list</Link>
      <button onClick={() => { free(); void navigate('/list'); }}>Saved</button>
    </>
  );
}

const pages = (unsaved = true) => ({ '/edit': <Editor unsaved={unsaved} />, '/list': <p>The list</p> });

it('asks before unsaved changes are left, and keeps them', async () => {
  const { history } = showPages(pages(), '/edit');
  await userEvent.type(screen.getByLabelText('draft'), 'mine');
  await userEvent.click(screen.getByText('To the list'));
  await userEvent.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(history.location.pathname).toBe('/edit');
  expect(screen.getByLabelText<HTMLInputElement>('draft').value).toBe('mine');
});

it('goes where one wanted once one lets the changes go', async () => {
  showPages(pages(), '/edit');
  await userEvent.click(screen.getByText('To the list'));
  await userEvent.click(await screen.findByRole('button', { name: 'Leave without saving' }));
  expect(await screen.findByText('The list')).toBeDefined();
});

it('asks on the way back, too', async () => {
  const { history } = showPages({ ...pages(), '/list': <Link to="/edit">Edit</Link> }, '/list');
  await userEvent.click(screen.getByText('Edit'));
  await act(async () => {
    history.go(-1);
    await Promise.resolve();
  });
  expect(await screen.findByRole('button', { name: 'Stay here' })).toBeDefined();
  expect(history.location.pathname).toBe('/edit');
});

it('does not ask about tabs of the page, after saving, or where nothing was changed', async () => {
  const { history, unmount } = showPages(pages(), '/edit');
  await userEvent.click(screen.getByText('Another tab'));
  expect(history.location.search).toBe('?tab=rules');
  await userEvent.click(screen.getByText('Saved'));
  expect(history.location.pathname).toBe('/list');
  unmount();

  const other = showPages(pages(false), '/edit');
  await userEvent.click(screen.getByText('To the list'));
  expect(other.history.location.pathname).toBe('/list');
});
