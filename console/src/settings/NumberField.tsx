import { InputNumber } from 'antd';
import { useId } from 'react';

interface Props {
  label: string;
  value: number | null;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  unit?: string;
  /** Shown times a hundred, with a percent sign. */
  percent?: boolean;
  /** What an empty field means; without it an emptied field keeps what it had. */
  none?: { word: string; choose: () => void };
}

/** One number of a model, under its name. */
export function NumberField({ label, value, onChange, min = 0, max = 1e6, step = 1, unit, percent = false, none }: Props) {
  const id = useId();
  const factor = percent ? 100 : 1;
  const shown = value === null ? null : round(value * factor);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <InputNumber<number>
        id={id}
        value={shown}
        min={min * factor}
        max={max * factor}
        step={step * factor}
        placeholder={none?.word}
        suffix={percent ? '%' : unit}
        onChange={(next) => {
          if (typeof next === 'number') onChange(round(next / factor));
          else none?.choose();
        }}
      />
    </div>
  );
}

/** Free of what binary fractions add: 0.1 + 0.2 is 0.3 here. */
function round(n: number): number {
  return Math.round(n * 1e6) / 1e6;
}
