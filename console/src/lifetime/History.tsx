import { Button, Table, Tag, Tooltip, type TableColumnsType } from 'antd';
import type { LifetimeFit, LifetimeTrial } from '../api/model';
import { Panel } from '../chart/Panel';
import { StateTag } from '../collect/StateTag';
import { useAddress } from '../shell/address';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { useFits } from './lifetime';
import { codeWord, useLifetimeText } from './words';

/** The fit whose quality is shown, kept in the address: one of the past, or the one in force. */
export function useChosen(inForce: LifetimeFit | null): { chosen: LifetimeFit | null; choose: (id: number | null) => void } {
  const { at, set } = useAddress('');
  const fits = useFits();
  const chosen = fits.data?.items.find((it) => String(it.id) === at('fit') && it.found !== null) ?? inForce;
  return { chosen, choose: (id) => set({ fit: id === null ? undefined : String(id) }) };
}

/** The errors of the model a fit took into use. */
function usedTrial(fit: LifetimeFit): LifetimeTrial | undefined {
  return fit.found?.trials.find((it) => it.kind === fit.found?.orders.kind);
}

/** Every fit with its error in its own held-back period; a press shows its pictures. */
export function History({ chosen, inForce, choose }: { chosen: number | null; inForce: number | null; choose: (id: number | null) => void }) {
  const say = useLifetimeText();
  const { format } = useText();
  const fits = useFits();
  const columns: TableColumnsType<LifetimeFit> = [
    { title: say('history.version'), key: 'version', render: (_, it) => (it.version === null ? <StateTag state={it.state} /> : <>{it.version} {it.id === inForce && <Tag>{say('models.chosen')}</Tag>}</>) },
    { title: say('history.asOf'), dataIndex: 'asOf' },
    { title: say('history.ended'), key: 'ended', render: (_, it) => format.time(it.finishedAt) },
    { title: say('models.kind'), key: 'kind', render: (_, it) => (it.found !== null ? say(it.found.orders.kind) : it.problem === null ? '—' : <Tooltip title={it.problem.detail}><span>{codeWord(say, 'failed', it.problem.code)}</span></Tooltip>) },
    { title: say('buyers'), key: 'buyers', align: 'right', render: (_, it) => format.whole(it.found?.orders.buyers ?? null) },
    { title: say('models.frequencyError'), key: 'frequency', align: 'right', render: (_, it) => format.share(usedTrial(it)?.frequencyError ?? null) },
    { title: say('models.totalError'), key: 'total', align: 'right', render: (_, it) => format.share(usedTrial(it)?.totalError ?? null) },
    { title: '', key: 'show', align: 'right', render: (_, it) => it.found !== null && <Button size="small" type={it.id === chosen ? 'primary' : 'default'} aria-pressed={it.id === chosen} aria-label={`${say('history.show')} · ${say('history.version')} ${it.version ?? ''}`} onClick={() => choose(it.id === inForce ? null : it.id)}>{say('history.show')}</Button> },
  ];
  return (
    <Panel
      title={say('history')}
      note={say('history.note')}
      {...(fits.data === undefined ? {} : {
        figures: {
          columns: [say('history.version'), say('history.asOf'), say('models.kind'), say('buyers'), say('models.frequencyError'), say('models.totalError')],
          rows: fits.data.items.filter((it) => it.found !== null).map((it) => [it.version, it.asOf, it.found === null ? '' : say(it.found.orders.kind), it.found?.orders.buyers ?? null, usedTrial(it)?.frequencyError ?? null, usedTrial(it)?.totalError ?? null]),
        },
      })}
    >
      <Answer of={fits}>{({ items }) => <Table size="small" rowKey="id" columns={columns} dataSource={items} pagination={items.length > 10 ? { pageSize: 10, showSizeChanger: false } : false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={say('none')} /> }} />}</Answer>
    </Panel>
  );
}
