import { Link } from 'react-router';
import type { LevelShare } from '../api/model';
import { Count } from '../shell/page';
import { useText } from '../text/language';
import { LevelSign } from '../value/signs';
import { membersOf } from './pyramid';

/** The pyramid's levels as links, for those who do not point at its bars. */
export function LevelLinks({ levels }: { levels: LevelShare[] }) {
  const { t } = useText();
  return (
    <nav className="level-links" aria-label={t('overview.pyramid.lists')}>
      {levels.map((it) => <Link key={it.level} to={membersOf(it.level)}><LevelSign of={it.level} /> <Count n={it.members} /></Link>)}
    </nav>
  );
}
