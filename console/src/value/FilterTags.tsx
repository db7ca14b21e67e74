import { Button, Tag } from 'antd';
import { useTags } from '../tag/calls';
import { useListText } from './listWords';
import { bound, CALENDAR, DAYS, FILTERS, RANGES, SCORES, YES_OR_NO } from './question';
import { classWord, rangeWord } from './words';

interface Part {
  text: string;
  names: string[];
}

/** The filters in force, in words; each can be taken away. */
export function FilterTags({ at, set }: { at: (name: string) => string | undefined; set: (changes: Record<string, undefined>) => void }) {
  const { t } = useListText();
  const tags = useTags().data?.groups.flatMap((group) => group.tags) ?? [];
  const parts = partsOf(t, at, (id) => tags.find((tag) => String(tag.id) === id)?.name ?? id);
  if (parts.length === 0) return null;
  const without = (names: readonly string[]) => set(Object.fromEntries(names.map((name) => [name, undefined])));
  return (
    <div className="filter-tags" data-testid="filter-tags">
      {parts.map(({ text, names }) => <Tag key={names.join()} closable onClose={(event) => { event.preventDefault(); without(names); }}>{text}</Tag>)}
      <Button type="link" size="small" onClick={() => without(FILTERS)}>{t('filters.clear')}</Button>
    </div>
  );
}

function partsOf(t: ReturnType<typeof useListText>['t'], at: (name: string) => string | undefined, tagName: (id: string) => string): Part[] {
  const parts: Part[] = [];
  const add = (text: string, ...names: string[]) => parts.push({ text, names });
  const q = at('q');
  if (q !== undefined) add(`“${q}”`, 'q');
  for (const [name, word] of [['level', t('overview.level')], ['stage', t('member.stage')], ['layer', t('member.layer')], ['channel', t('members.channel')], ['trait', t('filters.trait')]] as const) {
    const value = at(name);
    if (value !== undefined) add(`${word}: ${value.split(',').map((it) => classWord(t, name, it)).join(' / ')}`, name);
  }
  const tag = at('tag');
  if (tag !== undefined) add(`${t('members.tag')}: ${tag.split(',').map(tagName).join(' / ')}`, 'tag');
  for (const range of RANGES) {
    const [least, most] = [at(bound('min', range)), at(bound('max', range))];
    if (least !== undefined || most !== undefined) add(`${rangeWord(t, range)} ${between(least, most)}`, bound('min', range), bound('max', range));
  }
  for (const score of SCORES) {
    const value = at(score);
    if (value !== undefined) add(`${score.toUpperCase()}: ${value.split(',').join(' / ')}`, score);
  }
  for (const name of DAYS) {
    const [from, to] = [at(`${name}From`), at(`${name}To`)];
    if (from !== undefined || to !== undefined) add(`${t(`filters.${name}`)} ${between(from, to)}`, `${name}From`, `${name}To`);
  }
  for (const name of CALENDAR) {
    const value = at(name);
    if (value !== undefined) add(`${t(`filters.${name}`)}: ${value}`, name);
  }
  const [soonest, latest] = [at('minFirstOrderDays'), at('maxFirstOrderDays')];
  if (soonest !== undefined || latest !== undefined) add(`${t('filters.firstOrderDays')} ${between(soonest, latest)}`, 'minFirstOrderDays', 'maxFirstOrderDays');
  for (const name of YES_OR_NO) {
    const value = at(name);
    if (value !== undefined) add(`${t(`filters.${name}`)}: ${value === 'true' ? t('filters.yes') : t('filters.no')}`, name);
  }
  return parts;
}

function between(least: string | undefined, most: string | undefined): string {
  if (least === undefined) return `≤ ${most ?? ''}`;
  return most === undefined ? `≥ ${least}` : `${least} – ${most}`;
}
