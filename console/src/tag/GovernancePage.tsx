import { Segmented, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { DoubleTag, Tag, TagFault, TagGovernance, TagHealth } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { useLook } from '../shell/look';
import { Count, Figure, PageHead } from '../shell/page';
import { Bone, Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { useGovernance } from './calls';
import { freshness, freshnessFigures, mostCarried } from './freshness';
import { TagChip } from './TagChip';
import { TrialsPanel } from './TrialsPanel';
import { useTagText } from './words';
import './tag.css';

const FAULTS: TagFault[] = ['EMPTY', 'UNUSED', 'STALE', 'COVERS_ALL'];

/**
 * How good the tags are: how many members they reach, how fresh they are, which are idle or double, and which work. How much room the
 * first part takes depends on how many tags there are, so what stands below it is asked at once, but not shown before that is known: nothing moves.
 */
export default function GovernancePage() {
  const { t, format } = useTagText();
  const asked = useGovernance();
  const governance = asked.asked;
  return (
    <>
      <PageHead title={t('tags.governance')} note={<><Link to="/tags">{t('tags.back')}</Link> · {t('tags.governance.note')}{governance.data !== undefined && ` · ${t('tags.asOf', { time: format.time(governance.data.asOf) })}`}</>} />
      <Stoppable of={asked} skeleton={<Bone height={420} />}>{(found) => <Standing of={found} />}</Stoppable>
      <div className="below" hidden={governance.isPending && governance.fetchStatus !== 'idle'}><TrialsPanel /></div>
    </>
  );
}

function Standing({ of }: { of: TagGovernance }) {
  const { t, format, language } = useTagText();
  const { palette } = useLook();
  const shown = mostCarried(of.tags).length;
  const option = useMemo(() => freshness(of.tags, { t, format }, palette), [of.tags, t, format, palette]);
  const faulty = (fault: TagFault) => of.tags.filter((it) => it.faults.includes(fault)).length;
  const reached = of.members === 0 ? null : of.tagged / of.members;
  return (
    <>
      <div className="figures">
        <Figure name="coverage" label={t('tags.coverage')} exact={reached} shown={format.share(reached)} note={t('tags.coverage.note', { n: format.whole(of.tagged), all: format.whole(of.members) })} />
        <Figure label={t('tags.count')} exact={of.tags.length} shown={format.whole(of.tags.length)} note={t('tags.count.note')} />
        <Figure label={t('tags.fault.UNUSED')} exact={faulty('UNUSED')} shown={format.whole(faulty('UNUSED'))} note={t('tags.fault.UNUSED.note')} />
        <Figure label={t('tags.fault.STALE')} exact={faulty('STALE')} shown={format.whole(faulty('STALE'))} note={t('tags.fault.STALE.note')} />
        <Figure label={t('tags.fault.EMPTY')} exact={faulty('EMPTY')} shown={format.whole(faulty('EMPTY'))} note={t('tags.fault.EMPTY.note')} />
        <Figure label={t('tags.doubles')} exact={of.doubles.length} shown={format.whole(of.doubles.length)} note={t('tags.doubles.short')} />
      </div>
      <div className="tag-columns">
        <Panel title={t('tags.fresh')} note={t('tags.fresh.note')} figures={freshnessFigures(of.tags, t)}>
          {shown === 0 ? <Nothing title={t('tags.carriers.none')} /> : <Picture key={language} option={option} height={64 + shown * 26} label={t('tags.fresh')} />}
        </Panel>
        <div className="stack">
          <FaultsPanel of={of.tags} />
          <DoublesPanel of={of} />
        </div>
      </div>
    </>
  );
}

function FaultsPanel({ of }: { of: TagHealth[] }) {
  const { t, format } = useTagText();
  const { at, set } = useAddress('');
  const fault = FAULTS.find((it) => it === at('fault')) ?? 'UNUSED';
  const columns: TableColumnsType<TagHealth> = [
    { title: t('tags.tag'), key: 'tag', render: (_, it) => <Link to={`/tags/${it.tag.id}`}><TagChip of={it.tag} group={it.tag.groupName} /></Link> },
    { title: t('tags.members'), key: 'members', align: 'right', render: (_, it) => <Count n={it.tag.members} /> },
    { title: t('tags.last'), dataIndex: 'lastTaggedAt', align: 'right', render: (last: string | null) => <span className="nowrap">{format.day(last)}</span> },
  ];
  return (
    <Panel title={t('tags.faults')}>
      <Segmented<TagFault> block className="filter" value={fault} onChange={(value) => set({ fault: value === 'UNUSED' ? undefined : value })} options={FAULTS.map((value) => ({ value, label: `${t(`tags.fault.${value}`)} ${of.filter((it) => it.faults.includes(value)).length}` }))} />
      <p className="quiet">{t(`tags.fault.${fault}.note`)}</p>
      <Table<TagHealth> size="small" rowKey={(it) => it.tag.id} columns={columns} dataSource={of.filter((it) => it.faults.includes(fault))} pagination={{ pageSize: 6, showSizeChanger: false, hideOnSinglePage: true }} locale={{ emptyText: <Nothing title={t('tags.faults.none')} /> }} />
    </Panel>
  );
}

function DoublesPanel({ of }: { of: TagGovernance }) {
  const { t, format } = useTagText();
  const byId = new Map(of.tags.map((it) => [it.tag.id, it.tag]));
  const chip = (tag: Tag | undefined) => (tag === undefined ? null : <Link to={`/tags/${tag.id}`}><TagChip of={tag} group={tag.groupName} /></Link>);
  const columns: TableColumnsType<DoubleTag> = [
    { title: t('tags.pair'), key: 'pair', render: (_, it) => <div className="tag-pair">{chip(byId.get(it.tag))}{chip(byId.get(it.other))}</div> },
    { title: t('tags.overlap'), dataIndex: 'overlap', align: 'right', render: (n: number) => format.share(n) },
    { title: t('tags.names'), dataIndex: 'names', render: (names: boolean) => (names ? t('tags.names.alike') : '') },
  ];
  return (
    <Panel title={t('tags.doubles')} note={t('tags.doubles.note')}>
      <Table<DoubleTag> size="small" rowKey={(it) => `${it.tag}-${it.other}`} columns={columns} dataSource={of.doubles} pagination={{ pageSize: 5, showSizeChanger: false, hideOnSinglePage: true }} locale={{ emptyText: <Nothing title={t('tags.doubles.none')} /> }} />
    </Panel>
  );
}
