import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LANGUAGES, sayIn } from '../text/language';
import { CHANNELS, channelInWords } from './channels';

const SERVER = '../server/src/main/java/io/guanxi';
const SAMPLE = '../simulator/src/main/java/io/guanxi/simulator/world/Consent.java';

function quoted(text: string | undefined): string[] {
  return [...(text ?? '').matchAll(/"([a-z_-]+)"/g)].map(([, name = '']) => name);
}

/** What messages are sent on: a class's own name, a constant of it, or the first word of a provider over HTTP. */
function ofServer(): string[] {
  return readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.java'))
    .map((file) => readFileSync(join(SERVER, file), 'utf8'))
    .flatMap((java) => [
      ...(java.includes('implements Channel.') ? quoted(/ (?:return|NAME =) "[a-z_-]+";/.exec(java)?.[0]) : []),
      ...[...java.matchAll(/new HttpProvider\("[a-z_-]+"/g)].flatMap(([call]) => quoted(call)),
    ]);
}

it('every channel that a consent can be of has a word in both languages', () => {
  const server = ofServer();
  const sample = quoted(/CHANNELS = List\.of\([^)]*\)/.exec(readFileSync(SAMPLE, 'utf8'))?.[0]);
  expect(server).toEqual(expect.arrayContaining(['email', 'sms', 'push', 'wecom']));
  expect(sample).toHaveLength(3);
  expect([...server, ...sample].filter((channel) => !CHANNELS.some((it) => it === channel))).toEqual([]);
  for (const language of LANGUAGES) {
    const words = CHANNELS.map((channel) => channelInWords(channel, sayIn(language)));
    expect(new Set(words).size).toBe(CHANNELS.length);
    expect(words.filter((word) => word.includes('_'))).toEqual([]);
  }
});

it("a brand's own channel keeps its name", () => {
  expect(channelInWords('pigeon', sayIn('zh-CN'))).toBe('pigeon');
});
