import type { JourneyGraph, JourneyNode, NodeFigures } from '../api/model';
import { AddButton } from './AddButton';
import { useJourneyText } from './words';
import { given, stops, waysOf, type Stop } from './graph';
import { useChoices } from './journeys';
import { sayEntry, sayNode, sayOutcome } from './say';
import { StopFigures } from './StopFigures';

interface Props {
  graph: JourneyGraph;
  figures: Map<string, NodeFigures>;
  journey: number | null;
  faulty: Set<string>;
  chosen: string | null;
  choose: (key: string) => void;
  add?: ((after: string | null, kind: JourneyNode['kind']) => void) | undefined;
  openEntry: () => void;
}

/** The journey by days since entry: the spine runs through them, what stands beside it hangs below. */
export function Spine({ graph, figures, journey, faulty, chosen, choose, add, openEntry }: Props) {
  const { t } = useJourneyText();
  const choices = useChoices();
  const all = stops(graph);
  const days = [...new Set(all.map((stop) => stop.day))].sort((a, b) => a - b);
  if (!days.includes(0)) days.unshift(0);
  const card = (stop: Stop) => (
    <Card key={stop.node.key} stop={stop} figures={figures.get(stop.node.key)} journey={journey} wrong={faulty.has(stop.node.key)} chosen={chosen === stop.node.key} choose={choose} add={add} words={sayNode(stop.node, t, choices)} />
  );
  return (
    <div className="spine" role="list" aria-label={t('journey.view.spine')} tabIndex={0}>
      {days.map((day) => (
        <section key={day} className="spine-day" role="listitem" aria-label={`T+${day}`}>
          <div className="spine-above">
            {day === 0 && (
              <button type="button" className="stop stop-entry" onClick={openEntry}>
                <span className="stop-kind">{t('journey.entry')}</span>
                <span className="stop-words">{sayEntry(graph.entry, t, choices)}</span>
              </button>
            )}
            {day === 0 && add !== undefined && graph.nodes.length === 0 && <AddButton add={(kind) => add(null, kind)} label={t('journey.add.first')} />}
            {all.filter((stop) => stop.day === day && stop.main).map(card)}
          </div>
          <div className="spine-axis"><span>T+{day}</span></div>
          <div className="spine-below">{all.filter((stop) => stop.day === day && !stop.main).map(card)}</div>
        </section>
      ))}
    </div>
  );
}

function Card({ stop, figures, journey, wrong, chosen, choose, add, words }: { stop: Stop; figures: NodeFigures | undefined; journey: number | null; wrong: boolean; chosen: boolean; choose: (key: string) => void; add: Props['add']; words: string }) {
  const { t, format } = useJourneyText();
  const { node } = stop;
  const ways = waysOf(node);
  return (
    <div className={`stop stop-${node.kind}${chosen ? ' stop-chosen' : ''}${wrong ? ' stop-wrong' : ''}`} data-node={node.key}>
      <button type="button" className="stop-open" onClick={() => choose(node.key)}>
        <span className="stop-kind">{t(`node.${node.kind}`)}</span>
        <span className="stop-name">{node.key}</span>
        {words !== '' && <span className="stop-words">{words}</span>}
      </button>
      {figures !== undefined && <StopFigures node={node} figures={figures} journey={journey} />}
      {ways.length > 0 && (
        <ul className="stop-ways">
          {ways.map((way) => (
            <li key={way.outcome}>
              {ways.length > 1 && <span className="quiet">{way.label ?? sayOutcome(way.outcome, t)}</span>}
              <span aria-hidden>→</span>
              {!given(way.next) ? <span className="quiet">{t('journey.end')}</span> : <button type="button" className="link" onClick={() => choose(String(way.next))}>{way.next}</button>}
              {figures?.outcomes[way.outcome] !== undefined && <span className="quiet">{format.short(figures.outcomes[way.outcome] ?? 0)}</span>}
            </li>
          ))}
        </ul>
      )}
      {add !== undefined && node.kind !== 'exit' && <AddButton add={(kind) => add(node.key, kind)} label={t('journey.add.after', { node: node.key })} />}
    </div>
  );
}
