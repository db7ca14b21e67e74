import { useMemo } from 'react';
import { useDrawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { Answer, Bone, Nothing } from '../shell/states';
import { useLifeCurve } from './communities';
import { ages, lifeCurve, lifeFigures } from './curves';

const HEIGHT = 320;

/** How lively communities are at each age, all together. */
export function LifePanel() {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const found = useLifeCurve();
  const points = found.data?.points;
  const byAge = useMemo(() => ages(points ?? [], null), [points]);
  const drawn = useMemo(() => lifeCurve(byAge, false, drawing), [byAge, drawing]);
  const error = found.data?.errors.filter((it) => it.measure === 'ACTIVITY').at(-1);
  return (
    <Panel title={t('life.all.title')} note={t('life.all.note')} figures={lifeFigures(byAge, false, drawing)}>
      <Answer of={found} skeleton={<Bone height={HEIGHT} />}>{() => (byAge.length === 0 ? <Nothing title={t('life.none')} /> : <Picture option={drawn} height={HEIGHT} label={t('life.all.title')} />)}</Answer>
      {error !== undefined && <p className="quiet">{t('activity.error', { n: error.ahead, error: format.share(error.meanAbsoluteError), naive: format.share(error.naiveMeanAbsoluteError), communities: error.communities })}</p>}
    </Panel>
  );
}
