import { DatabaseOutlined, DashboardOutlined, SettingOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { includes, type Role } from '../access/roles';
import { useSession } from '../access/session';
import { useText, type TextKey } from '../text/language';

interface Place {
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
  { path: '/communities', label: 'nav.communities', icon: <TeamOutlined /> },
  { path: '/data', label: 'nav.data', icon: <DatabaseOutlined />, least: 'ANALYST', inside: [{ path: '/data/imports', label: 'nav.imports' }] },
  {
    path: '/settings', label: 'nav.settings', icon: <SettingOutlined />, least: 'ANALYST',
    inside: [
      { path: '/settings/value-model', label: 'nav.model' },
      { path: '/settings/identity', label: 'nav.identifiers' },
      { path: '/settings/brand', label: 'nav.brand' },
      { path: '/settings/users', label: 'nav.users', least: 'ADMINISTRATOR' },
      { path: '/settings/keys', label: 'nav.keys', least: 'ADMINISTRATOR' },
      { path: '/settings/audit', label: 'nav.audit', least: 'ADMINISTRATOR' },
    ],
  },
];

export function Navigation({ onGo }: { onGo?: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const role = useSession().data?.role;
  const entry = ({ path, label }: Place) => ({ key: path, label: <Link to={path} onClick={onGo}>{t(label)}</Link> });
  return (
    <nav aria-label={t('nav.label')}>
      <Menu
        mode="inline"
        selectedKeys={[here(pathname)]}
        defaultOpenKeys={PLACES.filter((place) => place.inside !== undefined).map((place) => place.path)}
        items={allowed(PLACES, role).map((place) =>
          place.inside === undefined
            ? { ...entry(place), icon: place.icon }
            : { key: place.path, label: t(place.label), icon: place.icon, children: allowed(place.inside, role).map(entry) },
        )}
      />
    </nav>
  );
}

function allowed(places: Place[], role: string | undefined): Place[] {
  return places.filter((place) => place.least === undefined || includes(role, place.least));
}

/** The entry under which an address stands: the longest that begins it. */
function here(pathname: string): string {
  const paths = PLACES.flatMap((place) => (place.inside ?? [place]).map((it) => it.path));
  return paths.filter((path) => path !== '/' && pathname.startsWith(path)).sort((a, b) => b.length - a.length)[0] ?? '/';
}
