import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { Window } from '../expression';
import { useAudienceText } from '../words';
import { Count, One } from './basics';

const LONGEST = 3660;
const KINDS = ['ever', 'last', 'ago', 'between', 'sinceJoining'] as const;
const AHEAD = ['next', ...KINDS] as const;

/** A stretch of days: rolling, fixed, from joining on, or all; `ahead` also days to come. */
export function WindowFields({ of, change, ahead = false, without = [] }: { of: Window; change: (window: Window) => void; ahead?: boolean; without?: readonly Window['kind'][] }) {
  const { t } = useAudienceText();
  const begin = (kind: Window['kind']): Window => {
    switch (kind) {
      case 'ever': return { kind };
      case 'last': return { kind, days: 30 };
      case 'next': return { kind, days: 7 };
      case 'ago': return { kind, from: 60, to: 31 };
      case 'between': return { kind };
      case 'sinceJoining': return { kind, days: 7 };
    }
  };
  const day = (text: string | undefined) => (text === undefined ? null : dayjs(text));
  return (
    <>
      <One value={of.kind} of={(ahead ? AHEAD : KINDS).filter((it) => !without.includes(it))} word={(it) => t(`window.${it}`)} label={t('aud.window')} change={(kind) => change(begin(kind))} width={132} />
      {(of.kind === 'last' || of.kind === 'next') && <><Count value={of.days} min={1} max={LONGEST} word={t('aud.days')} change={(days) => change({ ...of, days })} /><span>{t('aud.days')}</span></>}
      {of.kind === 'ago' && (
        <>
          <Count value={of.from} min={0} max={LONGEST} word={t('aud.agoFrom')} change={(from) => change({ ...of, from })} /><span>{t('aud.agoFrom')}</span>
          <Count value={of.to} min={0} max={LONGEST} word={t('aud.agoTo')} change={(to) => change({ ...of, to })} /><span>{t('aud.agoTo')}</span>
        </>
      )}
      {of.kind === 'between' && (
        <DatePicker.RangePicker
          allowEmpty={[true, true]} aria-label={t('window.between')} value={[day(of.from), day(of.to)]}
          onChange={(days) => change({ kind: 'between', ...bound('from', days?.[0]?.format('YYYY-MM-DD')), ...bound('to', days?.[1]?.format('YYYY-MM-DD')) })}
        />
      )}
      {of.kind === 'sinceJoining' && <><Count value={of.days} min={0} max={LONGEST} word={t('aud.days')} change={(days) => change({ ...of, days })} /><span>{t('aud.days')}</span></>}
    </>
  );
}

function bound(name: 'from' | 'to', day: string | undefined): { from?: string; to?: string } {
  return day === undefined ? {} : { [name]: day };
}
