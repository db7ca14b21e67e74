import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en';
import { audience as audienceEn } from './en/audience';
import { cohorts as cohortsEn } from './en/cohorts';
import { compare as compareEn } from './en/compare';
import { data as dataEn } from './en/data';
import { experiments as experimentsEn } from './en/experiments';
import { filters as filtersEn } from './en/filters';
import { flaws as flawsEn } from './en/flaws';
import { formulas as formulasEn } from './en/formulas';
import { journeys as journeysEn } from './en/journeys';
import { liveCodes as liveCodesEn } from './en/liveCodes';
import { memberList as memberListEn } from './en/memberList';
import { messages as messagesEn } from './en/messages';
import { nodes as nodesEn } from './en/nodes';
import { problems as problemsEn } from './en/problems';
import { reasons as reasonsEn } from './en/reasons';
import { rejects as rejectsEn } from './en/rejects';
import { sandbox as sandboxEn } from './en/sandbox';
import { settings as settingsEn } from './en/settings';
import { periods as periodsEn } from './en/periods';
import { tags as tagsEn } from './en/tags';
import { why as whyEn } from './en/why';
import { workbench as workbenchEn } from './en/workbench';
import { sayIn, type TextKey } from './language';
import { zh } from './zh';
import { audience as audienceZh } from './zh/audience';
import { cohorts as cohortsZh } from './zh/cohorts';
import { compare as compareZh } from './zh/compare';
import { data as dataZh } from './zh/data';
import { experiments as experimentsZh } from './zh/experiments';
import { filters as filtersZh } from './zh/filters';
import { flaws as flawsZh } from './zh/flaws';
import { formulas as formulasZh } from './zh/formulas';
import { journeys as journeysZh } from './zh/journeys';
import { liveCodes as liveCodesZh } from './zh/liveCodes';
import { memberList as memberListZh } from './zh/memberList';
import { messages as messagesZh } from './zh/messages';
import { nodes as nodesZh } from './zh/nodes';
import { problems as problemsZh } from './zh/problems';
import { reasons as reasonsZh } from './zh/reasons';
import { rejects as rejectsZh } from './zh/rejects';
import { sandbox as sandboxZh } from './zh/sandbox';
import { settings as settingsZh } from './zh/settings';
import { periods as periodsZh } from './zh/periods';
import { tags as tagsZh } from './zh/tags';
import { workbench as workbenchZh } from './zh/workbench';
import { why as whyZh } from './zh/why';

/** Those that come with a page group, beside those of the first page. */
const GROUPS = [{ zh: audienceZh, en: audienceEn }, { zh: compareZh, en: compareEn }, { zh: cohortsZh, en: cohortsEn }, { zh: dataZh, en: dataEn }, { zh: tagsZh, en: tagsEn }, { zh: experimentsZh, en: experimentsEn }, { zh: formulasZh, en: formulasEn },
  { zh: journeysZh, en: journeysEn }, { zh: flawsZh, en: flawsEn }, { zh: nodesZh, en: nodesEn }, { zh: workbenchZh, en: workbenchEn }, { zh: sandboxZh, en: sandboxEn },
  { zh: settingsZh, en: settingsEn }, { zh: messagesZh, en: messagesEn }, { zh: liveCodesZh, en: liveCodesEn }, { zh: whyZh, en: whyEn }, { zh: periodsZh, en: periodsEn },
  { zh: filtersZh, en: filtersEn }, { zh: memberListZh, en: memberListEn }, { zh: reasonsZh, en: reasonsEn }, { zh: rejectsZh, en: rejectsEn }, { zh: problemsZh, en: problemsEn }];
const all = { zh: Object.assign({}, zh, ...GROUPS.map((it) => it.zh)) as typeof zh, en: Object.assign({}, en, ...GROUPS.map((it) => it.en)) as typeof en };
const keys = Object.keys(all.zh) as TextKey[];
const placeholders = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();

describe('the dictionaries', () => {
  it('have the same keys, in the same order', () => {
    expect(Object.keys(all.en)).toEqual(keys);
  });

  it('hold every key in one file only', () => {
    const written = sources('src/text/zh', /\.ts$/).flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]));
    expect([...written].sort()).toEqual([...keys].sort());
  });

  it('say something for every key', () => {
    expect(keys.filter((key) => all.zh[key].trim() === '' || all.en[key].trim() === '')).toEqual([]);
  });

  it('fill in the same values', () => {
    expect(keys.filter((key) => placeholders(all.zh[key]).join() !== placeholders(all.en[key]).join())).toEqual([]);
  });

  it('have no Chinese in English', () => {
    expect(keys.filter((key) => /\p{Script=Han}/u.test(all.en[key]))).toEqual([]);
  });

  it('hold no key that no page uses', () => {
    const pages = sources('src', /\.tsx?$/).filter((file) => !/text\/(zh|en)(\/\w+)?\.ts$|\.test\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n');
    // `level.${it.level}` uses every key that begins with `level.`
    const families = [...pages.matchAll(/`([\w.]+\.)\$\{[^}]+\}`/g)].map((match) => match[1] ?? '');
    // `known(t, 'reason', word)` uses those that begin with `reason.`
    families.push(...[...pages.matchAll(/\bknown\(\w+, '([\w.]+)'/g)].map((match) => `${match[1] ?? ''}.`));
    const unused = keys.filter((key) => !pages.includes(`'${key}'`) && !families.some((family) => key.startsWith(family)));
    expect(unused).toEqual([]);
  });
});

it('lets the types find the words that a computed key may lack', () => {
  // A cast would hide that an enum has a value without a word. The codes of flaws come from the server as text and are looked up.
  const cast = sources('src', /\.tsx?$/).filter((file) => !file.endsWith('.test.ts') && /\$\{[^`]*`\s+as (?!const\b)\w*(Key|')|`\s+as '/.test(readFileSync(file, 'utf8')));
  expect(cast).toEqual([join('src', 'journey', 'flaws.ts')]);
});

it('says a word it does not know as it is', () => {
  expect(sayIn('en')('forecast.UNHEARD' as TextKey)).toBe('forecast.UNHEARD');
});

  it('says one of a thing otherwise than many', () => {
    const say = sayIn('en');
    expect([say('overview.top.sentence', { n: '1', money: '¥9' }), say('overview.top.sentence', { n: '21', money: '¥9' })].map((it) => it.slice(0, 11))).toEqual(['1 member sp', '21 members ']);
  });

it('puts values into a text', () => {
  expect(sayIn('en')('work.left', { time: '2 min' })).toBe('about 2 min left');
  expect(sayIn('zh-CN')('work.left', { time: '2 分' })).toBe('约剩 2 分');
});

function sources(folder: string, named: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path, named);
    return named.test(entry.name) ? [path] : [];
  });
}
