import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { FormulaDrawer, type FormulaLine } from './FormulaDrawer';
import { useExperimentText } from './words';

/** How a figure of a report came about: what it means, its formula, what goes in. */
export interface Why {
  name: string;
  note: string;
  formula: string;
  lines: FormulaLine[];
}

/** A figure that opens to its formula and its inputs; it is read out as the figure it is. */
export function Opens({ of, children }: { of: Why; children: ReactNode }) {
  const { t } = useExperimentText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="gain plain" type="link" size="small" title={`${of.name} · ${t('experiment.how')}`} onClick={() => setOpen(true)}>{children}</Button>
      {open && <FormulaDrawer title={`${of.name} · ${t('experiment.how')}`} note={of.note} formula={of.formula} lines={of.lines} close={() => setOpen(false)} />}
    </>
  );
}
