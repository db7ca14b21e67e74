import { BarChartOutlined, SettingOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { get } from '../api/client';
import type { PageOf, TaskCard } from '../api/model';
import '../journey/journey.css';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Answer, Nothing } from '../shell/states';
import { useJourneyText } from '../journey/words';
import { OwnFigures } from './GuidesPage';
import { TaskView } from './TaskView';

const SHELVES = ['TODAY', 'SNOOZED', 'DONE', 'ALL'] as const;

/** What a guide has to do now: to whom, why, and what to say. */
export default function WorkbenchPage() {
  const { t } = useJourneyText();
  const { at, set } = useAddress('');
  const operator = useMay('OPERATOR');
  const analyst = useMay('ANALYST');
  const shelf = SHELVES.find((it) => it === at('shelf')) ?? 'TODAY';
  const tasks = useQuery({ queryKey: ['tasks', shelf], queryFn: () => get<PageOf<TaskCard>>('/api/workbench/tasks', { shelf }), refetchInterval: 15_000 });
  return (
    <>
      <PageHead title={t('nav.workbench')} note={t('workbench.question')}>
        {analyst && <Link to="/workbench/guides"><Button icon={<BarChartOutlined />}>{t('guides.title')}</Button></Link>}
        {operator && <Link to="/workbench/workload"><Button icon={<SettingOutlined />}>{t('workload.title')}</Button></Link>}
      </PageHead>
      <OwnFigures />
      <Segmented className="filter" block aria-label={t('nav.workbench')} value={shelf} onChange={(to) => set({ shelf: to === 'TODAY' ? undefined : to })} options={SHELVES.filter((it) => it !== 'ALL' || operator).map((value) => ({ value, label: value === shelf && tasks.data !== undefined ? `${t(`shelf.${value}`)} ${tasks.data.items.length}` : t(`shelf.${value}`) }))} />
      <Answer of={tasks}>
        {({ items }) => (items.length === 0 ? <Nothing title={t(`shelf.none.${shelf}`)} /> : <div className="tasks">{items.map((card) => <TaskView key={card.task.id} card={card} own={shelf === 'DONE'} />)}</div>)}
      </Answer>
    </>
  );
}
