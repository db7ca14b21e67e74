import { App, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import type { JourneyDetail } from '../api/model';
import { ErrorWords } from '../shell/ErrorWords';
import { useJourneyWish, useLandings } from './journeys';
import { useJourneyText } from './words';

const INSIDE = ['DRAIN', 'MOVE', 'STOP'] as const;

/** Publishes a draft, and says what becomes of those inside: moved, each node's go where it is said. */
export function Publish({ detail, done }: { detail: JourneyDetail; done: () => void }) {
  const { t, format } = useJourneyText();
  const { message } = App.useApp();
  const wish = useJourneyWish();
  const [note, setNote] = useState('');
  const [inside, setInside] = useState<(typeof INSIDE)[number]>('DRAIN');
  const [places, setPlaces] = useState<Record<string, string>>({});
  const landings = useLandings(detail.summary.id, detail.summary.inside > 0, places);
  const first = detail.summary.inside === 0;
  const nodes = detail.definition.nodes.map(({ key }) => ({ value: key, label: key }));
  return (
    <Modal
      open onCancel={done} title={t('journey.publish.title', { name: detail.summary.name })} okText={t('journey.publish')} confirmLoading={wish.isPending}
      onOk={() => wish.mutate({ publish: { revision: detail.summary.revision, note, inside, places: inside === 'MOVE' ? places : {} }, id: detail.summary.id }, { onSuccess: () => { void message.success(t('journey.published')); done(); }, onError: (error) => void message.error(<ErrorWords error={error} />) })}
    >
      <Input.TextArea aria-label={t('journey.publish.note')} placeholder={t('journey.publish.note')} rows={2} maxLength={1000} value={note} onChange={(it) => setNote(it.target.value)} />
      {!first && (
        <>
          <p>{t('journey.publish.inside', { n: format.whole(detail.summary.inside) })}</p>
          <Radio.Group vertical value={inside} onChange={(it) => setInside(it.target.value as (typeof INSIDE)[number])} options={INSIDE.map((value) => ({ value, label: t(`journey.inside.${value}`) }))} />
          {inside === 'MOVE' && <ul className="faults">{(landings.data?.items ?? []).map((it) => (
            <li key={`${it.version}/${it.node}`}>
              {t(it.to === null ? 'landing.none' : it.staying ? 'landing.stays' : 'landing.anew', { n: format.whole(it.members), node: it.node, to: it.to ?? '' })}
              <Select size="small" className="landing-place" aria-label={t('landing.place', { node: it.node })} value={places[it.node] ?? ''} showSearch options={[{ value: '', label: t('landing.same') }, ...nodes]} onChange={(to: string) => setPlaces((was) => ({ ...Object.fromEntries(Object.entries(was).filter(([node]) => node !== it.node)), ...(to === '' ? {} : { [it.node]: to }) }))} />
            </li>
          ))}</ul>}
        </>
      )}
    </Modal>
  );
}
