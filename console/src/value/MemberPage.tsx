import { CrownFilled, RiseOutlined } from '@ant-design/icons';
import { Button, Col, Progress, Row } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { DIMENSIONS, type Member } from '../api/model';
import { Panel } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { useText } from '../text/language';
import { useMember } from './members';
import { Identifier } from './Identifier';
import { LayerSign, LevelSign, StageSign } from './signs';
import { MemberTimeline } from './MemberTimeline';
import { Why } from './Why';

export default function MemberPage() {
  const { no = '' } = useParams();
  const { t } = useText();
  const { palette } = useLook();
  const found = useMember(no);
  const { data } = found;
  return (
    <>
      <PageHead
        title={data === undefined ? t('members.title') : (data.name ?? `#${data.no}`)}
        note={
          <>
            <Link to="/members">{t('members.back')}</Link>
            {data?.identifiers.map((it) => <span key={`${it.kind}:${it.key}`}> · <Identifier of={it} /></span>)}
          </>
        }
      >
        {data?.highValue === true && <span className="mark-tag"><RiseOutlined style={{ color: palette.good }} />{t('member.high')}</span>}
        {data?.topSpender === true && <span className="mark-tag"><CrownFilled style={{ color: palette.dimension.consumption }} />{t('member.top')}</span>}
      </PageHead>
      <Answer of={found}>{(member) => <Portrait member={member} />}</Answer>
    </>
  );
}

function Portrait({ member }: { member: Member }) {
  const { t, format } = useText();
  const { rfm } = member;
  return (
    <>
      <div className="figures">
        <Figure name="value" label={t('member.value')} exact={member.value} shown={format.score(member.value)} note={<LevelSign of={member.level} />} />
        <Figure name="orders" label={t('overview.orders')} exact={member.orders} shown={format.whole(member.orders)} note={<StageSign of={member.stage} />} />
        <Figure name="spend" label={t('overview.spend')} exact={member.spend} shown={format.money(member.spend)} note={<LayerSign of={member.layer} />} />
        <Figure label={t('member.recency')} exact={rfm?.recencyDays} shown={rfm?.recencyDays === undefined || rfm.recencyDays === null ? '—' : t('member.days', { n: rfm.recencyDays })} note={rfm === null ? '' : t('member.rfm', { r: rfm.r ?? '—', f: rfm.f ?? '—', m: rfm.m ?? '—' })} />
        <Figure label={t('member.firstSeen')} exact={null} shown={format.day(member.firstSeen)} note={member.channel ?? ''} />
        <Figure label={t('member.lastSeen')} exact={null} shown={format.day(member.lastSeen)} note={format.time(member.lastSeen)} />
      </div>
      <Row gutter={[16, 16]} align="top">
        <Col xs={24} xl={9}><DimensionsPanel member={member} /></Col>
        <Col xs={24} xl={15}><MemberTimeline no={String(member.no)} /></Col>
      </Row>
    </>
  );
}

function DimensionsPanel({ member }: { member: Member }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const [parameters, setParameters] = useSearchParams();
  const open = parameters.has('why');
  const show = (wanted: boolean) => {
    const next = new URLSearchParams(parameters);
    if (wanted) next.set('why', '1');
    else next.delete('why');
    setParameters(next);
  };
  return (
    <Panel title={t('member.dimensions')} note={t('member.dimensions.note')} tools={<Button size="small" type="primary" ghost onClick={() => show(true)} disabled={member.value === null} data-testid="why">{t('why.open')}</Button>}>
      {DIMENSIONS.map((it) => (
        <div key={it} className="portion">
          <div className="portion-head"><span>{t(`dimension.${it}`)}</span><strong>{format.score(member[it])}</strong></div>
          <Progress percent={member[it] ?? 0} showInfo={false} strokeColor={palette.dimension[it]} aria-label={`${t(`dimension.${it}`)} ${format.score(member[it])}`} />
        </div>
      ))}
      <Why no={String(member.no)} open={open} close={() => show(false)} />
    </Panel>
  );
}
