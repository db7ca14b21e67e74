import { Input, Segmented, Select } from 'antd';
import { Link } from 'react-router';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { LayerView } from './LayerView';
import { ProgrammeView } from './ProgrammeView';
import { TouchpointView } from './TouchpointView';
import { useExperimentText } from './words';
import './experiment.css';

const VIEWS = ['programme', 'layers', 'touchpoints'] as const;
const QUARTERS = 8;

/** What all that is done brings together: over a quarter, by layer, by channel. */
export default function ReportsPage() {
  const { t, format } = useExperimentText();
  const { at, set } = useAddress('');
  const view = VIEWS.find((it) => it === at('view')) ?? 'programme';
  const today = format.day(new Date().toISOString());
  const quarters = lastQuarters(today);
  const quarter = quarters.find((it) => it === at('quarter')) ?? quarters[0] ?? '';
  const from = at('from');
  const until = at('until');
  const days = from !== undefined && until !== undefined ? { from, until } : {};
  return (
    <>
      <PageHead title={t('reports.title')} note={<Link to="/experiments">{t('experiments.back')}</Link>} />
      <div className="stack">
        <div className="report-choice">
          <Segmented value={view} aria-label={t('experiments.view')} onChange={(to) => set({ view: to === 'programme' ? undefined : to })} options={VIEWS.map((value) => ({ value, label: t(`reports.view.${value}`) }))} />
          {view === 'programme' ? (
            <Select style={{ width: 130 }} value={quarter} aria-label={t('reports.quarter')} onChange={(to) => set({ quarter: to })} options={quarters.map((value) => ({ value, label: value.replace('-', ' ') }))} />
          ) : (
            <Days key={`${from ?? ''} ${until ?? ''}`} from={from} until={until} today={today} set={set} />
          )}
        </div>
        {view === 'programme' && <ProgrammeView quarter={quarter} />}
        {view === 'layers' && <LayerView days={days} />}
        {view === 'touchpoints' && <TouchpointView days={days} />}
      </div>
    </>
  );
}

/** Both days or neither: without them the server takes the last holdout's. */
function Days({ from, until, today, set }: { from: string | undefined; until: string | undefined; today: string; set: (changes: Record<string, string | undefined>) => void }) {
  const { t } = useExperimentText();
  const change = (first: string | undefined, last: string | undefined) => {
    if ((first ?? '') !== '' && (last ?? '') !== '') set({ from: first, until: last });
    else if ((first ?? '') === '' && (last ?? '') === '') set({ from: undefined, until: undefined });
  };
  return (
    <span className="report-days">
      <Input style={{ width: 150 }} type="date" aria-label={t('holdout.from')} defaultValue={from} max={until ?? today} onChange={({ target }) => change(target.value, until ?? today)} />
      <Input style={{ width: 150 }} type="date" aria-label={t('holdout.until')} defaultValue={until} min={from} onChange={({ target }) => change(from, target.value)} />
    </span>
  );
}

function lastQuarters(today: string): string[] {
  const year = Number(today.slice(0, 4));
  const number = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return Array.from({ length: QUARTERS }, (_, back) => {
    const at = year * 4 + number - back;
    return `${Math.floor(at / 4)}-Q${(at % 4) + 1}`;
  });
}
