import { Alert, Col, Row, Table, Tag, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import type { CommunityDetail, Contributor, Forecast } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { AtmospherePanel, ComingsPanel, ConcentrationPanel, ValueParts } from './CarriedPanels';
import { useCommunity } from './communities';
import { lifeCurve, lifeFigures, valueCurve, valueFigures } from './curves';
import { PeriodTag } from './PeriodTag';

export default function CommunityPage() {
  const { id = '' } = useParams();
  const { t } = useText();
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
        {data !== undefined && <><PeriodTag period={data.stage} />{data.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</>}
      </PageHead>
      <Answer of={found}>{(community) => <Life community={community} />}</Answer>
    </>
  );
}

function Life({ community }: { community: CommunityDetail }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const drawn = useMemo(() => {
    const drawing: Drawing = { t, format, palette };
    return { drawing, value: valueCurve(community, drawing), life: lifeCurve(community, drawing) };
  }, [community, t, format, palette]);
  const forecast = community.forecasts.find((it) => it.measure === 'VALUE');
  const error = community.errors.filter((it) => it.measure === 'VALUE').at(-1);
  return (
    <>
      {community.members === 0 && <Alert className="empty-community" type="info" showIcon title={t('community.empty')} description={t('community.empty.note')} />}
      <div className="figures">
        <Figure name="value" label={t('community.value')} exact={community.value} shown={format.score(community.value)} note={t('community.changed', { change: format.change(community.change) })} />
        <Figure name="members" label={t('overview.members')} exact={community.members} shown={format.whole(community.members)} note={t('community.flow', { joined: format.whole(community.joined), left: format.whole(community.left) })} />
        <Figure name="high" label={t('community.high')} exact={community.highValueMembers} shown={format.whole(community.highValueMembers)} note={t('community.highShare', { share: format.share(portion(community.highValueMembers, community.members)) })} />
        <Figure name="active" label={t('community.active')} exact={community.activeShare} shown={format.share(community.activeShare)} note={t('community.lastWeek')} />
        <Figure name="age" label={t('community.age')} exact={community.ageWeeks} shown={community.ageWeeks === null ? '—' : t('community.weeks', { n: community.ageWeeks })} note={t('community.since', { day: format.day(community.created) })} />
        <Figure name="rank" label={t('community.rank')} exact={community.rank} shown={format.whole(community.rank)} note={community.rankBefore === null ? undefined : t('community.placeBefore', { n: format.whole(community.rankBefore) })} />
      </div>
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={14}>
          <Panel title={t('community.weekly')} note={<Outlook forecast={forecast} />} figures={valueFigures(community, drawn.drawing)}>
            {community.weeks.length === 0 ? <Nothing title={t('overview.unscored')} /> : <Picture option={drawn.value} height={320} label={t('community.weekly')} />}
            {error !== undefined && (
              <p className="quiet">{t('forecast.error', { n: error.ahead, error: format.score(error.meanAbsoluteError), naive: format.score(error.naiveMeanAbsoluteError), communities: error.communities })}</p>
            )}
          </Panel>
        </Col>
        <Col xs={24} xl={10}>
          <Panel title={t('life.title')} note={t('life.note')} figures={lifeFigures(community, drawn.drawing)}>
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

function Outlook({ forecast }: { forecast: Forecast | undefined }) {
  const { t } = useText();
  if (forecast === undefined) return <>{t('community.weekly.note')}</>;
  if (forecast.verdict === 'WITHIN') {
    return <>{t('forecast.WITHIN', { n: forecast.weeks ?? '—', from: forecast.earliestWeek ?? '—', to: forecast.latestWeek ?? t('forecast.overAYear') })}</>;
  }
  return <>{t(`forecast.${forecast.verdict}`)}</>;
}

function Contributors({ of }: { of: CommunityDetail }) {
  const { t, format } = useText();
  const columns: TableColumnsType<Contributor> = [
    { title: t('members.name'), dataIndex: 'name', render: (name: string | null, it) => <Link to={`/members/${it.no}`}>{name ?? `#${it.no}`}</Link> },
    { title: t('member.value'), dataIndex: 'value', align: 'right', render: format.score },
    { title: t('community.messages'), dataIndex: 'messages', align: 'right', render: format.whole },
    { title: t('overview.orders'), dataIndex: 'orders', align: 'right', render: format.whole },
    { title: t('overview.spend'), dataIndex: 'spend', align: 'right', render: format.money },
    { title: t('community.share'), dataIndex: 'share', align: 'right', render: format.share },
  ];
  return (
    <Panel
      title={t('community.contributors')}
      note={of.carriedBy === null ? t('community.contributors.note') : t('community.carriedBy', { n: of.carriedBy.members, share: format.share(of.carriedBy.share) })}
    >
      <Table size="small" rowKey="no" columns={columns} dataSource={of.contributors} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('community.silent')} /> }} />
    </Panel>
  );
}

function portion(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}
