import { DatePicker, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { now } from '../../api/now';

/** A word and what it is the word of, side by side; below each other where there is no room. */
export function Labelled({ word, children }: { word: string; children: ReactNode }) {
  return <div className="aud-field"><span className="aud-word">{word}</span><div className="aud-controls">{children}</div></div>;
}

/** A whole or broken number that must be there. */
export function Count({ value, change, word, min, max, step }: { value: number; change: (value: number) => void; word: string; min: number; max: number; step?: number }) {
  return <InputNumber<number> className="aud-number" aria-label={word} value={value} min={min} max={max} step={step ?? 1} onChange={(it) => it !== null && change(it)} />;
}

/** A day that has been, or none. */
export function OnDay({ value, change, label, placeholder }: { value: string | undefined; change: (day: string | undefined) => void; label: string; placeholder?: string }) {
  return <DatePicker aria-label={label} placeholder={placeholder ?? label} maxDate={dayjs(now())} value={value === undefined ? null : dayjs(value)} onChange={(day: dayjs.Dayjs | null) => change(day?.format('YYYY-MM-DD'))} />;
}

/** One of a few words. */
export function One<T extends string>({ value, of, word, label, change, width }: { value: T; of: readonly T[]; word: (value: T) => string; label: string; change: (value: T) => void; width?: number }) {
  return <Select<T> className="aud-one" {...(width === undefined ? {} : { style: { width } })} aria-label={label} value={value} onChange={change} options={of.map((it) => ({ value: it, label: word(it) }))} />;
}

/** Some of a few words. */
export function Some<T extends string>({ value, of, word, label, change }: { value: readonly T[]; of: readonly T[]; word: (value: T) => string; label: string; change: (value: T[]) => void }) {
  return <Select<T[]> className="aud-some" mode="multiple" aria-label={label} placeholder={label} value={[...value]} onChange={change} options={of.map((it) => ({ value: it, label: word(it) }))} />;
}

/** Some of the words that the brand's data have, or others. */
export function Any({ value, offered, label, change, words }: { value: readonly string[]; offered: readonly string[]; label: string; change: (value: string[]) => void; words?: (value: string) => string }) {
  return (
    <Select<string[]>
      className="aud-some" mode="tags" aria-label={label} placeholder={label} value={[...value]} tokenSeparators={[',', '，', '\n']}
      onChange={(chosen) => change(chosen.map((it) => it.trim()).filter((it) => it !== ''))}
      options={offered.map((it) => ({ value: it, label: words?.(it) ?? it }))}
    />
  );
}
