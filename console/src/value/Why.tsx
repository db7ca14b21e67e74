import { Alert, Drawer, Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { LAYERS, LEVELS, STAGES, type ClassReason, type ExplainedDimension, type ExplainedEvent, type Explanation } from '../api/model';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { EventName } from './EventName';
import { useExplanation } from './members';
import { LayerSign, LevelSign, StageSign } from './signs';

/** Why this score: formula, inputs and the events behind them, with the version of the model. */
export function Why({ no, open, close }: { no: string; open: boolean; close: () => void }) {
  const { t } = useText();
  const explanation = useExplanation(no, open);
  return (
    <Drawer open={open} onClose={close} title={t('why.title')} size={760} destroyOnHidden>
      <Answer of={explanation}>{(data) => <Reasons of={data} />}</Answer>
    </Drawer>
  );
}

function Reasons({ of }: { of: Explanation }) {
  const { t, format } = useText();
  return (
    <div data-testid="explanation" role="group" aria-label={t('why.title')} tabIndex={0}>
      <p className="why-value"><data value={of.value}>{format.score(of.value)}</data> = {of.dimensions.map((it) => format.score(it.weight * it.score)).join(' + ')}</p>
      <p className="quiet">{t('why.model', { version: of.modelVersion, day: of.asOf })}</p>
      {of.changedSince && <Alert type="info" showIcon title={t('why.changed')} />}
      <pre className="formula">{of.formula}</pre>
      {of.dimensions.map((it) => <Part key={it.dimension} of={it} />)}
      <section className="why-part">
        <h3>{t('why.classes')}</h3>
        <dl className="reasons">
          <Reason label={t('member.stage')} of={of.stage} sign={<StageSign of={STAGES.find((it) => it === of.stage?.is) ?? null} />} />
          <Reason label={t('member.layer')} of={of.layer} sign={<LayerSign of={LAYERS.find((it) => it === of.layer?.is) ?? null} />} />
          <Reason label={t('overview.level')} of={of.level} sign={<LevelSign of={LEVELS.find((it) => it === of.level?.is) ?? null} />} />
        </dl>
      </section>
    </div>
  );
}

function Reason({ label, of, sign }: { label: string; of: ClassReason | null; sign: ReactNode }) {
  if (of === null) return null;
  return (
    <>
      <dt>{label} {sign}</dt>
      <dd className="quiet" lang="en">{of.because}</dd>
    </>
  );
}

function Part({ of }: { of: ExplainedDimension }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const columns: TableColumnsType<ExplainedEvent> = [
    { title: t('event.name'), dataIndex: 'event', render: (name: string) => <EventName of={name} /> },
    { title: t('why.times'), dataIndex: 'n', align: 'right', render: format.whole },
    { title: t('why.counted'), dataIndex: 'counted', align: 'right', render: format.whole },
    { title: t('event.amount'), dataIndex: 'amount', align: 'right', render: format.money },
    { title: t('why.halfLife'), dataIndex: 'halfLifeDays', align: 'right', render: (days: number) => t('member.days', { n: days }) },
    { title: t('why.last'), dataIndex: 'last', render: format.day },
    { title: t('why.raw'), dataIndex: 'raw', align: 'right', render: format.score },
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
        : <Table size="small" rowKey="event" columns={columns} dataSource={of.events} pagination={false} scroll={{ x: 'max-content' }} />}
    </section>
  );
}
