import { Menu } from 'antd';
import { Link, useLocation } from 'react-router';
import { useSession } from '../access/session';
import { useText } from '../text/language';
import { allowed, PLACES, type Place } from './places';

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

/** The entry under which an address stands: the longest that begins it. */
function here(pathname: string): string {
  const paths = PLACES.flatMap((place) => (place.inside ?? [place]).map((it) => it.path));
  return paths.filter((path) => path !== '/' && pathname.startsWith(path)).sort((a, b) => b.length - a.length)[0] ?? '/';
}
