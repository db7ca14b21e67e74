import { useQuery } from '@tanstack/react-query';
import { Button, Col, Row, Segmented, Skeleton } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useMay } from '../access/roles';
import { get } from '../api/client';
import type { Overview } from '../api/model';
import type { Choose } from '../chart/Chart';
import { Panel, Picture } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { isBusy, RUNNING } from '../shell/work';
import { useText } from '../text/language';
import { activity, activityFigures, membersOfDay, TRENDS, type Trend } from './activity';
import { board, boardFigures } from './board';
import type { Drawing } from '../chart/drawing';
import { chosenFlow, flow, flowFigures } from './flow';
import { layers, layersFigures, membersOfCell } from './layers';
import { LevelLinks } from './LevelLinks';
import { MoversPanel } from './MoversPanel';
import { membersOf, pyramid, pyramidFigures } from './pyramid';
import { Road } from './Road';
import { ScoreNow } from './ScoreNow';
import { TopSpendersPanel } from './TopSpendersPanel';

export default function OverviewPage() {
  const { t, format } = useText();
  const operator = useMay('OPERATOR');
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: () => get<Overview>('/api/overview'),
    refetchInterval: (query) => (isBusy(query.state.data?.run?.state) ? 2 * RUNNING : 30_000),
  });
  return (
    <>
      <PageHead title={t('overview.title')} note={overview.data === undefined ? t('overview.question') : <AsOf overview={overview.data} />}>
        {operator && <ScoreNow run={overview.data?.run ?? null} />}
      </PageHead>
      <Answer of={overview} skeleton={<Bones />}>
        {(data) => (data.totals.members === 0 ? <NobodyYet /> : <Figures data={data} />)}
      </Answer>
    </>
  );

  function AsOf({ overview: { asOf, run } }: { overview: Overview }) {
    if (asOf === null) return <>{t('overview.unscored')}</>;
    return <>{t('overview.asOf', { day: asOf, at: format.time(run?.finishedAt), seconds: format.duration(run?.seconds) })}</>;
  }
}

function Figures({ data }: { data: Overview }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const navigate = useNavigate();
  const [parameters, setParameters] = useSearchParams();
  const trend: Trend = TRENDS.find((it) => it === parameters.get('trend')) ?? 'active';
  const { totals, topSpenders } = data;
  const drawn = useMemo(() => {
    const drawing: Drawing = { t, format, palette };
    return {
      drawing,
      pyramid: pyramid(data.levels, drawing),
      flow: flow(data.aipl, drawing),
      layers: layers(data.layers, drawing),
      board: board(data.communities, drawing),
      activity: activity(data.activity, trend, drawing),
    };
  }, [data, trend, t, format, palette]);
  const choose = useMemo(() => (i: number) => {
    const row = data.communities.board[i];
    if (row !== undefined) void navigate(`/communities/${encodeURIComponent(row.id)}`);
  }, [data, navigate]);
  const chooseLevel = useMemo(() => (i: number) => {
    const level = data.levels[i];
    if (level !== undefined) void navigate(membersOf(level.level));
  }, [data, navigate]);
  const chooseFlow = useMemo<Choose>(() => (i, part) => {
    const there = part === 'edge' ? chosenFlow(data.aipl, i) : null;
    if (there !== null) void navigate(there);
  }, [data, navigate]);
  const chooseDay = useMemo(() => (i: number) => {
    const day = data.activity[i];
    if (day !== undefined) void navigate(membersOfDay(day, trend));
  }, [data, trend, navigate]);
  const chooseCell = useMemo(() => (i: number) => {
    const cell = data.layers.cells[i];
    const there = cell === undefined ? null : membersOfCell(data.layers, cell.layer, cell.weeks, data.asOf);
    if (there !== null) void navigate(there);
  }, [data, navigate]);
  const unscored = data.asOf === null;
  const empty = <Nothing title={t('overview.unscored')} />;

  return (
    <>
      <div className="figures" data-testid="totals">
        <Figure name="members" label={t('overview.members')} exact={totals.members} shown={format.short(totals.members)} title={format.whole(totals.members)} note={data.newcomers === null ? t('overview.scored', { n: format.short(totals.scored) }) : <>{t('overview.newcomers', { joined: format.short(data.newcomers.joined) })} <Link to="/members?untouched=true">{t('overview.untouched', { n: format.short(data.newcomers.untouched) })}</Link></>} />
        <Figure name="highValue" label={t('overview.high')} exact={totals.highValue} shown={format.short(totals.highValue)} title={format.whole(totals.highValue)} note={t('overview.high.share', { share: format.share(totals.scored === 0 ? null : totals.highValue / totals.scored) })} />
        <Figure name="communities" label={t('overview.communities')} exact={totals.communities} shown={format.whole(totals.communities)} note={t('overview.periods', { golden: format.whole(data.communities.golden), silver: format.whole(data.communities.silver) })} />
        <Figure name="orders" label={t('overview.orders')} exact={totals.orders} shown={format.short(totals.orders)} title={format.whole(totals.orders)} note={t('overview.orders.note')} />
        <Figure name="spend" label={t('overview.spend')} exact={totals.spend} shown={format.shortMoney(totals.spend)} title={format.money(totals.spend)} note={t('overview.spend.note')} />
        <Figure name="topShare" label={t('overview.top')} exact={topSpenders?.spendShare} shown={format.share(topSpenders?.spendShare)} note={t('overview.top.note', { share: format.share(topSpenders?.share) })} />
      </div>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={10}>
          <Panel title={t('overview.pyramid')} note={t('overview.pyramid.note')} figures={pyramidFigures(data.levels, drawn.drawing)}>
            {unscored ? empty : (
              <>
                <Picture option={drawn.pyramid} height={250} label={t('overview.pyramid')} onChoose={chooseLevel} />
                <LevelLinks levels={data.levels} />
              </>
            )}
          </Panel>
        </Col>
        <Col xs={24} xl={14}>
          <Panel title={t('overview.flow')} note={t('overview.flow.note')} figures={flowFigures(data.aipl, drawn.drawing)}>
            {data.aipl.flows.length === 0 ? empty : <Picture option={drawn.flow} height={280} label={t('overview.flow')} onChoose={chooseFlow} />}
          </Panel>
        </Col>
        <Col xs={24} xl={10}>
          <Panel title={t('overview.layers')} note={t('overview.layers.note')} figures={layersFigures(data.layers, data.asOf, drawn.drawing)}>
            {unscored ? empty : <Picture option={drawn.layers} height={260} label={t('overview.layers')} onChoose={chooseCell} />}
          </Panel>
        </Col>
        <Col xs={24} xl={14}>
          <Panel
            title={t('overview.activity')}
            note={t('overview.activity.note')}
            figures={activityFigures(data.activity, drawn.drawing)}
            tools={<Segmented size="small" value={trend} onChange={(value) => setParameters({ trend: value }, { replace: true })} options={TRENDS.map((value) => ({ value, label: t(`overview.trend.${value}`) }))} />}
          >
            {data.activity.length === 0 ? empty : <Picture option={drawn.activity} height={260} label={t('overview.activity')} onChoose={chooseDay} />}
          </Panel>
        </Col>
        {!unscored && <Col span={24}><MoversPanel run={data.run?.id ?? null} /></Col>}
        <Col xs={24} xl={16}>
          <Panel title={t('overview.board')} note={t('overview.board.note')} tools={<Link to="/communities">{t('overview.board.all')}</Link>} figures={boardFigures(data.communities, drawn.drawing)}>
            {data.communities.board.length === 0 ? <Nothing title={t('overview.board.none')} /> : <Picture option={drawn.board} height={396} label={t('overview.board')} onChoose={choose} />}
          </Panel>
        </Col>
        <Col xs={24} xl={8}>
          <Row gutter={[16, 16]}>
            <Col xs={24} md={12} xl={24}><TopSpendersPanel top={topSpenders} /></Col>
            <Col xs={24} md={12} xl={24}><Road steps={data.freshness} /></Col>
          </Row>
        </Col>
      </Row>
    </>
  );
}

function NobodyYet() {
  const { t } = useText();
  const operator = useMay('OPERATOR');
  return (
    <Nothing title={t('overview.empty')}>
      {operator && <Link to="/data/imports/new"><Button type="primary">{t('imports.new')}</Button></Link>}
    </Nothing>
  );
}

function Bones() {
  return (
    <>
      <Skeleton.Node active style={{ width: '100%', height: 104, marginBottom: 16 }} />
      <Row gutter={[16, 16]}>
        {[10, 14, 10, 14].map((span, i) => (
          <Col key={i} xs={24} xl={span}><Skeleton.Node active style={{ width: '100%', height: 340 }} /></Col>
        ))}
      </Row>
    </>
  );
}
