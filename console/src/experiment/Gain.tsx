import { Button } from 'antd';
import type { Measured } from '../api/model';
import { gained, said } from './measured';
import { useExperimentText } from './words';

/** How much more there was than without: the sum or the difference, its interval, the verdict; pressed it says how it was worked out. */
export function Gain({ of, name, open }: { of: Measured | undefined; name: string; open: (of: Measured) => void }) {
  const { t, format } = useExperimentText();
  if (of === undefined) return <>—</>;
  const gain = gained(of, format);
  return (
    <>
      <Button className={of.verdict.kind === 'helped' ? 'gain high' : of.verdict.kind === 'harmed' ? 'gain low' : 'gain'} type="link" size="small" aria-label={`${name} · ${t(`outcome.${of.metric}`)} · ${t('experiment.how')}`} onClick={() => open(of)}>{gain?.more ?? '—'}</Button>
      {gain !== null && <div className="quiet">{gain.low} … {gain.high}</div>}
      <div className="quiet">{of.verdict.kind === 'tooEarly' || of.verdict.kind === 'notComparable' ? said(of.verdict, of.metric, t, format) : t(`verdict.${of.verdict.kind}`)}</div>
    </>
  );
}
