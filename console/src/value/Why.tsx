import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { LAYERS, LEVELS, STAGES, type ClassReason, type ExplainedDimension, type ExplainedEvent, type Explanation, type Stage } from '../api/model';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { eventInWords, EventName } from './EventName';
import { useExplanation } from './members';
import { WhyEvents } from './WhyEvents';
import { WhyRfm } from './WhyRfm';
import { points, useWhy } from './whyWords';
import { reasonInWords, useReasonText } from './reasons';
import { LayerSign, LevelSign, StageSign } from './signs';

/** Why this score: formula, inputs and the events behind them, with the version of the model. */
export function Why({ no, open, close }: { no: string; open: boolean; close: () => void }) {
  const { t } = useText();
  const explanation = useExplanation(no, open);
  return (
    <Drawer open={open} onClose={close} title={t('why.title')} size={900} destroyOnHidden>
      <Answer of={explanation}>{(data) => <Reasons no={no} of={data} />}</Answer>
    </Drawer>
  );
}

function Reasons({ no, of }: { no: string; of: Explanation }) {
  const { t, format } = useReasonText();
  return (
    <div data-testid="explanation" role="group" aria-label={t('why.title')} tabIndex={0}>
      <p className="why-value"><data value={of.value}>{format.score(of.value)}</data> = {of.dimensions.map((it) => format.score(it.weight * it.score)).join(' + ')}</p>
      <p className="quiet">{t('why.model', { version: of.modelVersion, day: of.asOf })}</p>
      {of.changedSince && <Alert type="info" showIcon title={t('why.changed')} />}
      <pre className="formula">{of.formula}</pre>
      {of.dimensions.map((it) => <Part key={it.dimension} no={no} of={it} />)}
      <WhyRfm of={of.rfm} />
      <section className="why-part">
        <h3>{t('why.classes')}</h3>
        <dl className="reasons">
          <Reason label={t('member.stage')} of={of.stage} sign={<StageSign of={STAGES.find((it) => it === of.stage?.is) ?? null} />} />
          <Strategy of={STAGES.find((it) => it === of.stage?.is) ?? null} />
          <Reason label={t('member.layer')} of={of.layer} sign={<LayerSign of={LAYERS.find((it) => it === of.layer?.is) ?? null} />} />
          <Reason label={t('overview.level')} of={of.level} sign={<LevelSign of={LEVELS.find((it) => it === of.level?.is) ?? null} />} />
          <Reason label={t('reason.top-spender')} of={of.topSpender} sign={<strong>{t(of.topSpender?.is === 'TOP_SPENDER' ? 'reason.top-spender.yes' : 'reason.top-spender.no')}</strong>} />
        </dl>
      </section>
    </div>
  );
}

/** What to do for members of a stage, and who they are. */
function Strategy({ of }: { of: Stage | null }) {
  const { t } = useWhy();
  return of === null ? null : <dd data-testid="strategy">{t(`why.strategy.${of}`)} <Link to={`/members?stage=${of}`}>{t('why.strategy.members')}</Link></dd>;
}

function Reason({ label, of, sign }: { label: string; of: ClassReason | null; sign: ReactNode }) {
  const { t, format } = useReasonText();
  if (of === null) return null;
  const said = reasonInWords(of, t, format);
  return (
    <>
      <dt>{label} {sign}</dt>
      {said === null ? <dd className="quiet" lang="en">{of.because}</dd> : <dd className="quiet">{said.map((it) => <div key={it}>{it}</div>)}</dd>}
    </>
  );
}

function Part({ no, of }: { no: string; of: ExplainedDimension }) {
  const { t, format } = useWhy();
  const [parameters] = useSearchParams();
  const onDay = (day: string) => {
    const next = new URLSearchParams(parameters);
    for (const name of ['why', 'kind', 'event', 'mark']) next.delete(name);
    next.set('day', day);
    return `?${next}`;
  };
  const { palette } = useLook();
  const columns: TableColumnsType<ExplainedEvent> = [
    { title: t('event.name'), dataIndex: 'event', render: (name: string) => <EventName of={name} /> },
    { title: t('why.times'), dataIndex: 'n', align: 'right', render: format.whole },
    { title: t('why.counted'), dataIndex: 'counted', align: 'right', render: format.whole },
    { title: t('event.amount'), dataIndex: 'amount', align: 'right', render: format.money },
    { title: t('why.weightOf'), key: 'weight', align: 'right', render: (_, it) => (it.weightPerAmount === 0 ? points(it.weight) : `${points(it.weight)} + ${points(it.weightPerAmount)} × ${t('event.amount')}`) },
    { title: t('why.cap'), dataIndex: 'dailyCap', align: 'right', render: (cap: number | null) => cap ?? t('why.cap.none') },
    { title: t('why.halfLife'), dataIndex: 'halfLifeDays', align: 'right', render: (days: number) => t('member.days', { n: days }) },
    { title: t('why.last'), dataIndex: 'last', render: format.day },
    { title: t('why.raw'), dataIndex: 'raw', align: 'right', render: (raw: number) => <data value={raw} title={String(raw)}>{points(raw)}</data> },
    { title: t('why.share'), dataIndex: 'share', align: 'right', render: format.share },
  ];
  return (
    <section className="why-part" style={{ borderLeftColor: palette.dimension[of.dimension] }}>
      <h3>
        {t(`dimension.${of.dimension}`)} <strong>{format.score(of.score)}</strong>
        <span className="quiet"> {t('why.weight', { weight: format.share(of.weight) })}</span>
      </h3>
      <pre className="formula">{of.formula}</pre>
      {of.events.length === 0
        ? <Nothing title={t('why.nothing')} />
        : (
          <Table
            size="small"
            rowKey="event"
            columns={columns}
            dataSource={of.events}
            pagination={false}
            scroll={{ x: 'max-content' }}
            expandable={{
              expandedRowRender: (it) => <WhyEvents no={no} of={it} />,
              expandIcon: ({ expanded, onExpand, record }) => (
                <Button
                  type="text"
                  size="small"
                  icon={expanded ? <DownOutlined /> : <RightOutlined />}
                  aria-expanded={expanded}
                  aria-label={`${eventInWords(record.event, t)}: ${expanded ? t('why.single.close') : t('why.single')}`}
                  onClick={(event) => onExpand(record, event)}
                />
              ),
            }}
          />
        )}
      {of.days.length > 0 && (
        <ul className="why-days" aria-label={t('why.days')}>
          <li className="quiet">{t('why.days')}</li>
          {of.days.map(({ day, raw }) => <li key={day}><Link to={onDay(day)}>{day}</Link> {points(raw)}</li>)}
        </ul>
      )}
    </section>
  );
}
