import { InputNumber, Select } from 'antd';
import type { Range } from '../expression';
import { useAudienceText } from '../words';

const LOWER = ['atLeast', 'moreThan'] as const;
const UPPER = ['atMost', 'lessThan'] as const;
const SIGN = { atLeast: '≥', moreThan: '>', atMost: '≤', lessThan: '<' } as const;
type Bound = keyof typeof SIGN;

/** A lower and an upper bound; an empty one is none. */
export function RangeFields({ of, change, label }: { of: Range; change: (range: Range) => void; label: string }) {
  const { t } = useAudienceText();
  return (
    <span className="aud-range">
      <BoundField of={of} bounds={LOWER} change={change} label={`${label} ${t('aud.from')}`} />
      <BoundField of={of} bounds={UPPER} change={change} label={`${label} ${t('aud.to')}`} />
    </span>
  );
}

function BoundField({ of, bounds, change, label }: { of: Range; bounds: readonly [Bound, Bound]; change: (range: Range) => void; label: string }) {
  const bound = of[bounds[1]] === undefined ? bounds[0] : bounds[1];
  const put = (name: Bound, value: number | null) => {
    const rest = Object.fromEntries(Object.entries(of).filter(([it]) => !bounds.includes(it as Bound))) as Range;
    change(value === null ? rest : { ...rest, [name]: value });
  };
  return (
    <span className="aud-bound">
      <Select<Bound> className="aud-sign" aria-label={`${label} ≥ > ≤ <`} value={bound} onChange={(name) => put(name, of[bound] ?? null)} options={bounds.map((value) => ({ value, label: SIGN[value] }))} />
      <InputNumber<number> className="aud-number" aria-label={label} value={of[bound] ?? null} onChange={(value) => put(bound, value)} />
    </span>
  );
}
