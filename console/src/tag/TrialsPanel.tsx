import { DatePicker, InputNumber, Select, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { now } from '../api/now';
import type { TagTrial, TagTrials } from '../api/model';
import { Panel, type Figures } from '../chart/Panel';
import { useCatalogue } from '../collect/events';
import { useAddress } from '../shell/address';
import { Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { eventInWords } from '../value/EventName';
import { useTrials } from './calls';
import { Interval, IntervalScale } from './Interval';
import { TagChip } from './TagChip';
import { useTagText, type TagText } from './words';

const USUAL = { event: 'Order Completed', days: 30, atLeast: 1, amount: 0 };

/** Does a tag work? Carried on the split day, against what members did in the days after it. */
export function TrialsPanel() {
  const { t, format } = useTagText();
  const { at, set } = useAddress('');
  const number = (name: 'days' | 'atLeast' | 'amount') => Number(at(name) ?? USUAL[name]);
  const question = { event: at('event') ?? USUAL.event, days: number('days'), atLeast: number('atLeast'), amount: number('amount'), splitDay: at('split') };
  const asked = useTrials(question);
  const trials = asked.asked;
  const events = useCatalogue();
  const choice = (name: 'days' | 'atLeast' | 'amount', least: number, most: number) => (
    <label className="tag-field">
      <span>{t(`tags.trial.${name}`)}</span>
      <InputNumber size="small" min={least} max={most} precision={0} value={question[name]} onChange={(value) => set({ [name]: value === null || value === USUAL[name] ? undefined : String(value) })} />
    </label>
  );
  const split = trials.data?.question.splitDay;
  return (
    <Panel title={t('tags.trial')} note={t('tags.trial.note')} {...(trials.data === undefined ? {} : { figures: figuresOf(trials.data, t) })}>
      <div className="tag-question">
        <label className="tag-field">
          <span>{t('tags.trial.event')}</span>
          <Select size="small" className="tag-event" showSearch={{ optionFilterProp: 'label' }} value={question.event} onChange={(value) => set({ event: value === USUAL.event ? undefined : value })} options={(events.data?.items ?? []).map((it) => ({ value: it.event, label: eventInWords(it.event, t) }))} />
        </label>
        {choice('days', 1, 180)}
        {choice('atLeast', 1, 1000)}
        {choice('amount', 0, 10_000_000)}
        <label className="tag-field">
          <span>{t('tags.trial.split')}</span>
          <DatePicker size="small" value={at('split') !== undefined ? dayjs(at('split')) : split === undefined ? null : dayjs(split)} onChange={(day: dayjs.Dayjs | null) => set({ split: day === null ? undefined : day.format('YYYY-MM-DD') })} disabledDate={(day) => day.valueOf() > now() - (question.days + 1) * 86_400_000} />
        </label>
      </div>
      <Stoppable of={asked}>
        {(found) => (
          <>
            <p className="quiet">
              {t('tags.trial.said', { members: format.whole(found.members), split: found.question.splitDay, did: format.whole(found.did), share: format.share(found.members === 0 ? null : found.did / found.members), tried: format.whole(found.tried), days: found.question.days })}
            </p>
            <TrialsTable of={found} />
          </>
        )}
      </Stoppable>
    </Panel>
  );
}

const times = (n: number) => `×${n.toFixed(2)}`;

function told(it: TagTrial): boolean {
  return it.verdict === 'MORE' || it.verdict === 'LESS';
}

function TrialsTable({ of }: { of: TagTrials }) {
  const { t, format } = useTagText();
  const columns: TableColumnsType<TagTrial> = [
    { title: t('tags.tag'), key: 'tag', fixed: 'start', render: (_, it) => <Link to={`/tags/${it.tag.id}`}><TagChip of={it.tag} /></Link> },
    { title: t('tags.trial.carried'), dataIndex: 'carriers', align: 'right', render: (n: number, it) => (it.verdict === 'TOO_YOUNG' ? '—' : format.whole(n)) },
    { title: t('tags.trial.rates'), key: 'rates', align: 'right', render: (_, it) => (it.verdict === 'TOO_YOUNG' ? '—' : <span className="nowrap">{format.share(it.carriersRate)} <span className="quiet">/ {format.share(it.othersRate)}</span></span>) },
    {
      title: <>{t('tags.trial.lift')}<IntervalScale /></>, key: 'lift',
      render: (_, it) => it.lift === null || it.liftLow === null || it.liftHigh === null ? null : (
        <span className="tag-lift"><Interval low={it.liftLow} lift={it.lift} high={it.liftHigh} told={told(it)} label={`${times(it.lift)} (${times(it.liftLow)} – ${times(it.liftHigh)})`} /><span className="number">{times(it.lift)}</span></span>
      ),
    },
    { title: t('tags.trial.iv'), dataIndex: 'informationValue', align: 'right', render: (n: number | null) => (n === null ? '—' : n.toFixed(3)) },
    { title: t('tags.trial.q'), dataIndex: 'falseDiscovery', align: 'right', render: (n: number | null) => (n === null ? '—' : n < 0.001 ? '<0.001' : n.toFixed(3)) },
    { title: t('tags.trial.verdict'), dataIndex: 'verdict', render: (verdict: TagTrial['verdict']) => <span className={`tag-verdict tag-verdict-${verdict.toLowerCase()}`}>{t(`tags.verdict.${verdict}`)}</span> },
  ];
  return <Table<TagTrial> size="small" rowKey={(it) => it.tag.id} scroll={{ x: 'max-content' }} columns={columns} dataSource={of.tags} pagination={of.tags.length > 25 ? { pageSize: 25, showSizeChanger: false } : false} locale={{ emptyText: <Nothing title={t('tags.none')} /> }} />;
}

function figuresOf(of: TagTrials, t: TagText['t']): Figures {
  return {
    columns: [t('tags.group'), t('tags.tag'), t('tags.trial.carried'), t('tags.trial.rates'), '', t('tags.trial.lift'), '2.5 %', '97.5 %', t('tags.trial.iv'), 'χ²', 'p', t('tags.trial.q'), t('tags.trial.verdict')],
    rows: of.tags.map((it) => [it.tag.groupName, it.tag.name, it.carriers, it.carriersRate, it.othersRate, it.lift, it.liftLow, it.liftHigh, it.informationValue, it.chiSquared, it.probability, it.falseDiscovery, t(`tags.verdict.${it.verdict}`)]),
  };
}
