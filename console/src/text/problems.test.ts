import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../settings/words';
import { fetchProblemWords, problemInWords } from './problems';
import { problems as en } from './en/problems';
import { problems as zh } from './zh/problems';

const SERVER = '../server/src/main/java/io/guanxi';
/** Groups of codes that somebody at the console can meet; what only programs meet (receipts, callbacks) stays with the server; of tracking calls those refused are shown. */
const COVERED = ['access', 'session', 'user', 'key', 'brand', 'request', 'database', 'disk', 'member', 'members', 'member-view', 'erasure', 'consent', 'run', 'value-model', 'lifetime', 'lifetime-fit',
  'import', 'event', 'audience', 'community', 'identifier-rule', 'tag', 'journey', 'message', 'template', 'content', 'channel', 'block', 'reach-policy', 'experiment', 'holdout', 'sandbox', 'wecom', 'onboarding', 'live-code', 'workbench'];
/** In those groups, but no refusals of something asked for here: a setting of Java, what WeCom's callback is told. */
const NO_PROBLEMS = new Set(['user.home', 'wecom.signature']);
/** Made from the HTTP status (ProblemHandler) or by the console itself. */
const OTHERS = ['request.bad-request', 'request.not-found', 'request.method-not-allowed', 'request.payload-too-large', 'request.content-too-large', 'request.unsupported-media-type', 'internal', 'console.unreachable'];

const source = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.java')).map((file) => readFileSync(join(SERVER, file), 'utf8')).join('\n');
const literals = new Set([...source.matchAll(/"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g)].map(([, code = '']) => code));
/** Some words are both: what was done, and why it cannot be. */
const thrown = new Set([...source.matchAll(/(?:badRequest|notFound|conflict|new Problem|refusal)\(\s*(?:HttpStatus\.\w+,\s*)?"([a-z]+(?:-[a-z]+)*\.[a-z]+(?:-[a-z]+)*)"/g)].map(([, code = '']) => code));
const codes = [...literals].filter((code) => COVERED.includes(code.slice(0, code.indexOf('.'))) && !NO_PROBLEMS.has(code) && (thrown.has(code) || !ACTIONS.some((it) => it === code)));
const worded = Object.keys(zh).map((key) => key.slice('problem.'.length));

describe('what the server refuses', () => {
  it('has words for every code that the console can meet', () => {
    expect(codes.length).toBeGreaterThan(180);
    expect(codes.filter((code) => !worded.includes(code)).sort()).toEqual([]);
  });

  it('has no words for a code that the server does not have', () => {
    expect(worded.filter((code) => !codes.includes(code) && !OTHERS.includes(code))).toEqual([]);
  });

  it('is said in the language of the page once its words have come', async () => {
    expect(problemInWords('tag.archived', 'en')).toBeNull();
    await fetchProblemWords();
    expect([problemInWords('tag.archived', 'zh-CN'), problemInWords('tag.archived', 'en'), problemInWords('tag.no-such-code', 'en')]).toEqual([zh['problem.tag.archived'], en['problem.tag.archived'], null]);
  });
});
