import { Drawer } from 'antd';
import type { ReactNode } from 'react';

export type FormulaLine = [string, string];

/** How any figure was worked out: what it means, its formula, a table of what goes in, then every number in it. */
export function FormulaDrawer({ title, note, formula, lines, foot, children, close }: {
  title: string;
  note?: string;
  formula: string;
  lines: FormulaLine[];
  foot?: string;
  children?: ReactNode;
  close: () => void;
}) {
  return (
    <Drawer open onClose={close} title={title} size={760} destroyOnHidden>
      {note !== undefined && <p>{note}</p>}
      <pre className="formula">{formula}</pre>
      {children}
      <dl className="formula-lines">{lines.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {foot !== undefined && <p className="quiet">{foot}</p>}
    </Drawer>
  );
}
