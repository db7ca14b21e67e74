import { useMemo, useState, useEffect, type ReactNode } from 'react';
import { formatFor } from './format';
import { learn, SpeechContext, sayIn, wordsOf, type Dictionary, type Language, type Speech } from './language';
import { chosen, followed, read, write, type Speaker } from './speaker';

/** Gives the pages their words and numbers: in the language of who is logged in, until they choose another here. */
export function Speaking({ zone, currency, speaker, children }: { zone: string; currency: string; speaker: Speaker | null; children: ReactNode }) {
  const [kept, setKept] = useState(read);
  // Before anything is drawn in the wrong language.
  const now = followed(kept, speaker);
  if (now !== kept) setKept(now);
  const { language } = now;
  const words = useLearned(language);
  const inside = speaker !== null;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    write(now);
  }, [now]);

  const speech = useMemo<Speech | null>(
    () => words === null || words === undefined ? null : ({
      language,
      t: sayIn(language),
      format: formatFor(language, zone, currency),
      // Its words first, so that nothing blinks; without a connection all stays as it is.
      speak: (next) => void learn(next).then(() => setKept((it) => chosen(it, next, inside)), () => undefined),
    }),
    [language, words, zone, currency, inside],
  );
  if (words === null) return <p className="wordless">文字加载失败，请刷新页面。<br /><span lang="en">The words of this page could not be fetched. Please reload it.</span></p>;
  return speech === null ? null : <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The words of a language; undefined until they are there, null when they cannot be fetched. */
function useLearned(language: Language): Dictionary | null | undefined {
  const [lost, setLost] = useState<Language | null>(null);
  const [, look] = useState<Language | null>(null);
  const words = wordsOf(language);
  const there = words !== undefined;
  useEffect(() => {
    if (!there) learn(language).then(() => look(language), () => setLost(language));
  }, [language, there]);
  return words ?? (lost === language ? null : undefined);
}
