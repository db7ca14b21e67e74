import { BarChartOutlined, DownloadOutlined, TableOutlined } from '@ant-design/icons';
import { Button, Skeleton, Tooltip } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useText } from '../text/language';
import { csv, save } from './export';
import { Chart } from './Pictures';
import type { Choose } from './Chart';
import type { Option } from './option';

const FiguresTable = lazy(() => import('./FiguresTable'));

/** The figures behind a picture: exact, in rows, ready to be taken along. */
export interface Figures {
  columns: string[];
  rows: (string | number | null)[][];
  /** Where the members behind a figure are, at the figure's own place. */
  links?: (string | null)[][];
}

interface Props {
  title: string;
  note?: ReactNode;
  tools?: ReactNode;
  figures?: Figures;
  children: ReactNode;
}

/** A framed part of a page; with `figures` it can be read as a table and saved as CSV. */
export function Panel({ title, note, tools, figures, children }: Props) {
  const { t } = useText();
  const [asTable, setAsTable] = useState(false);
  const toggle = asTable ? t('panel.picture') : t('panel.table');
  return (
    <section className="panel" aria-label={title}>
      <div className="panel-head">
        <div>
          <h2>{title}</h2>
          {note !== undefined && <p className="quiet">{note}</p>}
        </div>
        <div className="panel-tools">
          {tools}
          {figures !== undefined && figures.rows.length > 0 && (
            <>
              <Tooltip title={toggle}>
                <Button type="text" size="small" aria-label={`${title}: ${toggle}`} icon={asTable ? <BarChartOutlined /> : <TableOutlined />} onClick={() => setAsTable(!asTable)} />
              </Tooltip>
              <Tooltip title={t('panel.export')}>
                <Button type="text" size="small" aria-label={`${title}: ${t('panel.export')}`} icon={<DownloadOutlined />} onClick={() => save(`${title}.csv`, csv(figures))} />
              </Tooltip>
            </>
          )}
        </div>
      </div>
      <div className="panel-body">{asTable && figures !== undefined ? <Suspense fallback={<Skeleton active />}><FiguresTable figures={figures} /></Suspense> : children}</div>
    </section>
  );
}

export function Picture(props: { option: Option; height: number; label: string; onChoose?: Choose }) {
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: props.height }} />}>
      <Chart {...props} />
    </Suspense>
  );
}
