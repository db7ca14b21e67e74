import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sayIn } from '../text/language';
import { words as en } from '../text/en/words';
import { words as zh } from '../text/zh/words';
import { eventInWords } from './EventName';

const CATALOGUE = readFileSync('../server/src/main/resources/event-catalogue.yaml', 'utf8');
const EVENTS = [...CATALOGUE.matchAll(/^- \{event: ([^,]+), zh: ([^,]+),/gm)].map(([, event = '', name = '']) => [event, name] as const);

it('every event of the catalogue, and no other, has the word that the catalogue gives it', () => {
  expect(EVENTS.length).toBe(CATALOGUE.match(/^- /gm)?.length);
  expect(EVENTS.length).toBeGreaterThan(50);
  const worded = Object.entries(zh).flatMap(([key, text]) => (key.startsWith('eventName.') ? [[key.slice('eventName.'.length), text]] : []));
  expect(worded).toEqual(EVENTS);
});

it('an event is said in the language of the page; a brand’s own by the name it gave', () => {
  for (const [event, name] of EVENTS) {
    expect(eventInWords(event, sayIn('zh-CN'))).toBe(name);
    expect(eventInWords(event, sayIn('en'))).toBe(en[`eventName.${event}` as keyof typeof en]);
  }
  expect(eventInWords('Teapot Rented', sayIn('zh-CN'))).toBe('Teapot Rented');
});
