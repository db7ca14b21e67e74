import type { Language } from './language';

const LANGUAGE = 'guanxi.language';
const FOLLOWED = 'guanxi.language.of';

/** Who is logged in, and the language their account has. */
export interface Speaker {
  username: string;
  locale: string | null;
}

/** The language of this browser. */
export interface Kept {
  language: Language;
  /** Whose language was taken over last, and which it was; null before anybody's was. */
  of: string | null;
  /** Whether it was chosen at the door, by whoever comes in next. */
  atDoor: boolean;
}

/** The console's language for a language tag. */
export function languageOf(locale: string | null): Language {
  return locale?.toLowerCase().startsWith('en') === true ? 'en' : 'zh-CN';
}

/** The language of the account that is logged in is taken over once; when it changes, or somebody else comes, again. */
export function followed(kept: Kept, speaker: Speaker | null): Kept {
  if (speaker === null) return kept;
  const of = `${languageOf(speaker.locale)} ${speaker.username}`;
  if (kept.of === of) return kept;
  return { language: kept.atDoor ? kept.language : languageOf(speaker.locale), of, atDoor: false };
}

/** As chosen by hand. */
export function chosen(kept: Kept, language: Language, inside: boolean): Kept {
  return { ...kept, language, atDoor: !inside };
}

/** What this browser remembers; Chinese where nothing. */
export function read(): Kept {
  const language = localStorage.getItem(LANGUAGE);
  const of = localStorage.getItem(FOLLOWED);
  return { language: languageOf(language), of, atDoor: language !== null && of === null };
}

export function write({ language, of, atDoor }: Kept) {
  // Nobody chose anything yet: the first account that comes in shall be heard.
  if (of === null && !atDoor) return;
  localStorage.setItem(LANGUAGE, language);
  if (of !== null) localStorage.setItem(FOLLOWED, of);
}
