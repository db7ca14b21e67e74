import { useText, type Say } from '../text/language';
import { words } from '../text/zh/words';

type Standard = Extract<keyof typeof words, `eventName.${string}`> extends `eventName.${infer E}` ? E : never;

/** The catalogue's own events, by their words; a brand's others are shown under the name it gave them. */
const STANDARD = new Set(Object.keys(words).flatMap((key) => (key.startsWith('eventName.') ? [key.slice('eventName.'.length)] : [])));

/** An event in words; a brand's own keeps the name it gave. */
export function eventInWords(event: string, t: Say): string {
  return STANDARD.has(event) ? t(`eventName.${event as Standard}`) : event;
}

/** An event in words, with its name in the catalogue behind it. */
export function EventName({ of }: { of: string }) {
  const { t } = useText();
  return <span title={of}>{eventInWords(of, t)}</span>;
}
