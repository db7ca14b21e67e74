import { Drawer, Table, type TableColumnsType } from 'antd';
import type { ExplainedDimension, ExplainedEvent, Explanation } from '../api/model';
import { useLook } from '../shell/look';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { useExplanation } from './members';

/** Why this score: formula, inputs and the events behind them, with the version of the model. */
export function Why({ no, open, close }: { no: string; open: boolean; close: () => void }) {
  const { t } = useText();
  const explanation = useExplanation(no, open);
  return (
    <Drawer open={open} onClose={close} title={t('why.title')} size={640} destroyOnHidden>
      <Answer of={explanation}>{(data) => <Reasons of={data} />}</Answer>
    </Drawer>
  );
}

function Reasons({ of }: { of: Explanation }) {
  const { t, format } = useText();
  return (
    <div data-testid="explanation">
      <p className="why-value"><data value={of.value}>{format.score(of.value)}</data> = {of.dimensions.map((it) => format.score(it.weight * it.score)).join(' + ')}</p>
      <p className="quiet">{t('why.model', { version: of.modelVersion, day: of.asOf })}</p>
      <pre className="formula">{of.formula}</pre>
      {of.dimensions.map((it) => <Part key={it.dimension} of={it} />)}
    </div>
  );
}

function Part({ of }: { of: ExplainedDimension }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const columns: TableColumnsType<ExplainedEvent> = [
    { title: t('event.name'), dataIndex: 'event' },
    { title: t('why.times'), dataIndex: 'n', align: 'right', render: format.whole },
    { title: t('event.amount'), dataIndex: 'amount', align: 'right', render: format.money },
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
