import { DatePicker, Popover, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useMay } from '../access/roles';
import type { MemberTag } from '../api/model';
import { now } from '../api/now';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { Answer } from '../shell/states';
import { useMemberTags, useTags, useTagWish } from './calls';
import { By, TagChip } from './TagChip';
import { useTagText } from './words';
import './tag.css';

/** What a member is tagged with: who put it there and when; tags are put on, for ever or until the end of a day, and taken off here. */
export default function MemberTags({ no }: { no: string }) {
  const { t, format } = useTagText();
  const may = useMay('GUIDE');
  const carried = useMemberTags(no);
  const tags = useTags(false);
  const wish = useTagWish();
  const [until, setUntil] = useState<Dayjs | null>(null);
  const give = (tag: number) => wish.mutate({ give: tag, member: no, expiresAt: until === null ? undefined : format.dayBegins(until.format('YYYY-MM-DD'), 1) }, { onSuccess: () => setUntil(null) });
  const has = new Set(carried.data?.items.map((it) => it.tag));
  const options = (tags.data?.groups ?? [])
    .map((group) => ({ label: group.name, title: group.name, options: group.tags.filter((it) => !has.has(it.id)).map((it) => ({ value: it.id, label: it.name, it })) }))
    .filter((group) => group.options.length > 0);
  return (
    <Panel title={t('nav.tags')} note={t('tags.member.note')}>
      <Answer of={carried}>
        {({ items }) => (
          <div className="tag-list">
            {items.length === 0 && <span className="quiet">{t('tags.member.none')}</span>}
            {items.map((it) => (
              <Popover key={it.tag} content={<Origin of={it} />}>
                <span tabIndex={0}>
                  <TagChip of={it} group={it.group}>
                    {may && <button type="button" className="tag-off-button" aria-label={`${t('tags.take')} ${it.name}`} onClick={() => wish.mutate({ take: it.tag, member: no })}>×</button>}
                  </TagChip>
                </span>
              </Popover>
            ))}
          </div>
        )}
      </Answer>
      {may && (
        <div className="tag-give">
          <Select
            className="tag-add" size="small" value={null} showSearch={{ optionFilterProp: 'label' }} placeholder={t('tags.member.add')} aria-label={t('tags.member.add')} loading={wish.isPending || tags.isPending}
            options={options} optionRender={(option) => { const of = (option.data as { it?: Parameters<typeof TagChip>[0]['of'] }).it; return of === undefined ? option.label : <TagChip of={of} />; }}
            onChange={(tag: number | null) => tag !== null && give(tag)}
            notFoundContent={<span className="quiet">{t('tags.none.here')}</span>}
          />
          <DatePicker size="small" aria-label={t('tags.until.day')} placeholder={t('tags.until.day')} value={until} onChange={(day: Dayjs | null) => setUntil(day)} disabledDate={(day: Dayjs) => day.valueOf() < now() - 86_400_000} />
        </div>
      )}
      {wish.isError && <Refusal error={wish.error} />}
    </Panel>
  );
}

function Origin({ of }: { of: MemberTag }) {
  const { t, format } = useTagText();
  return (
    <dl className="tag-origin">
      <dt>{t('tags.putBy')}</dt><dd><By of={of.by} /></dd>
      <dt>{t('tags.since')}</dt><dd>{format.time(of.taggedAt)}</dd>
      <dt>{t('tags.until')}</dt><dd>{of.expiresAt === null ? t('tags.forever') : format.time(of.expiresAt)}</dd>
    </dl>
  );
}
