import { Alert, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { OnboardingFigures, OnboardingFunnel } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import { Panel, Picture, type Figures } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Nothing } from '../shell/states';
import { useWords } from '../text/language';
import type { SilentOf } from './calls';
import { rate, STEPS } from './funnel';
import { SilentPanel } from './SilentPanel';
import { pathOf, WORDS } from './words';

interface Row {
  key: string;
  name: string;
  of: SilentOf;
  figures: OnboardingFigures;
}

/** How far newcomers get: as a picture, by path and by live code. */
export function FunnelPanel({ funnel, days }: { funnel: OnboardingFunnel; days: number }) {
  const [silent, setSilent] = useState<Pick<Row, 'name' | 'of'> | null>(null);
  const { t, format } = useWords(WORDS);
  const { palette } = useLook();
  const base = axis(palette);
  const share = (step: (typeof STEPS)[number]) => (step === 'added' ? '' : format.share(rate(funnel.all, step)));
  const option: Option = {
    tooltip: { ...tooltip(palette), trigger: 'axis', formatter: (at) => {
      const step = STEPS[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0] ?? 'added';
      return tip(t(`funnel.${step}`), [['', `${format.whole(funnel.all[step])} ${share(step)}`]]);
    } },
    grid: { left: 8, right: 64, top: 8, bottom: 8, containLabel: true },
    xAxis: { ...base, type: 'value', min: 0, minInterval: 1, splitNumber: 3 },
    yAxis: { ...base, type: 'category', inverse: true, data: STEPS.map((step) => t(`funnel.${step}`)), axisLabel: { ...base.axisLabel, color: palette.ink } },
    series: [{ type: 'bar', data: STEPS.map((step) => funnel.all[step]), itemStyle: { color: palette.accent }, barMaxWidth: 28, label: { show: true, position: 'right', color: palette.ink, formatter: ({ dataIndex }) => `${format.whole(funnel.all[STEPS[dataIndex] ?? 'added'])} ${share(STEPS[dataIndex] ?? 'added')}` } }],
  };
  const figures: Figures = { columns: ['', t('funnel.added'), t('funnel.tagged'), t('funnel.joined'), t('funnel.talked'), t('funnel.silent'), t('funnel.removed')], rows: funnel.paths.map((it) => [pathOf(t, it.path), it.figures.added, it.figures.tagged, it.figures.joined, it.figures.talked, it.figures.silent, it.figures.removed]) };
  if (funnel.all.added === 0) {
    return <Panel title={t('funnel.title')} note={t('funnel.note')}><Nothing title={t('funnel.none')}><p className="quiet">{t('funnel.none.hint')}</p></Nothing></Panel>;
  }
  return (
    <>
      {funnel.all.silent > 0 && <Alert type="warning" showIcon title={t('funnel.alarm', { n: format.whole(funnel.all.silent) })} action={<Button size="small" data-testid="show-silent" onClick={() => setSilent({ name: t('silent.all'), of: {} })}>{t('silent.show')}</Button>} />}
      {silent !== null && <SilentPanel key={JSON.stringify([days, silent.of])} days={days} of={silent.of} title={silent.name} close={() => setSilent(null)} />}
      <Panel title={t('funnel.title')} note={t('funnel.note')} figures={figures}><Picture option={option} height={190} label={t('funnel.title')} /></Panel>
      <Panel title={t('funnel.byPath')} note={t('funnel.byPath.note')}><Rates show={setSilent} rows={funnel.paths.map((it) => ({ key: it.path, name: pathOf(t, it.path), of: { path: it.path }, figures: it.figures }))} /></Panel>
      {funnel.liveCodes.length > 0 && <Panel title={t('funnel.byCode')}><Rates show={setSilent} rows={funnel.liveCodes.map((it) => ({ key: String(it.liveCode), name: it.name, of: { liveCode: it.liveCode }, figures: it.figures }))} /></Panel>}
    </>
  );
}

function Rates({ rows, show }: { rows: Row[]; show: (row: Row) => void }) {
  const { t, format } = useWords(WORDS);
  const share = (step: 'tagged' | 'joined' | 'talked') => ({
    title: t(`funnel.rate.${step}`), key: step, align: 'right' as const,
    render: (_: unknown, row: Row) => <>{format.share(rate(row.figures, step))} <span className="quiet">{format.whole(row.figures[step])}</span></>,
  });
  const columns: TableColumnsType<Row> = [
    { title: t('funnel.path'), dataIndex: 'name', fixed: 'start' },
    { title: t('funnel.added'), key: 'added', align: 'right', render: (_, row) => format.whole(row.figures.added) },
    share('tagged'), share('joined'), share('talked'),
    { title: t('funnel.silent'), key: 'silent', align: 'right', render: (_, row) => (row.figures.silent === 0 ? format.whole(0) : <Button type="link" size="small" onClick={() => show(row)}>{format.whole(row.figures.silent)}</Button>) },
    { title: t('funnel.removed'), key: 'removed', align: 'right', render: (_, row) => format.whole(row.figures.removed) },
  ];
  return <Table<Row> size="middle" rowKey="key" scroll={{ x: 'max-content' }} columns={columns} dataSource={rows} pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false} />;
}
