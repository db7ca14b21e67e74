import { useMemo } from 'react';
import { useDrawing, type Drawing } from '../chart/drawing';
import { cohorts as cohortsEn } from '../text/en/cohorts';
import { cohorts as cohortsZh } from '../text/zh/cohorts';
import { useWords, type Say, type TextKey } from '../text/language';

const WORDS = { 'zh-CN': cohortsZh, en: cohortsEn };

export type SayCohort = Say<keyof typeof cohortsZh | TextKey>;

/** What a picture of these pages is drawn with. */
export type CohortDrawing = Omit<Drawing, 't'> & { t: SayCohort };

/** The words of all pages and of these. */
export function useCohortText() {
  return useWords(WORDS);
}

export function useCohortDrawing(): CohortDrawing {
  const { t } = useCohortText();
  const drawing = useDrawing();
  return useMemo(() => ({ ...drawing, t }), [drawing, t]);
}
