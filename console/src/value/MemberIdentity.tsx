import { Switch, Table, type TableColumnsType } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { Consent, HeldIdentifier, MemberCommunity } from '../api/model';
import { Panel } from '../chart/Panel';
import { PeriodTag } from '../community/PeriodTag';
import { Failure, Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { channelInWords, USUAL } from './channels';
import { Identifier } from './Identifier';
import { useConsent, useKnown, useMemberCommunities, useSetConsent } from './members';

/** What the member is known by, where each came from, and which members turned out to be this one. */
export function IdentifiersPanel({ no }: { no: string }) {
  const { t, format } = useText();
  const known = useKnown(no);
  const columns: TableColumnsType<HeldIdentifier> = [
    { title: t('identity.identifier'), key: 'key', render: (_, it) => <Identifier of={it} /> },
    { title: t('identity.source'), dataIndex: 'source' },
    { title: t('identity.since'), dataIndex: 'linkedAt', width: 96, render: format.day },
  ];
  return (
    <Panel title={t('identity.title')} note={known.data === undefined || known.data.merges.length === 0 ? t('identity.note') : t('identity.merged', { n: known.data.merges.length })}>
      <Answer of={known}>
        {({ identifiers }) => (
          <Table size="small" rowKey={(it) => `${it.kind}:${it.key}`} columns={columns} dataSource={identifiers} pagination={false} className="broken" locale={{ emptyText: <Nothing title={t('identity.none')} /> }} />
        )}
      </Answer>
    </Panel>
  );
}

/** Ways in which consent becomes known that are Guanxi's own; any other source is one of the brand's, by its name. */
const OWN_SOURCES = ['api', 'receipt', 'unsubscribe'] as const;

/** On which channels the member may be reached; operators note what they were told. */
export function ConsentPanel({ no }: { no: string }) {
  const { t, format } = useText();
  const operator = useMay('OPERATOR');
  const consent = useConsent(no);
  const set = useSetConsent(no);
  const word = (channel: string) => channelInWords(channel, t);
  const heard = (source: string) => {
    const own = OWN_SOURCES.find((it) => it === source);
    return own === undefined ? source : t(`consent.by.${own}`);
  };
  return (
    <Panel title={t('consent.title')} note={t('consent.note')}>
      <Answer of={consent}>
        {({ items }) => (
          <ul className="consents">
            {rows(items).map(({ channel, said }) => (
              <li key={channel}>
                <span>{word(channel)}<span className="quiet">{said === undefined ? t('consent.never') : t(said.granted ? 'consent.given' : 'consent.taken', { day: format.day(said.since), source: heard(said.source) })}</span></span>
                <Switch size="small" checked={said?.granted ?? false} disabled={!operator} loading={set.isPending && set.variables.channel === channel} aria-label={word(channel)} onChange={(granted) => set.mutate({ channel, granted })} />
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {set.error !== null && <Failure error={set.error} />}
    </Panel>
  );
}

/** The usual channels, spoken of or not, and whatever else was. */
function rows(items: Consent[]): { channel: string; said: Consent | undefined }[] {
  const others = items.map((it) => it.channel).filter((channel) => !USUAL.some((it) => it === channel));
  return [...USUAL, ...others].map((channel) => ({ channel, said: items.find((it) => it.channel === channel) }));
}

export function CommunitiesPanel({ no }: { no: string }) {
  const { t, format } = useText();
  const communities = useMemberCommunities(no);
  const columns: TableColumnsType<MemberCommunity> = [
    { title: t('community.name'), dataIndex: 'name', render: (name: string, it) => <><Link to={`/communities/${encodeURIComponent(it.id)}`}>{name}</Link>{!it.member && <span className="quiet"> {t('member.left')}</span>}</> },
    { title: t('community.period'), key: 'stage', render: (_, it) => <PeriodTag period={it.stage} /> },
    { title: t('community.messages'), dataIndex: 'messages', align: 'right', render: format.whole },
    { title: t('community.content'), dataIndex: 'content', align: 'right', render: format.whole },
    { title: t('overview.orders'), dataIndex: 'orders', align: 'right', render: format.whole },
    { title: t('member.since'), dataIndex: 'since' },
  ];
  return (
    <Panel title={t('member.communities')} note={t('member.communities.note')}>
      <Answer of={communities}>
        {({ items }) => (items.length === 0
          ? <Nothing title={t('member.communities.none')} />
          : <Table size="small" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} />)}
      </Answer>
    </Panel>
  );
}
