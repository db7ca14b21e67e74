import { CarryOutOutlined, DashboardOutlined, DatabaseOutlined, ExperimentOutlined, HourglassOutlined, MessageOutlined, NodeIndexOutlined, RetweetOutlined, SettingOutlined, TagsOutlined, TeamOutlined, UserOutlined, UsergroupAddOutlined } from '@ant-design/icons';
import { includes, type Role } from '../access/roles';
import type { TextKey } from '../text/language';

export interface Place {
  path: string;
  label: TextKey;
  icon?: React.ReactNode;
  inside?: Place[];
  /** Its pages call what lesser roles may not. */
  least?: Role;
}

/** Only places that exist; a module brings its entry when it brings its page. */
export const PLACES: Place[] = [
  { path: '/', label: 'nav.overview', icon: <DashboardOutlined /> },
  { path: '/members', label: 'nav.members', icon: <UserOutlined /> },
  { path: '/audiences', label: 'nav.audiences', icon: <UsergroupAddOutlined />, least: 'ANALYST' },
  { path: '/tags', label: 'nav.tags', icon: <TagsOutlined />, least: 'ANALYST' },
  { path: '/cohorts', label: 'nav.cohorts', icon: <RetweetOutlined />, least: 'ANALYST' },
  { path: '/lifetime', label: 'nav.lifetime', icon: <HourglassOutlined />, least: 'ANALYST' },
  { path: '/communities', label: 'nav.communities', icon: <TeamOutlined /> },
  { path: '/journeys', label: 'nav.journeys', icon: <NodeIndexOutlined />, least: 'ANALYST' },
  { path: '/workbench', label: 'nav.workbench', icon: <CarryOutOutlined /> },
  { path: '/experiments', label: 'nav.experiments', icon: <ExperimentOutlined />, least: 'ANALYST' },
  {
    path: '/messages', label: 'nav.messages', icon: <MessageOutlined />, least: 'ANALYST',
    inside: [
      { path: '/messages/outbox', label: 'nav.outbox' },
      { path: '/messages/templates', label: 'nav.templates' },
      { path: '/messages/contents', label: 'nav.contents' },
      { path: '/messages/live-codes', label: 'nav.liveCodes' },
      { path: '/messages/policy', label: 'nav.policy' },
    ],
  },
  {
    path: '/data', label: 'nav.data', icon: <DatabaseOutlined />, least: 'ANALYST',
    inside: [
      { path: '/data/imports', label: 'nav.imports' },
      { path: '/data/events', label: 'nav.events' },
      { path: '/data/tail', label: 'nav.tail' },
      { path: '/data/quality', label: 'nav.quality' },
    ],
  },
  {
    path: '/settings', label: 'nav.settings', icon: <SettingOutlined />, least: 'ANALYST',
    inside: [
      { path: '/settings/value-model', label: 'nav.model' },
      { path: '/settings/identity', label: 'nav.identifiers' },
      { path: '/settings/brand', label: 'nav.brand' },
      { path: '/settings/users', label: 'nav.users', least: 'ADMINISTRATOR' },
      { path: '/settings/keys', label: 'nav.keys', least: 'ADMINISTRATOR' },
      { path: '/settings/erasures', label: 'nav.erasures', least: 'ADMINISTRATOR' },
      { path: '/settings/audit', label: 'nav.audit', least: 'ADMINISTRATOR' },
    ],
  },
];

/** Those that this role may see. */
export function allowed(places: Place[], role: string | undefined): Place[] {
  return places.filter((place) => place.least === undefined || includes(role, place.least));
}
