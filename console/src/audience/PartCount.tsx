import { Tooltip } from 'antd';
import { useEditing } from './editing';
import type { Node } from './form';
import { useAudienceText } from './words';

/** How many a part holds for by itself, of all members, and in an all-group how many are left after it. */
export function PartCount({ node }: { node: Node }) {
  const { compiled, parts, everybody, stale } = useEditing();
  const { t, format } = useAudienceText();
  const place = compiled.places.get(node.id);
  const part = place === undefined ? undefined : parts.get(place.outer);
  if (part === undefined || everybody === null) return <span className="aud-count quiet" aria-hidden>…</span>;
  const width = (n: number) => `${everybody === 0 ? 0 : (n / everybody) * 100}%`;
  return (
    <Tooltip title={<>{t('aud.part.tip', { n: format.whole(part.members), share: format.share(everybody === 0 ? null : part.members / everybody) })}{part.left !== null && <><br />{t('aud.part.left', { n: format.whole(part.left) })}</>}<br />{part.cached ? t('aud.part.cached') : t('aud.part.asked', { ms: format.whole(Math.round(part.millis)) })}</>}>
      <span className={`aud-count${stale ? ' aud-stale' : ''}`}>
        <span className="aud-bar" aria-hidden><i style={{ width: width(part.members) }} /></span>
        <data value={part.members}>{format.short(part.members)}</data>
      </span>
    </Tooltip>
  );
}
