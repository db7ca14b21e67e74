import { useMemo, useState, useEffect, type ReactNode } from 'react';
import { formatFor } from './format';
import { SpeechContext, sayIn, type Language, type Speech } from './language';

const REMEMBERED = 'guanxi.language';

/** Gives the pages their words and numbers: as last chosen here, else Chinese. */
export function Speaking({ zone, currency, children }: { zone: string; currency: string; children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(remembered);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const speech = useMemo<Speech>(
    () => ({
      language,
      t: sayIn(language),
      format: formatFor(language, zone, currency),
      speak: (next) => {
        localStorage.setItem(REMEMBERED, next);
        setLanguage(next);
      },
    }),
    [language, zone, currency],
  );
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

function remembered(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN';
}
