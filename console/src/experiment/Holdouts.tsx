import { Button, DatePicker, InputNumber, Table, type TableColumnsType } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { now } from '../api/now';
import type { HoldoutPeriod } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { Answer, Nothing } from '../shell/states';
import { useExperimentText } from './words';
import { useHoldoutEnd, useHoldoutPlan, useHoldouts } from './experiments';
import './experiment.css';

const QUARTER = 90;
const DAY = 'YYYY-MM-DD';

/** Periods in which few members get nothing at all. */
export function Holdouts({ operator }: { operator: boolean }) {
  const { t, format } = useExperimentText();
  const today = format.day(new Date(now()).toISOString());
  const [percent, setPercent] = useState<number | null>(2);
  const [fromDay, setFrom] = useState(today);
  const [untilDay, setUntil] = useState(() => format.day(new Date(now() + QUARTER * 86_400_000).toISOString()));
  const periods = useHoldouts(true);
  const plan = useHoldoutPlan();
  const end = useHoldoutEnd();
  const columns: TableColumnsType<HoldoutPeriod> = [
    { title: t('holdout.share'), dataIndex: 'share', render: format.share },
    { title: t('holdout.from'), dataIndex: 'fromDay' },
    { title: t('holdout.until'), dataIndex: 'untilDay' },
    { title: '', key: 'end', align: 'right', render: (_, it) => operator && it.untilDay >= today && <Button size="small" loading={end.isPending} onClick={() => end.mutate(it.id)}>{t('holdout.end')}</Button> },
  ];
  return (
    <>
      <p className="quiet">{t('holdout.note')}</p>
      {operator && (
        <div className="holdout-form">
          <InputNumber aria-label={t('holdout.share')} min={0.1} max={20} step={0.5} value={percent} onChange={setPercent} suffix="%" />
          <DatePicker.RangePicker
            aria-label={t('holdout.days')}
            allowClear={false}
            minDate={dayjs(today)}
            value={[dayjs(fromDay), dayjs(untilDay)]}
            onChange={(days) => { setFrom(days?.[0]?.format(DAY) ?? fromDay); setUntil(days?.[1]?.format(DAY) ?? untilDay); }}
          />
          <Button type="primary" disabled={percent === null} loading={plan.isPending} onClick={() => plan.mutate({ share: (percent ?? 2) / 100, fromDay, untilDay })}>{t('holdout.plan')}</Button>
        </div>
      )}
      {plan.isError && <Refusal error={plan.error} />}
      {end.isError && <Refusal error={end.error} />}
      <Answer of={periods}>
        {({ items }) => <Table size="middle" rowKey="id" columns={columns} dataSource={items} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('holdout.none')} /> }} />}
      </Answer>
    </>
  );
}
