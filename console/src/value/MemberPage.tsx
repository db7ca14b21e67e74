import { CrownFilled, RiseOutlined } from '@ant-design/icons';
import { Col, Row } from 'antd';
import { Suspense } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useMay } from '../access/roles';
import type { Member } from '../api/model';
import { useLook } from '../shell/look';
import { Figure, PageHead } from '../shell/page';
import { part } from '../shell/part';
import { BackTo } from '../shell/place';
import { Answer, Bone } from '../shell/states';
import { useText } from '../text/language';
import { Identifier } from './Identifier';
import { CommunitiesPanel, ConsentPanel, IdentifiersPanel } from './MemberIdentity';
import { DimensionsPanel, PastPanel, RfmPanel } from './MemberPictures';
import { MemberTimeline } from './MemberTimeline';
import { useHistory, useMember } from './members';
import { CertificatePanel, Rights } from './Rights';
import { LayerSign, LevelSign, StageSign } from './signs';

const MemberAudiences = part(async () => (await import('../audience/MemberAudiences')).default);
const MemberTags = part(async () => (await import('../tag/MemberTags')).default);
const MemberLifetimePanel = part(async () => (await import('../lifetime/MemberLifetimePanel')).default);

// They are on their way while the member is still being asked for.
void Promise.allSettled([MemberTags.send(), MemberLifetimePanel.send(), MemberAudiences.send()]);

export default function MemberPage() {
  const { no = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const certificate = Number(parameters.get('certificate') ?? '');
  if (Number.isInteger(certificate) && certificate > 0) return <Gone no={no} certificate={certificate} />;
  return <Present key={no} no={no} erased={(id) => setParameters({ certificate: String(id) }, { replace: true })} />;
}

/** A member who was erased: only the certificate is left. */
function Gone({ no, certificate }: { no: string; certificate: number }) {
  const { t } = useText();
  return (
    <>
      <PageHead title={t('certificate.head', { no })} note={<BackTo list="/members">{t('members.back')}</BackTo>} />
      <CertificatePanel id={certificate} />
    </>
  );
}

function Present({ no, erased }: { no: string; erased: (certificate: number) => void }) {
  const { t } = useText();
  const { palette } = useLook();
  const found = useMember(no);
  const { data } = found;
  const asOf = useHistory(no, data?.scored === true).data?.asOf;
  return (
    <>
      <PageHead
        title={data === undefined ? t('members.title') : (data.name ?? `#${data.no}`)}
        note={
          <>
            <BackTo list="/members">{t('members.back')}</BackTo>
            {asOf !== undefined && ` · ${t('page.asOf', { day: asOf })}`}
            {data?.identifiers.slice(0, 3).map((it) => <span key={`${it.kind}:${it.key}`}> · <Identifier of={it} /></span>)}
          </>
        }
      >
        {data?.highValue === true && <span className="mark-tag"><RiseOutlined style={{ color: palette.good }} />{t('member.high')}</span>}
        {data?.topSpender === true && <span className="mark-tag"><CrownFilled style={{ color: palette.dimension.consumption }} />{t('member.top')}</span>}
        {data !== undefined && <Rights no={String(data.no)} erased={erased} />}
      </PageHead>
      <Answer of={found}>{(member) => <Portrait member={member} />}</Answer>
    </>
  );
}

function Portrait({ member }: { member: Member }) {
  const { t, format } = useText();
  const analyst = useMay('ANALYST');
  const { rfm } = member;
  const no = String(member.no);
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
      <Row gutter={[16, 16]}>
        <Col xs={24} xl={8}><DimensionsPanel member={member} /></Col>
        <Col xs={24} xl={16}><PastPanel member={member} /></Col>
      </Row>
      <Row gutter={[16, 16]} align="top" className="below">
        <Col xs={24} xl={14}><MemberTimeline member={member} /></Col>
        <Col xs={24} xl={10}>
          <div className="stack">
            <Suspense fallback={<Bone height={120} />}><MemberTags no={no} /></Suspense>
            <Suspense fallback={<Bone height={220} />}><MemberLifetimePanel member={member} /></Suspense>
            <RfmPanel member={member} />
            <CommunitiesPanel no={no} />
            <IdentifiersPanel no={no} />
            <ConsentPanel no={no} />
            <Suspense fallback={<Bone height={160} />}><MemberAudiences no={no} analyst={analyst} /></Suspense>
          </div>
        </Col>
      </Row>
    </>
  );
}
