import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { Spin, Table, type TableColumnsType, type TableProps } from 'antd';
import { createContext, useContext, useEffect, useLayoutEffect, useRef, useState, type ComponentProps } from 'react';
import { useKeptPlace } from './place';

/** How many rows beyond the screen are drawn, and how many from the end more are asked for. */
const AHEAD = 15;

interface Props<T> extends Pick<TableProps<T>, 'rowKey' | 'onChange' | 'loading' | 'locale'> {
  /** Each with a width: it must not depend on which rows are in sight. */
  columns: TableColumnsType<T>;
  /** All rows that have come so far. */
  rows: T[];
  rowHeight: number;
  /** Asks for the rows after them; absent where there are none. */
  more?: (() => void) | undefined;
  /** They are on their way. */
  busy: boolean;
}

/** Heights of what is not drawn above and below, in pixels. */
const Hidden = createContext({ above: 0, below: 0 });
/** The console's own header stays above. */
const UNDER_HEADER = { offsetHeader: 56 };
const BODY = { body: { wrapper: Body } };

/** A list of any length: only rows in sight are drawn, and more come as one scrolls towards the end. */
export function EndlessTable<T extends object>({ columns, rows, rowHeight, more, busy, ...table }: Props<T>) {
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const header = place.current?.querySelector('.ant-table-tbody') ?? place.current;
    setTop((header?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [rows.length]);
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => rowHeight, overscan: AHEAD, scrollMargin: top });
  const seen = virtual.getVirtualItems();
  const [first, last] = [seen[0], seen.at(-1)];
  useKeptPlace(first !== undefined);
  const near = last !== undefined && last.index >= rows.length - AHEAD;
  const ask = useRef(more);
  useEffect(() => {
    ask.current = more;
  });
  useEffect(() => {
    if (near) ask.current?.();
  }, [near, rows.length]);
  return (
    <Hidden value={{ above: first === undefined ? 0 : first.start - top, below: last === undefined ? 0 : virtual.getTotalSize() - (last.end - top) }}>
      <div ref={place}>
        <Table<T>
          {...table}
          className="endless"
          size="middle"
          columns={columns}
          dataSource={first === undefined || last === undefined ? [] : rows.slice(first.index, last.index + 1)}
          components={BODY}
          tableLayout="fixed"
          sticky={UNDER_HEADER}
          pagination={false}
          sortDirections={['descend', 'ascend']}
          showSorterTooltip={false}
          scroll={{ x: columns.reduce((sum, it) => sum + Number(it.width), 0) }}
        />
        {busy && <div className="endless-more" aria-hidden><Spin size="small" /></div>}
      </div>
    </Hidden>
  );
}

function Body({ children, ...rest }: ComponentProps<'tbody'>) {
  const { above, below } = useContext(Hidden);
  return (
    <tbody {...rest}>
      {above > 0 && <tr aria-hidden style={{ height: above }} />}
      {children}
      {below > 0 && <tr aria-hidden style={{ height: below }} />}
    </tbody>
  );
}
