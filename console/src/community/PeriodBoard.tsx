import { Link, useLocation } from 'react-router';
import type { Community, CommunityBoard, Period } from '../api/model';
import { Panel, type Figures } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { useText, type Say } from '../text/language';
import { Below } from './Below';
import { BOARD, useCommunities } from './communities';
import { Tile } from './Tile';

interface Asked {
  sort: string;
  q: string | undefined;
  /** How many there are in all, and the line between them, where known. */
  standing: CommunityBoard | undefined;
}

/** Golden beside silver, with how many there are of each; one of them alone where the list asks for one only. */
export function PeriodBoard({ stage, ...asked }: Asked & { stage: Period | undefined }) {
  const periods: Period[] = stage === undefined ? ['GOLDEN', 'SILVER'] : [stage];
  return <div className="board">{periods.map((period) => <Column key={period} period={period} {...asked} />)}</div>;
}

function Column({ period, sort, q, standing }: Asked & { period: Period }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const { search } = useLocation();
  const communities = useCommunities({ sort, stage: period, q, cursor: undefined }, BOARD);
  const { items = [], next = null } = communities.data ?? {};
  const line = standing?.rule?.value ?? null;
  const all = period === 'GOLDEN' ? standing?.golden : standing?.silver;
  const count = next === null ? format.whole(items.length) : q === undefined && all !== undefined ? format.whole(all) : `${format.whole(items.length)}+`;
  const list = new URLSearchParams(search);
  for (const name of ['view', 'cursor']) list.delete(name);
  list.set('stage', period);
  return (
    <div className="board-column" style={{ borderTopColor: palette.period[period] }}>
      <Panel
        title={communities.data === undefined ? t(`period.${period}`) : t('board.count', { period: t(`period.${period}`), n: count })}
        note={standing === undefined ? '\u00a0' : line === null ? t('board.unscored') : t(`board.${period}`, { line: format.score(line) })}
        figures={figures(items, t)}
      >
        <Answer of={communities}>
          {() => items.length === 0 ? <Nothing title={t('state.nothing')} /> : (
            <>
              <ul className="tiles">{items.map((it) => <li key={it.id}><Card of={it} /></li>)}</ul>
              {next !== null && <p className="further"><Link to={`?${list}`}>{t('board.all')}</Link></p>}
            </>
          )}
        </Answer>
      </Panel>
    </div>
  );
}

function Card({ of }: { of: Community }) {
  const { t, format } = useText();
  return (
    <Tile of={of}>
      <span className="quiet">{t('board.members', { n: format.whole(of.members), share: format.share(of.activeShare) })}</span>
      <span className="tile-line quiet"><span>{t('community.below')}</span><span><Below line={of.belowLine} /></span></span>
    </Tile>
  );
}

function figures(items: Community[], t: Say): Figures {
  return {
    columns: [t('community.name'), t('community.value'), t('community.change'), t('overview.members'), t('community.active')],
    rows: items.map((it) => [it.name, it.value, it.change, it.members, it.activeShare]),
  };
}
