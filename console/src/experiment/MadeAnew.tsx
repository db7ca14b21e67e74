import { Button } from 'antd';
import { useMay } from '../access/roles';
import { Refusal } from '../collect/Refusal';
import { useMakeAnew } from './experiments';
import { useExperimentText } from './words';

/** When a kept report was worked out, whether it lacks what has come since, and how to have it anew. */
export function MadeAnew({ kind, parameters, of }: { kind: Parameters<typeof useMakeAnew>[0]; parameters: Record<string, string>; of: { madeAt: string; newer: boolean } }) {
  const { t, format } = useExperimentText();
  const operator = useMay('OPERATOR');
  const make = useMakeAnew(kind, parameters);
  return (
    <div className="report-choice">
      {operator && <Button size="small" loading={make.isPending} onClick={() => make.mutate()} data-testid="make-anew">{t('experiment.refresh')}</Button>}
      <span className="quiet">{t('experiment.asOf', { time: format.time(of.madeAt) })}{of.newer && ` · ${t('reports.newer')}`}</span>
      {make.isError && <Refusal error={make.error} />}
    </div>
  );
}
