import { UploadOutlined } from '@ant-design/icons';
import { Button, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useMay } from '../../access/roles';
import { useAudiences, useCommunityNames, useLists, useTags } from '../calls';
import type { LeafOf } from '../expression';
import { nameOf, useAudienceText } from '../words';
import { Labelled } from './basics';
import { UploadList } from './UploadList';

/** Another audience, now or at the end of a past day. */
export function AudienceFields({ of, change, own }: { of: LeafOf<'audience'>; change: (leaf: LeafOf<'audience'>) => void; own: number | undefined }) {
  const { t, language, format } = useAudienceText();
  const audiences = useAudiences();
  const offered = (audiences.data?.items ?? []).filter((it) => it.id !== own).map((it) => ({ value: it.id, label: `${nameOf(it, language)} · ${format.short(it.members)}` }));
  return (
    <>
      <Labelled word={t('leaf.audience')}>
        <Select<number> className="aud-event" showSearch={{ optionFilterProp: 'label' }} loading={audiences.isPending} aria-label={t('leaf.audience')} placeholder={t('aud.choose')} value={of.id === 0 ? null : of.id} onChange={(id) => change({ ...of, id })} options={offered} />
      </Labelled>
      <Labelled word={t('aud.on')}>
        <DatePicker aria-label={t('aud.on')} placeholder={t('aud.now')} value={of.on === undefined ? null : dayjs(of.on)} onChange={(day: dayjs.Dayjs | null) => change({ kind: 'audience', id: of.id, ...(day === null ? {} : { on: day.format('YYYY-MM-DD') }) })} />
        <span className="quiet">{t('aud.on.help')}</span>
      </Labelled>
    </>
  );
}

/** Tags by group. */
export function TagFields({ of, change }: { of: LeafOf<'tag'>; change: (leaf: LeafOf<'tag'>) => void }) {
  const { t } = useAudienceText();
  const tags = useTags();
  const options = (tags.data?.groups ?? []).filter((it) => it.tags.length > 0).map((it) => ({ label: it.name, options: it.tags.map((tag) => ({ value: tag.id, label: tag.name })) }));
  return (
    <Labelled word={t('leaf.tag')}>
      <Select<number[]> className="aud-some" mode="multiple" showSearch={{ optionFilterProp: 'label' }} loading={tags.isPending} aria-label={t('leaf.tag')} placeholder={t('aud.tag.any')} value={of.in} onChange={(chosen) => change({ kind: 'tag', in: chosen })} options={options} />
    </Labelled>
  );
}

/** Communities by name; without any, all of them. */
export function CommunityChoice({ value, change }: { value: readonly string[]; change: (keys: string[]) => void }) {
  const { t } = useAudienceText();
  const [typed, setTyped] = useState('');
  const communities = useCommunityNames(typed);
  const options = (communities.data?.items ?? []).map((it) => ({ value: it.id, label: it.name }));
  const missing = value.filter((it) => !options.some((option) => option.value === it)).map((it) => ({ value: it, label: it }));
  return (
    <Select<string[]>
      className="aud-some" mode="multiple" aria-label={t('leaf.community')} placeholder={t('aud.community.any')} value={[...value]} onChange={(keys) => { change(keys); setTyped(''); }}
      showSearch={{ filterOption: false, onSearch: setTyped }} loading={communities.isFetching} options={[...missing, ...options]}
    />
  );
}

/** A list that was uploaded, or is uploaded here. */
export function ListFields({ of, change }: { of: LeafOf<'list'>; change: (leaf: LeafOf<'list'>) => void }) {
  const { t, format } = useAudienceText();
  const lists = useLists();
  const operator = useMay('OPERATOR');
  const [uploading, setUploading] = useState(false);
  return (
    <Labelled word={t('leaf.list')}>
      <Select<number> className="aud-event" showSearch={{ optionFilterProp: 'label' }} loading={lists.isPending} aria-label={t('leaf.list')} placeholder={t('aud.choose')} value={of.id === 0 ? null : of.id} onChange={(id) => change({ kind: 'list', id })} options={(lists.data?.items ?? []).map((it) => ({ value: it.id, label: `${it.name} · ${format.short(it.members)}` }))} />
      {operator && <Button icon={<UploadOutlined />} onClick={() => setUploading(true)}>{t('aud.list.upload')}</Button>}
      {uploading && <UploadList close={() => setUploading(false)} done={(id) => { change({ kind: 'list', id }); setUploading(false); }} />}
    </Labelled>
  );
}
