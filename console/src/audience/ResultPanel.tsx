import { LoadingOutlined, WarningFilled } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { ApiProblem } from '../api/client';
import type { AudienceMember, AudiencePreview } from '../api/model';
import { StageSign } from '../value/signs';
import { useTitle } from './ConditionCard';
import { useEditing } from './editing';
import type { Node } from './form';
import { faultWord, sentenceIn, useAudienceText } from './words';

interface Result {
  preview: AudiencePreview | undefined;
  busy: boolean;
  error: Error | null;
  /** Ends the question that is being answered. */
  stop: () => void;
  /** Asks again what was stopped; undefined where nothing was. */
  again: (() => void) | undefined;
}

/** What the expression finds: how many, the road from all members down to them, some of them, and who would come and go. */
export function ResultPanel({ preview, busy, error, stop, again }: Result) {
  const { t, format, language } = useAudienceText();
  const { fault, names, own } = useEditing();
  const atPart = fault !== null && fault.node !== null;
  return (
    <section className="panel aud-result" aria-label={t('aud.result')} aria-live="polite">
      <div className="panel-head">
        <h2>{t('aud.result')}</h2>
        <div className="panel-tools quiet">{busy ? <><LoadingOutlined aria-label={t('aud.asking')} /><Button className="aud-stop" size="small" onClick={stop}>{t('aud.stop')}</Button></> : again !== undefined ? <Button size="small" onClick={again}>{t('aud.again')}</Button> : preview !== undefined && t('aud.took', { ms: format.whole(Math.round(preview.millis)) })}</div>
      </div>
      {error !== null && !atPart && <Alert type="error" showIcon title={error instanceof ApiProblem ? faultWord(error.code, error.message, t) : error.message} description={error.message} />}
      {error !== null && atPart && <p className="aud-fault"><WarningFilled aria-hidden /> {t('aud.faulty')}</p>}
      {preview !== undefined && (
        <div className={error === null && !busy && again === undefined ? '' : 'aud-stale'}>
          <p className="aud-total">
            <data value={preview.members} data-figure="audience">{format.whole(preview.members)}</data>
            <span className="quiet">{t('aud.ofAll', { n: format.short(preview.everybody), share: format.share(preview.everybody === 0 ? null : preview.members / preview.everybody) })}</span>
          </p>
          <Road preview={preview} />
          <p className="aud-sentence">{sentenceIn(preview.sentence, language, t, names)}</p>
          {own !== undefined && preview.entering !== null && preview.leaving !== null && (
            <div className="aud-moves">
              <h3>{t('aud.ifSaved')}</h3>
              <Moves word={t('aud.entering')} sign="+" n={preview.entering} sample={preview.enteringSample} />
              <Moves word={t('aud.leaving')} sign="−" n={preview.leaving} sample={preview.leavingSample} />
            </div>
          )}
          {preview.sample.length > 0 && (
            <>
              <h3>{t('aud.sample')}</h3>
              <ul className="aud-sample">{preview.sample.map((it) => <li key={it.no}><MemberLink of={it} /><StageSign of={it.stage} /><span className="number">{format.score(it.value)}</span></li>)}</ul>
            </>
          )}
        </div>
      )}
    </section>
  );
}

function Moves({ word, sign, n, sample }: { word: string; sign: string; n: number; sample: AudienceMember[] }) {
  const { format } = useAudienceText();
  return <p><strong>{n === 0 ? 0 : `${sign}${format.whole(n)}`}</strong> {word} {sample.length > 0 && <span className="quiet">{sample.slice(0, 3).map((it, i) => <span key={it.no}>{i > 0 && ' · '}<MemberLink of={it} /></span>)}{n > 3 && ' …'}</span>}</p>;
}

export function MemberLink({ of }: { of: AudienceMember }) {
  return <Link to={`/members/${of.no}`}>{of.name ?? of.phone ?? `#${of.no}`}</Link>;
}

/** From everybody, condition by condition, to the result: a bar for who is left, and who goes at each step. */
function Road({ preview }: { preview: AudiencePreview }) {
  const { t, format } = useAudienceText();
  const { form, compiled, parts } = useEditing();
  const steps = form.root.of.filter((it) => !compiled.unfinished.has(it.id));
  if (steps.length === 0 || preview.everybody === 0) return null;
  const all = form.root.group === 'all';
  const partOf = (node: Node) => parts.get(compiled.places.get(node.id)?.outer ?? '?');
  const lefts = steps.map((node) => partOf(node)?.left ?? partOf(node)?.members ?? 0);
  return (
    <ol className="aud-road" aria-label={t('aud.road')}>
      {all && <Step width={1} was={1} title={t('aud.everybody')} n={format.short(preview.everybody)} note="" />}
      {steps.map((node, i) => {
        const part = partOf(node);
        const before = all ? (i === 0 ? preview.everybody : (lefts[i - 1] ?? 0)) : (part?.members ?? 0);
        const now = lefts[i] ?? 0;
        const lost = before - now;
        const alone = steps.length < 2 ? null : (part?.alone ?? null);
        const adds = alone === null || alone === 0 ? '' : t(all ? 'aud.road.alone' : 'aud.road.adds', { n: format.short(alone) });
        const goes = !all ? '' : lost === 0 ? t('aud.road.none') : `−${format.short(lost)}`;
        const note = [goes, adds].filter((it) => it !== '').join(' · ');
        return <NodeStep key={node.id} node={node} width={now / preview.everybody} was={before / preview.everybody} n={format.short(now)} note={note} />;
      })}
    </ol>
  );
}

function NodeStep({ node, ...rest }: { node: Node; width: number; was: number; n: string; note: string }) {
  return <Step title={useTitle(node)} {...rest} />;
}

function Step({ width, was, title, n, note }: { width: number; was: number; title: string; n: string; note: string }) {
  return (
    <li>
      <span className="aud-step-title" title={title}>{title}</span>
      <span className="aud-step-n">{n}</span>
      <span className="aud-step-bar" aria-hidden><i className="aud-step-was" style={{ width: `${was * 100}%` }} /><i style={{ width: `${width * 100}%` }} /></span>
      {note !== '' && <span className="quiet aud-step-note">{note}</span>}
    </li>
  );
}
