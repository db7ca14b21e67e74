import { InputNumber, Tooltip } from 'antd';
import { useExperimentText } from './words';

const LEAST = 50.1;
const MOST = 99.9999;

/** The quantile above which all counts as it, in per cent; empty for none. */
export function WinsorField({ value, change, id }: { value: number | null; change: (to: number | null) => void; id?: string }) {
  const { t } = useExperimentText();
  return (
    <Tooltip title={t('metric.winsor.note')}>
      <InputNumber
        {...(id === undefined ? { prefix: t('metric.winsor'), 'aria-label': t('metric.winsor') } : { id })}
        style={{ width: 220 }} min={LEAST} max={MOST} step={0.1} suffix="%" placeholder={t('metric.winsor.none')}
        value={value === null ? null : Number((100 * value).toFixed(4))} onChange={(percent) => change(percent === null ? null : Number((percent / 100).toFixed(6)))}
      />
    </Tooltip>
  );
}
