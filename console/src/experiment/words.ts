import { useMemo } from 'react';
import type { Drawing } from '../chart/drawing';
import { useLook } from '../shell/look';
import { useWords, type Say, type TextKey } from '../text/language';
import { experiments as experimentsEn } from '../text/en/experiments';
import { formulas as formulasEn } from '../text/en/formulas';
import { experiments as experimentsZh } from '../text/zh/experiments';
import { formulas as formulasZh } from '../text/zh/formulas';

const WORDS = { 'zh-CN': { ...experimentsZh, ...formulasZh }, en: { ...experimentsEn, ...formulasEn } };

export type ExperimentKey = keyof typeof experimentsZh | keyof typeof formulasZh | TextKey;
export type SayExperiment = Say<ExperimentKey>;

/** The words of all pages and of these. */
export function useExperimentText() {
  return useWords(WORDS);
}

/** What these pictures are drawn with. */
export interface ExperimentDrawing extends Omit<Drawing, 't'> {
  t: SayExperiment;
}

export function useDrawing(): ExperimentDrawing {
  const { t, format } = useExperimentText();
  const { palette } = useLook();
  return useMemo(() => ({ t, format, palette }), [t, format, palette]);
}
