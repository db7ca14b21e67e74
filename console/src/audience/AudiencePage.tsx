import { BlockOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Alert, App, Button, Popconfirm, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useMay } from '../access/roles';
import { ApiProblem } from '../api/client';
import type { Audience } from '../api/model';
import { useAddress } from '../shell/address';
import { Figure, PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { useAudience, useDaily, useDelete } from './calls';
import { ChangesPanel } from './ChangesPanel';
import { ExportButton } from './ExportButton';
import { MembersTable } from './MembersTable';
import { useNames } from './names';
import { OwnerField } from './OwnerField';
import { ProfilePanel } from './ProfilePanel';
import { VersionsPanel } from './VersionsPanel';
import { WhyPanel } from './WhyPanel';
import { inOneLanguage } from '../text/language';
import { faultWord, nameOf, sentenceIn, useAudienceText } from './words';
import './audience.css';

const KeptBack = lazy(() => import('../experiment/KeptBack'));
const PLACES: Record<string, string> = { audience: '/audiences', tag: '/tags', journey: '/journeys', experiment: '/experiments' };
const TABS = ['members', 'changes', 'profile', 'why', 'versions'] as const;

export default function AudiencePage() {
  const { id = '' } = useParams();
  const found = useAudience(Number(id));
  const { t, language } = useAudienceText();
  return (
    <>
      <PageHead title={found.data === undefined ? t('aud.title') : nameOf(found.data, language)} note={<Note of={found.data} />}>
        {found.data !== undefined && <Actions of={found.data} />}
      </PageHead>
      <Answer of={found}>{(audience) => <Portrait key={audience.id} of={audience} />}</Answer>
    </>
  );
}

function Note({ of }: { of: Audience | undefined }) {
  const { t, language } = useAudienceText();
  const words = of === undefined ? [] : [of.folder, of.note].filter((it) => it !== '').map((it) => (of.ready === null ? it : inOneLanguage(it, language)));
  return <><Link to="/audiences">{t('aud.back')}</Link>{words.map((it) => ` · ${it}`).join('')}</>;
}

function Actions({ of }: { of: Audience }) {
  const { t, language } = useAudienceText();
  const { message } = App.useApp();
  const operator = useMay('OPERATOR');
  const navigate = useNavigate();
  const forget = useDelete();
  const remove = () => forget.mutate(of.id, {
    onSuccess: () => void navigate('/audiences'),
    onError: (error) => void message.error(error instanceof ApiProblem ? faultWord(error.code, error.message, t) : error.message),
  });
  return (
    <>
      <Suspense fallback={null}><KeptBack kind="AUDIENCE" number={of.id} /></Suspense>
      <Link to={`/audiences/overlap?ids=${of.id}`}><Button icon={<BlockOutlined />}>{t('aud.overlap')}</Button></Link>
      <ExportButton of={of} />
      {operator && (
        <>
          <Popconfirm title={t('aud.delete.sure', { name: nameOf(of, language) })} description={of.usedBy.length > 0 ? t('aud.delete.used', { n: of.usedBy.length }) : t('aud.delete.help')} onConfirm={remove} okText={t('aud.delete')} cancelText={t('work.cancel')} okButtonProps={{ danger: true, disabled: of.usedBy.length > 0 }}>
            <Button icon={<DeleteOutlined />} aria-label={t('aud.delete')} />
          </Popconfirm>
          <Link to={`/audiences/${of.id}/edit`}><Button type="primary" icon={<EditOutlined />} data-testid="edit-audience">{t('aud.change')}</Button></Link>
        </>
      )}
    </>
  );
}

function Portrait({ of }: { of: Audience }) {
  const { t, format, language } = useAudienceText();
  const { at, set } = useAddress('');
  const daily = useDaily(of.id);
  const names = useNames();
  const tab = TABS.find((it) => it === at('tab')) ?? 'members';
  const came = daily.data?.items.at(-1) ?? null;
  return (
    <>
      {of.problem !== null && <Alert className="aud-problem" type="warning" showIcon title={t('aud.problem')} description={of.problem} />}
      <div className="figures figures-four">
        <Figure name="members" label={t('aud.size')} exact={of.members} shown={format.whole(of.members)} note={t('aud.asOf', { time: format.time(of.refreshedAt) })} />
        <Figure name="entered" label={t('aud.entered.last')} exact={came?.entered} shown={came === null ? '0' : format.whole(came.entered)} note={came === null ? t('aud.changes.none') : came.day} />
        <Figure name="left" label={t('aud.left.last')} exact={came?.left} shown={came === null ? '0' : format.whole(came.left)} note={came === null ? t('aud.changes.none') : came.day} />
        <Figure name="uses" label={t('aud.uses')} exact={of.usedBy.length} shown={String(of.usedBy.length)} note={of.usedBy.length === 0 ? t('aud.uses.none') : of.usedBy.map((use, i) => <span key={`${use.kind} ${use.id}`}>{i > 0 && '、'}<Link to={`${PLACES[use.kind] ?? '/audiences'}/${use.id}`}>{inOneLanguage(use.name, language)}</Link></span>)} />
      </div>
      <section className="panel aud-says" aria-label={t('aud.says')}>
        <p>{sentenceIn(of.sentence, language, t, names)}</p>
        <span className="quiet">{t('aud.version', { n: of.version })} · {t('aud.owner')} <OwnerField of={of} /> · {format.time(of.changedAt)}</span>
      </section>
      <Tabs
        activeKey={tab} onChange={(to) => set({ tab: to === 'members' ? undefined : to })} destroyOnHidden
        items={[
          { key: 'members', label: t('aud.tab.members'), children: <MembersTable id={of.id} /> },
          { key: 'changes', label: t('aud.tab.changes'), children: <ChangesPanel id={of.id} /> },
          { key: 'profile', label: t('aud.tab.profile'), children: <ProfilePanel of={of} /> },
          { key: 'why', label: t('aud.tab.why'), children: <WhyPanel id={of.id} names={names} /> },
          { key: 'versions', label: t('aud.tab.versions'), children: <VersionsPanel id={of.id} names={names} /> },
        ]}
      />
    </>
  );
}
