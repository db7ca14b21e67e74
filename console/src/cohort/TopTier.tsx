import { useMemo } from 'react';
import type { TopSpenderMonth } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { Answer, Bone, Nothing } from '../shell/states';
import { useTopSpenders } from './cohorts';
import { topTier, topTierFigures } from './topTier';
import { useCohortDrawing } from './words';

const NONE: TopSpenderMonth[] = [];

/** How few bring how much, and how many of them are among the few again a month later. */
export function TopTier() {
  const drawing = useCohortDrawing();
  const { t } = drawing;
  const months = useTopSpenders();
  const all = months.data?.items ?? NONE;
  const drawn = useMemo(() => topTier(all, drawing), [all, drawing]);
  return (
    <Panel title={t('tier.title')} note={t('tier.note')} figures={all.length === 0 ? { columns: [], rows: [] } : topTierFigures(all, drawing)}>
      <Answer of={months} skeleton={<Bone height={260} />}>
        {({ items }) => (items.length === 0 ? <Nothing title={t('gap.none')} /> : <Picture option={drawn} height={260} label={t('tier.title')} />)}
      </Answer>
    </Panel>
  );
}
