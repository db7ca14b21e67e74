import { useMemo } from 'react';
import type { Drawing } from '../chart/drawing';
import { useLook } from '../shell/look';
import { useWords, type Say, type TextKey } from '../text/language';
import { experiments as en } from '../text/en/experiments';
import { experiments as zh } from '../text/zh/experiments';

const WORDS = { 'zh-CN': zh, en };

export type ExperimentKey = keyof typeof zh | TextKey;
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
