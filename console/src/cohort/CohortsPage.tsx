import { Col, Row, Segmented, Select, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { OrderGap, Repurchase } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { Figure, PageHead } from '../shell/page';
import { Answer, Bone, Nothing } from '../shell/states';
import { Wide } from '../shell/Wide';
import { TopTier } from './TopTier';
import { useActivity, useCohorts, useRepurchase } from './cohorts';
import { channelFigures, gapFigures, gaps, membersOfCell, membersOfGap, MEASURES, retention, retentionFigures, rhythm, rhythmFigures, type Measure } from './pictures';
import { useCohortDrawing, useCohortText } from './words';

const TOTALS_HEIGHT = 103;
const RETENTION_LEAST_HEIGHT = 70 + 26 * 6;
const NONE: OrderGap[] = [];

export default function CohortsPage() {
  const { t } = useCohortText();
  const { at, set } = useAddress('');
  const repurchase = useRepurchase();
  const asOf = repurchase.data?.asOf ?? null;
  const channels = (repurchase.data?.items ?? []).flatMap((it) => (it.channel === null ? [] : [it.channel]));
  return (
    <>
      <PageHead title={t('cohorts.title')} note={asOf === null ? t('cohorts.question') : `${t('cohorts.question')} · ${t('page.asOf', { day: asOf })}`} />
      <Answer of={repurchase} skeleton={<div className="figures-waiting"><Bone height={TOTALS_HEIGHT} /></div>}>{({ items }) => <Totals of={items} />}</Answer>
      <Row gutter={[16, 16]}>
        <Col span={24}><Retention channels={channels} channel={at('channel')} measure={MEASURES.find((it) => it === at('measure')) ?? 'active'} set={set} /></Col>
        <Col xs={24} xl={12}><GapPanel kind="FIRST" of={repurchase} /></Col>
        <Col xs={24} xl={12}><GapPanel kind="NEXT" of={repurchase} /></Col>
        <Col xs={24} xl={12}><Rhythm /></Col>
        <Col xs={24} xl={12}><ByChannel of={repurchase} /></Col>
        <Col span={24}><TopTier /></Col>
      </Row>
    </>
  );
}

/** What the channels come to together. */
function Totals({ of }: { of: Repurchase[] }) {
  const { t, format } = useCohortText();
  const sum = (n: (it: Repurchase) => number) => of.reduce((whole, it) => whole + n(it), 0);
  const [members, buyers, repeat, intervals] = [sum((it) => it.members), sum((it) => it.buyers), sum((it) => it.repeatBuyers), sum((it) => it.intervals ?? 0)];
  const mean = intervals === 0 ? null : sum((it) => (it.meanIntervalDays ?? 0) * (it.intervals ?? 0)) / intervals;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const days = (n: number | null) => (n === null ? '—' : t('member.days', { n: format.score(n) }));
  return (
    <div className="figures figures-four">
      <Figure name="buyers" label={t('repurchase.buyers')} exact={buyers} shown={format.short(buyers)} title={format.whole(buyers)} note={t('repurchase.ofMembers', { share: format.share(share(buyers, members)) })} />
      <Figure name="repeatBuyers" label={t('repurchase.repeat')} exact={repeat} shown={format.short(repeat)} title={format.whole(repeat)} note={<Link to="/members?minOrders=2">{t('repurchase.who')}</Link>} />
      <Figure name="rate" label={t('repurchase.rate')} exact={share(repeat, buyers)} shown={format.share(share(repeat, buyers))} note={t('repurchase.rate.note')} />
      <Figure name="interval" label={t('repurchase.interval')} exact={mean} shown={days(mean)} note={t('repurchase.interval.note', { n: format.short(intervals) })} />
    </div>
  );
}

function Retention({ channels, channel, measure, set }: { channels: string[]; channel: string | undefined; measure: Measure; set: (changes: Record<string, string | undefined>) => void }) {
  const drawing = useCohortDrawing();
  const { t } = drawing;
  const navigate = useNavigate();
  const cohorts = useCohorts(channel);
  const cells = cohorts.data?.items;
  const drawn = useMemo(() => (cells === undefined ? null : retention(cells, measure, drawing)), [cells, measure, drawing]);
  const choose = useMemo(() => (i: number) => {
    const cell = cells?.[i];
    if (cell !== undefined) void navigate(membersOfCell(cell, measure, channel));
  }, [cells, measure, channel, navigate]);
  return (
    <Panel
      title={t('cohort.title')}
      note={t('cohort.note')}
      figures={cells === undefined ? { columns: [], rows: [] } : retentionFigures(cells, channel, drawing)}
      tools={
        <>
          <Select className="choice" size="small" allowClear aria-label={t('members.channel')} placeholder={t('cohort.allChannels')} value={channel ?? null} onChange={(value: string | undefined) => set({ channel: value })} options={channels.map((value) => ({ value, label: value }))} />
          <Segmented<Measure> size="small" value={measure} onChange={(value) => set({ measure: value })} options={MEASURES.map((value) => ({ value, label: t(`cohort.${value}`) }))} />
        </>
      }
    >
      <Answer of={cohorts} skeleton={<Bone height={RETENTION_LEAST_HEIGHT} />}>
        {({ items }) => (items.length === 0 || drawn === null ? <Nothing title={t('overview.unscored')} /> : (
          <Wide label={t('cohort.title')}><div className="wide-inside"><Picture option={drawn} height={Math.max(RETENTION_LEAST_HEIGHT, 70 + 26 * new Set(items.map((it) => it.month)).size)} label={t('cohort.title')} onChoose={choose} /></div></Wide>
        ))}
      </Answer>
    </Panel>
  );
}

function GapPanel({ kind, of }: { kind: 'FIRST' | 'NEXT'; of: ReturnType<typeof useRepurchase> }) {
  const drawing = useCohortDrawing();
  const { t } = drawing;
  const all = of.data?.gaps ?? NONE;
  const drawn = useMemo(() => gaps(all, kind, drawing), [all, kind, drawing]);
  const navigate = useNavigate();
  const choose = useMemo(() => (i: number) => {
    const there = membersOfGap(kind, i);
    if (there !== null) void navigate(there);
  }, [kind, navigate]);
  return (
    <Panel title={t(`gap.${kind}`)} note={t(`gap.${kind}.note`)} figures={all.length === 0 ? { columns: [], rows: [] } : gapFigures(all, drawing)}>
      <Answer of={of} skeleton={<Bone height={260} />}>
        {() => (all.some((it) => it.kind === kind) ? <Picture option={drawn} height={260} label={t(`gap.${kind}`)} onChoose={choose} /> : <Nothing title={t('gap.none')} />)}
      </Answer>
    </Panel>
  );
}

function Rhythm() {
  const drawing = useCohortDrawing();
  const { t, format } = drawing;
  const activity = useActivity();
  const all = activity.data?.items;
  const days = useMemo(() => all?.filter((it) => !format.begun(it.day)), [all, format]);
  const drawn = useMemo(() => (days === undefined ? null : rhythm(days, drawing)), [days, drawing]);
  const navigate = useNavigate();
  const choose = useMemo(() => (i: number) => {
    const day = days?.[i];
    if (day !== undefined) void navigate(`/members?activeOn=${day.day}`);
  }, [days, navigate]);
  return (
    <Panel title={t('rhythm.title')} note={t('rhythm.note')} figures={days === undefined ? { columns: [], rows: [] } : rhythmFigures(days, drawing)}>
      <Answer of={activity} skeleton={<Bone height={300} />}>{({ items }) => (items.length === 0 || drawn === null ? <Nothing title={t('overview.unscored')} /> : <Picture option={drawn} height={300} label={t('rhythm.title')} onChoose={choose} />)}</Answer>
    </Panel>
  );
}

function ByChannel({ of }: { of: ReturnType<typeof useRepurchase> }) {
  const { t, format } = useCohortText();
  const columns: TableColumnsType<Repurchase> = [
    { title: t('members.channel'), dataIndex: 'channel', render: (channel: string | null) => (channel === null ? <span className="quiet">{t('repurchase.unknown')}</span> : <Link to={`/members?channel=${encodeURIComponent(channel)}`}>{channel}</Link>) },
    { title: t('repurchase.buyers'), dataIndex: 'buyers', align: 'right', render: format.whole },
    { title: t('repurchase.rate'), dataIndex: 'rate', align: 'right', render: format.share },
    { title: t('repurchase.first'), dataIndex: 'firstOrderDays', align: 'right', render: format.whole },
    { title: t('repurchase.median'), dataIndex: 'intervalDays', align: 'right', render: format.whole },
  ];
  return (
    <Panel title={t('repurchase.title')} note={t('repurchase.note')} figures={channelFigures(of.data?.items ?? [], t)}>
      <Answer of={of}>{({ items }) => <Table size="small" rowKey={(it) => it.channel ?? ''} columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('overview.unscored')} /> }} />}</Answer>
    </Panel>
  );
}
