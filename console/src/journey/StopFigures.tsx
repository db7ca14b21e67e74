import { Tooltip } from 'antd';
import { Link } from 'react-router';
import type { JourneyNode, NodeFigures } from '../api/model';
import { known, WORDS } from '../messaging/words';
import { useWords } from '../text/language';
import { useJourneyText } from './words';

interface Props {
  node: JourneyNode;
  figures: NodeFigures;
  /** The journey whose messages can be looked at; null where it has none yet. */
  journey: number | null;
}

/** How many came to a node, are there, passed and reached the goal, and what became of what it says: reasons on pointing. */
export function StopFigures({ node, figures, journey }: Props) {
  const { t, format } = useJourneyText();
  const { t: tell } = useWords(WORDS);
  const { arrived, waiting, passed, converted, failed, messages } = figures;
  const reasons = (by: Record<string, number>, more?: string) => (
    <ul className="stop-reasons">
      {Object.entries(by).sort(([, a], [, b]) => b - a).map(([reason, n]) => <li key={reason}>{known(tell, 'reason', reason)} {format.whole(n)}</li>)}
      {more !== undefined && <li>{more}</li>}
    </ul>
  );
  const heldOut = figures.outcomes['held-out'] ?? 0;
  const rate = arrived > 0 ? format.share(converted / arrived) : '';
  return (
    <div className="stop-figures nodrag">
      <data value={arrived}>{t('journey.arrived', { n: format.short(arrived) })}</data>
      {waiting > 0 && <data value={waiting} className="stop-waiting">{t('journey.waiting', { n: format.short(waiting) })}</data>}
      {passed > 0 && <data value={passed}>{t('journey.passed', { n: format.short(passed) })}</data>}
      {converted > 0 && <Tooltip title={t('journey.converted.note', { n: format.whole(converted), rate })}><data value={converted} className="stop-converted" tabIndex={0}>{t('journey.converted', { n: format.short(converted), rate })}</data></Tooltip>}
      {heldOut > 0 && <Tooltip title={t('outcome.held-out')}><data value={heldOut} className="stop-suppressed" tabIndex={0}>{t('journey.heldOut', { n: format.short(heldOut) })}</data></Tooltip>}
      {failed > 0 && <data value={failed} className="stop-failed">{t('journey.failed', { n: format.short(failed) })}</data>}
      {messages !== null && (
        <>
          {messages.sent > 0 && <data value={messages.sent}>{t('journey.sent', { n: format.short(messages.sent) })}</data>}
          {messages.suppressed > 0 && <Tooltip title={reasons(messages.suppressedBy)}><data value={messages.suppressed} className="stop-suppressed" tabIndex={0}>{t('journey.suppressed', { n: format.short(messages.suppressed) })}</data></Tooltip>}
          {messages.failed > 0 && <Tooltip title={reasons(messages.failedBy, messages.resent > 0 ? t('journey.resent', { n: format.whole(messages.resent) }) : undefined)}><data value={messages.failed} className="stop-failed" tabIndex={0}>{t('journey.failed', { n: format.short(messages.failed) })}</data></Tooltip>}
          {journey !== null && <Link to={`/messages/outbox?${new URLSearchParams({ originKind: 'journey', originId: String(journey), originNode: node.key }).toString()}`} onClick={(it) => it.stopPropagation()} aria-label={t('journey.messages.of', { node: node.key })}>{t('journey.messages')}</Link>}
        </>
      )}
    </div>
  );
}
