import { DownOutlined, UpOutlined, WarningFilled } from '@ant-design/icons';
import { useEditing } from './editing';
import { LeafFields } from './fields/LeafFields';
import { changed, isGroup, type LeafNode, type Node } from './form';
import { NodeTools } from './NodeTools';
import { PartCount } from './PartCount';
import { faultWord, sentenceIn, useAudienceText } from './words';

/** What a part says, with its negations or without: its sentence where the server has said it, else its kind. */
export function useTitle(node: Node, side: 'outer' | 'inner' = 'outer'): string {
  const { compiled, parts, names } = useEditing();
  const { t, language } = useAudienceText();
  const place = compiled.places.get(node.id);
  const part = place === undefined || compiled.unfinished.has(node.id) ? undefined : parts.get(place[side]);
  if (part !== undefined) return sentenceIn(part.sentence, language, t, names);
  return isGroup(node) ? t(`group.${node.group}`) : t(`leaf.${node.leaf.kind}`);
}

/** A condition: its sentence and how many it holds for; opened, its fields. */
export function ConditionCard({ node, taken }: { node: LeafNode; taken: boolean }) {
  const { form, set, compiled, fault, open, setOpen, own, stale } = useEditing();
  const { t } = useAudienceText();
  const title = useTitle(node, 'inner');
  const opened = open === node.id;
  const unfinished = compiled.unfinished.has(node.id);
  const wrong = fault?.node === node.id ? fault : null;
  return (
    <article className={`aud-card${taken ? ' aud-taken' : ''}${wrong === null ? '' : ' aud-wrong'}${opened ? ' aud-open' : ''}`} data-testid="condition" data-kind={node.leaf.kind}>
      <div className="aud-head">
        <NodeTools node={node} />
        {node.nots % 2 === 1 && <span className="aud-not">{t('aud.not')}</span>}
        <button type="button" className="aud-title" aria-expanded={opened} onClick={() => setOpen(opened ? null : node.id)}>
          <span className={stale ? 'aud-stale' : ''}>{title}</span>
          {opened ? <UpOutlined aria-hidden /> : <DownOutlined aria-hidden />}
        </button>
        {unfinished ? <span className="aud-unfinished"><WarningFilled aria-hidden /> {t('aud.unfinished')}</span> : <PartCount node={node} />}
      </div>
      {opened && <div className="aud-fields"><LeafFields of={node.leaf} own={own} change={(leaf) => set(changed(form, node.id, (it) => (isGroup(it) ? it : { ...it, leaf })))} /></div>}
      {wrong !== null && (
        <p className="aud-fault" role="alert">
          <WarningFilled aria-hidden /> {faultWord(wrong.code, wrong.message, t)} {wrong.field !== '' && <code className="code">{wrong.field}</code>} <span className="quiet">{wrong.message}</span>
        </p>
      )}
    </article>
  );
}
