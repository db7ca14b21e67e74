import type { TableColumnsType } from 'antd';
import { Link } from 'react-router';
import type { AudienceMember } from '../api/model';
import { LayerSign, LevelSign, StageSign } from '../value/signs';
import { useAudienceText } from './words';

/** What a table of members tells of each, with a way to why a member is in the audience or not. */
export function useMemberColumns(id: number): TableColumnsType<AudienceMember> {
  const { t, format } = useAudienceText();
  return [
    { title: t('aud.member'), key: 'name', render: (_, it) => <Link to={`/members/${it.no}`}>{it.name ?? `#${it.no}`}</Link> },
    { title: t('kind.phone'), key: 'phone', dataIndex: 'phone', render: (phone: string | null) => phone ?? <span className="quiet">—</span> },
    { title: t('member.value'), key: 'value', dataIndex: 'value', align: 'right', render: format.score },
    { title: t('member.stage'), key: 'stage', render: (_, it) => <StageSign of={it.stage} /> },
    { title: t('member.layer'), key: 'layer', render: (_, it) => <LayerSign of={it.layer} /> },
    { title: t('overview.level'), key: 'level', render: (_, it) => <LevelSign of={it.level} /> },
    { title: t('members.channel'), key: 'channel', dataIndex: 'channel', render: (channel: string | null) => channel ?? <span className="quiet">—</span> },
    { title: '', key: 'why', render: (_, it) => <Link to={`/audiences/${id}?tab=why&member=${it.no}`}>{t('aud.whyIn')}</Link> },
  ];
}
