import { Button, DatePicker, Drawer, Input, InputNumber, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useText } from '../text/language';
import { bound, DAYS, FILTERS, RANGES, SCORES, YES_OR_NO } from './question';
import { rangeWord } from './words';

type Draft = Record<string, string | undefined>;

const FIVE = ['1', '2', '3', '4', '5'] as const;

/** All filters of the list; nothing changes until they are applied. */
export function Filters({ at, set, close }: { at: (name: string) => string | undefined; set: (changes: Draft) => void; close: () => void }) {
  const { t } = useText();
  const [draft, setDraft] = useState<Draft>(() => Object.fromEntries(FILTERS.map((name) => [name, at(name)])));
  const put = (changes: Draft) => setDraft((before) => ({ ...before, ...changes }));
  const apply = () => {
    set(draft);
    close();
  };
  const day = (name: string): Dayjs | null => (draft[name] === undefined || draft[name] === '' ? null : dayjs(draft[name]));
  return (
    <Drawer
      open
      onClose={close}
      title={t('filters.title')}
      size={460}
      footer={
        <Space>
          <Button type="primary" onClick={apply} data-testid="apply">{t('filters.apply')}</Button>
          <Button onClick={() => setDraft(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}>{t('filters.clear')}</Button>
        </Space>
      }
    >
      <div className="filter-form">
        {RANGES.map((range) => {
          const [least, most] = [bound('min', range), bound('max', range)];
          const word = rangeWord(t, range);
          const end = (name: string, label: string) => (
            <InputNumber<string> stringMode min="0" className="bound" placeholder={label} aria-label={`${word} ${label}`} value={draft[name] ?? null} onChange={(value) => put({ [name]: value ?? undefined })} onPressEnter={apply} />
          );
          return <div key={range} className="filter-row"><span>{word}</span><div className="bounds">{end(least, t('filters.least'))}<span aria-hidden>–</span>{end(most, t('filters.most'))}</div></div>;
        })}
        {SCORES.map((score) => (
          <div key={score} className="filter-row">
            <span>{t(`filters.${score}`)}</span>
            <Select mode="multiple" aria-label={t(`filters.${score}`)} placeholder={t('filter.all')} value={FIVE.filter((it) => draft[score]?.split(',').includes(it))} onChange={(chosen: string[]) => put({ [score]: chosen.join(',') })} options={FIVE.map((value) => ({ value, label: value }))} />
          </div>
        ))}
        {DAYS.map((name) => (
          <div key={name} className="filter-row">
            <span>{t(`filters.${name}`)}</span>
            <DatePicker.RangePicker
              allowEmpty={[true, true]}
              aria-label={t(`filters.${name}`)}
              value={[day(`${name}From`), day(`${name}To`)]}
              onChange={(days) => put({ [`${name}From`]: days?.[0]?.format('YYYY-MM-DD'), [`${name}To`]: days?.[1]?.format('YYYY-MM-DD') })}
            />
          </div>
        ))}
        {YES_OR_NO.map((name) => (
          <div key={name} className="filter-row">
            <span>{t(`filters.${name}`)}</span>
            <Select allowClear aria-label={t(`filters.${name}`)} placeholder={t('filter.all')} value={draft[name] ?? null} onChange={(value: string | undefined) => put({ [name]: value })} options={[{ value: 'true', label: t('filters.yes') }, { value: 'false', label: t('filters.no') }]} />
          </div>
        ))}
        <div className="filter-row">
          <span>{t('members.channel')}</span>
          <Input aria-label={t('members.channel')} placeholder={t('filters.channel.help')} value={draft.channel ?? ''} onChange={(it) => put({ channel: it.target.value })} onPressEnter={apply} />
        </div>
        <div className="filter-row">
          <span>{t('filters.trait')}</span>
          <Input aria-label={t('filters.trait')} placeholder={t('filters.trait.help')} value={draft.trait ?? ''} onChange={(it) => put({ trait: it.target.value })} onPressEnter={apply} />
        </div>
      </div>
    </Drawer>
  );
}
