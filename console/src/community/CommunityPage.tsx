import { EditOutlined, ExportOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { Alert, Button, Col, Row, Table, Tag, type TableColumnsType } from 'antd';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { CommunityDetail, Contributor, Forecast } from '../api/model';
import type { Drawing } from '../chart/drawing';
import type { Option } from '../chart/option';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { membersOf } from './behind';
import { AtmospherePanel, ComingsPanel, ConcentrationPanel, ValueParts } from './CarriedPanels';
import { useCommunity } from './communities';
import { ages, lifeCurve, lifeFigures, weeklyCurve, weeklyFigures } from './curves';
import { PeriodTag } from './PeriodTag';
import { usePeriodText } from './periodWords';

const InviteForm = lazy(() => import('./InviteForm'));
const SayForm = lazy(() => import('./SayForm'));
const WhyPeriod = lazy(() => import('./WhyPeriod'));

export default function CommunityPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const { t: p } = usePeriodText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const analyst = useMay('ANALYST');
  const [saying, setSaying] = useState(false);
  const [inviting, setInviting] = useState(false);
  const found = useCommunity(id);
  const { data } = found;
  return (
    <>
      <PageHead
        title={data?.name ?? t('community.name')}
        note={
          <>
            <Link to="/communities">{t('communities.back')}</Link>
            {data?.asOf !== null && data?.asOf !== undefined && <> · {t('page.asOf', { day: data.asOf })}</>}
            {data?.owner !== null && data?.owner !== undefined && <> · {t('community.owner', { name: data.owner })}</>}
          </>
        }
      >
        {data !== undefined && <><PeriodTag period={data.stage} />{data.period !== null && data.stage !== null && <Button size="small" type="primary" ghost onClick={() => set({ why: '1' })} data-testid="why-period-open">{p('whyPeriod.open', { period: t(`period.${data.stage}`) })}</Button>}{data.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}{analyst && <Link to={membersOf(data.key)}><Button size="small" icon={<UsergroupAddOutlined />} data-testid="community-audience">{t('members.asAudience')}</Button></Link>}{operator && <Button size="small" icon={<EditOutlined />} onClick={() => setSaying(true)} data-testid="say">{p('say.change')}</Button>}{operator && data.asOf !== null && <Button size="small" icon={<ExportOutlined />} onClick={() => setInviting(true)} data-testid="invite">{p('invite.open.form')}</Button>}</>}
      </PageHead>
      <Suspense>
        {data !== undefined && at('why') !== undefined && <WhyPeriod of={data} close={() => set({ why: undefined })} />}
        {data !== undefined && saying && <SayForm of={data} done={() => setSaying(false)} />}
        {data !== undefined && inviting && <InviteForm of={data} done={() => setInviting(false)} />}
      </Suspense>
      <Answer of={found}>{(community) => <Life community={community} />}</Answer>
    </>
  );
}

function Life({ community }: { community: CommunityDetail }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const drawn = useMemo(() => {
    const drawing: Drawing = { t, format, palette };
    const byAge = ages(community.lifeCurve, community);
    return { drawing, byAge, value: weeklyCurve(community, 'VALUE', drawing), activity: weeklyCurve(community, 'ACTIVITY', drawing), life: lifeCurve(byAge, true, drawing) };
  }, [community, t, format, palette]);
  return (
    <>
      {community.members === 0 && <Alert className="empty-community" type="info" showIcon title={t('community.empty')} description={t('community.empty.note')} />}
      <div className="figures">
        <Figure name="value" label={t('community.value')} exact={community.value} shown={format.score(community.value)} note={t('community.changed', { change: format.change(community.change) })} />
        <Figure name="members" label={t('overview.members')} exact={community.members} shown={format.whole(community.members)} note={t('community.flow', { joined: format.whole(community.joined), left: format.whole(community.left) })} />
        <Figure name="high" label={t('community.high')} exact={community.highValueMembers} shown={format.whole(community.highValueMembers)} note={<Behind to={membersOf(community.key, true)}>{t('community.highShare', { share: format.share(portion(community.highValueMembers, community.members)) })}</Behind>} />
        <Figure name="active" label={t('community.active')} exact={community.activeShare} shown={format.share(community.activeShare)} note={t('community.lastWeek')} />
        <Figure name="age" label={t('community.age')} exact={community.ageWeeks} shown={community.ageWeeks === null ? '—' : t('community.weeks', { n: community.ageWeeks })} note={t('community.since', { day: format.day(community.created) })} />
        <Figure name="rank" label={t('community.rank')} exact={community.rank} shown={format.whole(community.rank)} note={community.rankBefore === null ? undefined : t('community.placeBefore', { n: format.whole(community.rankBefore) })} />
      </div>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={12}><Weekly of={community} measure="VALUE" option={drawn.value} drawing={drawn.drawing} /></Col>
        <Col xs={24} xl={12}><Weekly of={community} measure="ACTIVITY" option={drawn.activity} drawing={drawn.drawing} /></Col>
        <Col span={24}>
          <Panel title={t('life.title')} note={t('life.note')} figures={lifeFigures(drawn.byAge, true, drawn.drawing)}>
            {community.lifeCurve.length === 0 ? <Nothing title={t('overview.unscored')} /> : <Picture option={drawn.life} height={320} label={t('life.title')} />}
          </Panel>
        </Col>
        {community.asOf !== null && (
          <>
            <Col xs={24} xl={14}><AtmospherePanel id={community.id} drawing={drawn.drawing} /></Col>
            <Col xs={24} xl={10}><ConcentrationPanel id={community.id} drawing={drawn.drawing} /></Col>
            <Col span={24}><ComingsPanel of={community} drawing={drawn.drawing} /></Col>
            <Col xs={24} xl={12}><Contributors of={community} /></Col>
            <Col xs={24} xl={12}><ValueParts id={community.id} /></Col>
          </>
        )}
      </Row>
    </>
  );
}

/** A measure of the past and of the weeks to come, with how wrong such forecasts were. */
function Weekly({ of, measure, option, drawing }: { of: CommunityDetail; measure: Forecast['measure']; option: Option; drawing: Drawing }) {
  const { t, format } = useText();
  const value = measure === 'VALUE';
  const title = t(value ? 'community.weekly' : 'activity.title');
  const error = of.errors.filter((it) => it.measure === measure).at(-1);
  const write = value ? format.score : format.share;
  return (
    <Panel title={title} note={<Outlook forecast={of.forecasts.find((it) => it.measure === measure)} measure={measure} />} figures={weeklyFigures(of, measure, drawing)}>
      {of.weeks.length === 0 ? <Nothing title={t('overview.unscored')} /> : <Picture option={option} height={320} label={title} />}
      {error !== undefined && (
        <p className="quiet">{t(value ? 'forecast.error' : 'activity.error', { n: error.ahead, error: write(error.meanAbsoluteError), naive: write(error.naiveMeanAbsoluteError), communities: error.communities })}</p>
      )}
    </Panel>
  );
}

function Outlook({ forecast, measure }: { forecast: Forecast | undefined; measure: Forecast['measure'] }) {
  const { t } = useText();
  if (forecast === undefined || forecast.verdict === 'EMPTY') return <>{t(measure === 'VALUE' ? 'community.weekly.note' : 'activity.note')}</>;
  const { verdict } = forecast;
  const when = { n: forecast.weeks ?? '—', from: forecast.earliestWeek ?? '—', to: forecast.latestWeek ?? t('forecast.overAYear') };
  return <>{measure === 'VALUE' ? t(`forecast.${verdict}`, when) : t(`activity.${verdict}`, when)}</>;
}

function Contributors({ of }: { of: CommunityDetail }) {
  const { t, format } = useText();
  const columns: TableColumnsType<Contributor> = [
    { title: t('members.name'), dataIndex: 'name', render: (name: string | null, it) => <Link to={`/members/${it.no}`}>{name ?? `#${it.no}`}</Link> },
    { title: t('member.value'), dataIndex: 'value', align: 'right', render: format.score },
    { title: t('community.messages'), dataIndex: 'messages', align: 'right', render: format.whole },
    { title: t('community.content'), dataIndex: 'content', align: 'right', render: format.whole },
    { title: t('overview.orders'), dataIndex: 'orders', align: 'right', render: format.whole },
    { title: t('overview.spend'), dataIndex: 'spend', align: 'right', render: format.money },
    { title: t('community.share'), dataIndex: 'share', align: 'right', render: format.share },
  ];
  return (
    <Panel
      title={t('community.contributors')}
      note={of.carriedBy === null || of.carriedBy.members === 0 ? t('community.contributors.note') : t('community.carriedBy', { n: of.carriedBy.members, share: format.share(of.carriedBy.share) })}
    >
      <Table size="small" rowKey="no" columns={columns} dataSource={of.contributors} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('community.silent')} /> }} />
    </Panel>
  );
}

/** A link for who may open audiences, else plain text. */
function Behind({ to, children }: { to: string; children: string }) {
  return useMay('ANALYST') ? <Link to={to}>{children}</Link> : <>{children}</>;
}

function portion(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
