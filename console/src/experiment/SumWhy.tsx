import { Table, type TableColumnsType } from 'antd';
import type { ProgrammeReport, ProgrammeSum } from '../api/model';
import { FormulaDrawer, type FormulaLine } from './FormulaDrawer';
import { total } from './measured';
import { exact } from './verdict';
import { useExperimentText } from './words';

interface Share {
  span: string;
  difference: number;
  error: number;
  reached: number;
}

/** How a sum of a quarter was worked out of its parts, and what came of each 1 spent. */
export function SumWhy({ of, report, close }: { of: ProgrammeSum; report: ProgrammeReport; close: () => void }) {
  const { t, format } = useExperimentText();
  const shares = report.parts.flatMap((part): Share[] => {
    const measured = part.measured.find((it) => it.metric === of.metric);
    if (measured === undefined || measured.effect === null) return [];
    return [{ span: `${part.from} – ${part.until}`, difference: measured.effect.difference, error: measured.effect.error, reached: measured.reached.units }];
  });
  const columns: TableColumnsType<Share> = [
    { title: t('reports.part'), dataIndex: 'span' },
    { title: 'Δ', dataIndex: 'difference', align: 'right', render: exact },
    { title: 'se', dataIndex: 'error', align: 'right', render: exact },
    { title: 'n', dataIndex: 'reached', align: 'right', render: format.whole },
    { title: 'n · Δ', key: 'total', align: 'right', render: (_, it) => total(of.metric, it.reached * it.difference, format) },
  ];
  const lines: FormulaLine[] = [
    ['T', exact(of.total)],
    ['se', exact(Math.sqrt(shares.reduce((sum, it) => sum + (it.error * it.reached) ** 2, 0)))],
    [t('formula.interval', { level: format.share(0.95) }), `${exact(of.interval.low)} … ${exact(of.interval.high)}`],
    ...(of.metric === 'value' && report.cost !== null && report.cost > 0
      ? [[t('reports.cost'), exact(report.cost)], ['T / C', exact(of.total / report.cost)]] as FormulaLine[] : []),
  ];
  return (
    <FormulaDrawer title={`${t(`reports.more.${of.metric}`)} · ${t('experiment.how')}`} note={t('formula.sum.note')} formula={shares.length === 1 ? ONE : SEVERAL} lines={lines} close={close}>
      <Table size="small" rowKey="span" columns={columns} dataSource={shares} pagination={false} scroll={{ x: 'max-content' }} />
    </FormulaDrawer>
  );
}

const ONE = `T  = n · Δ
n · (Δ ± t(0.975, ν) · se)`;

const SEVERAL = `T   = Σ nᵢ Δᵢ
se² = Σ nᵢ² seᵢ²
T ± z(0.975) · se,  z = 1.95996`;
