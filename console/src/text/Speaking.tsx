import { useMemo, useState, useEffect, type ReactNode } from 'react';
import { formatFor } from './format';
import { SpeechContext, sayIn, type Speech } from './language';
import { chosen, followed, read, write, type Speaker } from './speaker';

/** Gives the pages their words and numbers: in the language of who is logged in, until they choose another here. */
export function Speaking({ zone, currency, speaker, children }: { zone: string; currency: string; speaker: Speaker | null; children: ReactNode }) {
  const [kept, setKept] = useState(read);
  // Before anything is drawn in the wrong language.
  const now = followed(kept, speaker);
  if (now !== kept) setKept(now);
  const { language } = now;
  const inside = speaker !== null;

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    write(now);
  }, [now]);

  const speech = useMemo<Speech>(
    () => ({
      language,
      t: sayIn(language),
      format: formatFor(language, zone, currency),
      speak: (next) => setKept((it) => chosen(it, next, inside)),
    }),
    [language, zone, currency, inside],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
