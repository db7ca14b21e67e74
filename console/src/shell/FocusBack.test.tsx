import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Drawer, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { expect, it } from 'vitest';
import { FocusBack } from './FocusBack';

function Opener({ name, as: Dialog, children }: { name: string; as: typeof Modal | typeof Drawer; children?: ReactNode }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button onClick={() => setOpen(true)}>{name}</button>
      {open && <Dialog open footer={null} closable={false}><button onClick={() => setOpen(false)}>{`close ${name}`}</button>{children}</Dialog>}
    </>
  );
}

it('a dialog that is taken from the page gives the focus back to what it was opened from, also to another dialog', async () => {
  render(<><FocusBack /><Opener name="outer" as={Drawer}><Opener name="inner" as={Modal} /></Opener><button>elsewhere</button></>);
  const press = async (name: string) => userEvent.click(await screen.findByText(name));
  const held = () => document.activeElement?.textContent;
  await press('outer');
  await press('inner');
  await press('close inner');
  await waitFor(() => expect(held()).toBe('inner'));
  await press('close outer');
  await waitFor(() => expect(held()).toBe('outer'));
});
