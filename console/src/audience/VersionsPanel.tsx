import { Timeline } from 'antd';
import type { AudienceVersion } from '../api/model';
import { Answer } from '../shell/states';
import { useVersions } from './calls';
import { difference } from './clauses';
import { sentenceIn, useAudienceText, type Names } from './words';

/** What an audience asked, version by version, with what each changed in the sentence. */
export function VersionsPanel({ id, names }: { id: number; names: Names }) {
  const versions = useVersions(id);
  return (
    <section className="panel">
      <Answer of={versions}>{({ items }) => <Timeline items={items.map((it, i) => ({ key: it.version, content: <Version of={it} before={items[i + 1]} names={names} /> }))} />}</Answer>
    </section>
  );
}

function Version({ of, before, names }: { of: AudienceVersion; before: AudienceVersion | undefined; names: Names }) {
  const { t, format, language } = useAudienceText();
  const now = sentenceIn(of.sentence, language, t, names);
  const clauses = before === undefined ? [{ text: now, is: 'same' as const }] : difference(sentenceIn(before.sentence, language, t, names), now);
  const unchanged = before !== undefined && clauses.every((it) => it.is === 'same');
  return (
    <div>
      <div className="moment-head"><strong>{t('aud.version', { n: of.version })}</strong><span className="quiet">{of.createdBy} · {format.time(of.createdAt)}</span></div>
      {of.note !== '' && <p className="aud-version-note">{of.note}</p>}
      <p className="aud-diff">
        {clauses.map((it, i) => (it.is === 'same' ? <span key={i}>{it.text}</span> : it.is === 'new' ? <ins key={i}>{it.text}</ins> : <del key={i}>{it.text}</del>))}
        {unchanged && <span className="quiet"> {t('aud.version.same')}</span>}
      </p>
    </div>
  );
}
