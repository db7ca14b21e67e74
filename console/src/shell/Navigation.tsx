import { DatabaseOutlined, DashboardOutlined, TeamOutlined, UserOutlined } from '@ant-design/icons';
import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useMay } from '../access/roles';
import { useText, type TextKey } from '../text/language';

interface Place {
  path: string;
  label: TextKey;
  icon: React.ReactNode;
  inside?: { path: string; label: TextKey }[];
  /** Its pages call what guides may not. */
  least?: 'ANALYST';
}

/** Only places that exist; a module brings its entry when it brings its page. */
const PLACES: Place[] = [
  { path: '/', label: 'nav.overview', icon: <DashboardOutlined /> },
  { path: '/members', label: 'nav.members', icon: <UserOutlined /> },
  { path: '/communities', label: 'nav.communities', icon: <TeamOutlined /> },
  { path: '/data', label: 'nav.data', icon: <DatabaseOutlined />, least: 'ANALYST', inside: [{ path: '/data/imports', label: 'nav.imports' }] },
];

export function Navigation({ onGo }: { onGo?: () => void }) {
  const { t } = useText();
  const { pathname } = useLocation();
  const analyst = useMay('ANALYST');
  const entry = (path: string, label: TextKey) => ({ key: path, label: <Link to={path} onClick={onGo}>{t(label)}</Link> });
  return (
    <nav aria-label={t('nav.label')}>
      <Menu
        mode="inline"
        selectedKeys={[here(pathname)]}
        defaultOpenKeys={PLACES.filter((place) => place.inside !== undefined).map((place) => place.path)}
        items={PLACES.filter((place) => place.least === undefined || analyst).map((place) =>
          place.inside === undefined
            ? { ...entry(place.path, place.label), icon: place.icon }
            : { key: place.path, label: t(place.label), icon: place.icon, children: place.inside.map((it) => entry(it.path, it.label)) },
        )}
      />
    </nav>
  );
}

/** The entry under which an address stands: the longest that begins it. */
function here(pathname: string): string {
  const paths = PLACES.flatMap((place) => (place.inside ?? [place]).map((it) => it.path));
  return paths.filter((path) => path !== '/' && pathname.startsWith(path)).sort((a, b) => b.length - a.length)[0] ?? '/';
}
