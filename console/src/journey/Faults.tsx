import { Alert } from 'antd';
import type { JourneyFault, JourneyGraph } from '../api/model';
import { fieldOf, nodeOf, sayFault } from './flaws';
import { useJourneyText } from './words';

const SHOWN = 6;

/** What keeps a journey from being published: at which node, in which field, and why; a node opens. */
export function Faults({ faults, graph, choose }: { faults: JourneyFault[]; graph: JourneyGraph; choose: (node: string) => void }) {
  const { t } = useJourneyText();
  return (
    <Alert
      type="warning" showIcon title={t('journey.faults', { n: faults.length })} style={{ marginBottom: 12 }}
      description={(
        <ul className="faults">
          {faults.slice(0, SHOWN).map((fault, i) => <li key={i}><Place fault={fault} node={nodeOf(fault, graph)} choose={choose} />{sayFault(fault, t)}</li>)}
          {faults.length > SHOWN && <li className="quiet">{t('journey.faults.more', { n: faults.length - SHOWN })}</li>}
        </ul>
      )}
    />
  );
}

function Place({ fault, node, choose }: { fault: JourneyFault; node: string | undefined; choose: (node: string) => void }) {
  const { t } = useJourneyText();
  const field = fieldOf(fault, t);
  return (
    <>
      {node !== undefined && <button type="button" className="link" onClick={() => choose(node)}>{node}</button>}
      {node !== undefined && field !== '' && ' · '}
      {field}
      {(node !== undefined || field !== '') && t('journey.fault.is')}
    </>
  );
}
