import { Button } from 'antd';
import type { Measured } from '../api/model';
import { said, total } from './measured';
import { useExperimentText } from './words';

/** How much more there was than without: the sum, its interval, the verdict; pressed it says how it was worked out. */
export function Gain({ of, name, open }: { of: Measured | undefined; name: string; open: (of: Measured) => void }) {
  const { t, format } = useExperimentText();
  if (of === undefined) return <>—</>;
  const ends = of.totalInterval;
  return (
    <>
      <Button className={of.verdict.kind === 'helped' ? 'gain high' : of.verdict.kind === 'harmed' ? 'gain low' : 'gain'} type="link" size="small" aria-label={`${name} · ${t(`outcome.${of.metric}`)} · ${t('experiment.how')}`} onClick={() => open(of)}>{total(of.metric, of.total, format)}</Button>
      {ends !== null && <div className="quiet">{total(of.metric, ends.low, format)} … {total(of.metric, ends.high, format)}</div>}
      <div className="quiet">{of.verdict.kind === 'tooEarly' || of.verdict.kind === 'notComparable' ? said(of.verdict, of.metric, t, format) : t(`verdict.${of.verdict.kind}`)}</div>
    </>
  );
}
