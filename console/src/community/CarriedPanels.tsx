import { Button, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate } from 'react-router';
import type { CommunityDetail, ValuePart } from '../api/model';
import type { Drawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { Behind } from '../shell/Behind';
import { Answer, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { flowOf } from './behind';
import { atmosphere, atmosphereFigures, CARRIED, comings, comingsFigures, concentration, concentrationFigures } from './carried';
import { useAtmosphere, useConcentration, useValueParts, valuePartsKey } from './communities';

const NO_FIGURES = { columns: [], rows: [] };

export function AtmospherePanel({ id, drawing }: { id: string; drawing: Drawing }) {
  const { t } = drawing;
  const found = useAtmosphere(id);
  const { data } = found;
  const drawn = useMemo(() => (data === undefined ? null : atmosphere(data, drawing)), [data, drawing]);
  return (
    <Panel title={t('atmosphere.title')} note={data === undefined ? t('atmosphere.note') : t('atmosphere.days', { from: data.from, to: data.to })} figures={data === undefined ? NO_FIGURES : atmosphereFigures(data, drawing)}>
      <Answer of={found}>{({ cells }) => (cells.length === 0 || drawn === null ? <Nothing title={t('community.silent')} /> : <Picture option={drawn} height={270} label={t('atmosphere.title')} />)}</Answer>
    </Panel>
  );
}

export function ConcentrationPanel({ id, drawing }: { id: string; drawing: Drawing }) {
  const { t } = drawing;
  const found = useConcentration(id);
  const { data } = found;
  const drawn = useMemo(() => (data === undefined ? null : concentration(data, drawing)), [data, drawing]);
  return (
    <Panel title={t('concentration.title')} note={t('concentration.note')} figures={data === undefined ? NO_FIGURES : concentrationFigures(data, drawing)}>
      <Answer of={found}>{(it) => (drawn === null || CARRIED.every((measure) => it[measure].length === 0) ? <Nothing title={t('community.silent')} /> : <Picture option={drawn} height={270} label={t('concentration.title')} />)}</Answer>
    </Panel>
  );
}

export function ComingsPanel({ of, drawing }: { of: CommunityDetail; drawing: Drawing }) {
  const { t } = drawing;
  const drawn = useMemo(() => comings(of.weeks, drawing), [of.weeks, drawing]);
  const navigate = useNavigate();
  const choose = useMemo(() => (i: number) => {
    const week = of.weeks[i];
    if (week !== undefined) void navigate(flowOf(of.key, 'Community Joined', week.week));
  }, [of, navigate]);
  return (
    <Panel title={t('comings.title')} note={t('comings.note')} figures={comingsFigures(of.key, of.weeks, drawing)}>
      {of.weeks.length === 0 ? <Nothing title={t('overview.unscored')} /> : <Picture option={drawn} height={270} label={t('comings.title')} onChoose={choose} />}
    </Panel>
  );
}

/** Who adds how much to the community's value. */
export function ValueParts({ id }: { id: string }) {
  const { t, format } = useText();
  const parts = useValueParts(id);
  const columns: TableColumnsType<ValuePart> = [
    { title: t('members.name'), key: 'no', render: (_, it) => <Link to={`/members/${it.no}`}>{it.name ?? `#${it.no}`}</Link> },
    { title: t('member.value'), dataIndex: 'value', align: 'right', render: format.score },
    { title: t('parts.contributions'), dataIndex: 'contributions', align: 'right', render: format.whole },
    { title: t('parts.weight'), dataIndex: 'weight', align: 'right', render: format.score },
    { title: t('parts.share'), dataIndex: 'share', align: 'right', render: format.share },
  ];
  return (
    <Panel title={t('parts.title')} note={t('parts.note')}>
      <Behind of={parts} queryKey={valuePartsKey(id)} />
      <Answer of={parts}>
        {({ pages }) => (
          <>
            <Table size="small" rowKey="no" columns={columns} dataSource={pages.flatMap((page) => page.items)} pagination={false} scroll={{ x: 'max-content' }} locale={{ emptyText: <Nothing title={t('parts.none')} /> }} />
            {parts.hasNextPage && <Button className="further" loading={parts.isFetchingNextPage} onClick={() => void parts.fetchNextPage()}>{t('parts.more')}</Button>}
          </>
        )}
      </Answer>
    </Panel>
  );
}
