import { DatePicker, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { Link } from 'react-router';
import { now } from '../api/now';
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
  const quarters = lastQuarters(format.day(new Date(now()).toISOString()));
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
            <Days from={from} until={until} set={set} />
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
function Days({ from, until, set }: { from: string | undefined; until: string | undefined; set: (changes: Record<string, string | undefined>) => void }) {
  const { t } = useExperimentText();
  const day = (at: string | undefined) => (at === undefined ? null : dayjs(at));
  return (
    <DatePicker.RangePicker
      aria-label={t('reports.days')}
      placeholder={[t('holdout.from'), t('holdout.until')]}
      value={[day(from), day(until)]}
      onChange={(days) => set({ from: days?.[0]?.format('YYYY-MM-DD'), until: days?.[1]?.format('YYYY-MM-DD') })}
    />
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
