import type { OnboardingFigures } from '../api/model';

export const STEPS = ['added', 'tagged', 'joined', 'talked'] as const;

/** What share of those who were added got to a step; nothing where nobody was added. */
export function rate(figures: OnboardingFigures, step: Exclude<(typeof STEPS)[number], 'added'>): number | null {
  return figures.added === 0 ? null : figures[step] / figures.added;
}
