import { Table } from 'antd';
import { Link } from 'react-router';
import type { Figures } from './Panel';

export default function FiguresTable({ figures }: { figures: Figures }) {
  return (
    <Table
      size="small"
      pagination={figures.rows.length > 10 ? { pageSize: 10, size: 'small', showSizeChanger: false } : false}
      scroll={{ x: 'max-content' }}
      rowKey="key"
      columns={figures.columns.map((title, i) => ({
        title, dataIndex: ['row', i], className: typeof figures.rows[0]?.[i] === 'number' ? 'number' : '',
        render: (value: string | number | null, { key }: { key: number }) => {
          const link = figures.links?.[key]?.[i] ?? null;
          return link === null ? value : <Link to={link}>{value}</Link>;
        },
      }))}
      dataSource={figures.rows.map((row, key) => ({ key, row }))}
    />
  );
}
