import type { Freshness } from '../api/model';
import { Panel } from '../chart/Panel';
import { useText, type TextKey } from '../text/language';

const STEPS: Record<string, TextKey> = { INBOX: 'road.INBOX', LAKE: 'road.LAKE', MART: 'road.MART', SCORE: 'road.SCORE' };
/** Behind by more than this, a step of the road is marked; scoring has its own pace. Seconds. */
const LATE = 60;

/** How far the newest data has come on its way, and how long ago. */
export function Road({ steps }: { steps: Freshness[] }) {
  const { t, format } = useText();
  return (
    <Panel title={t('road.title')} note={t('road.note')}>
      <ol className="road">
        {steps.map((it) => {
          const name = STEPS[it.step];
          const late = it.step !== 'SCORE' && it.lagSeconds > LATE;
          return (
            <li key={it.step} className={late ? 'road-late' : ''}>
              <span>{name === undefined ? it.step : t(name)}</span>
              <span className="quiet">{it.at === null ? t('road.none') : format.time(it.at)}</span>
              <strong>{it.lagSeconds < 1 ? t('road.current') : t('road.behind', { time: format.duration(Math.round(it.lagSeconds)) })}</strong>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
