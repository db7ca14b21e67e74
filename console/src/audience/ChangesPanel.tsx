import { Col, Row } from 'antd';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { AudienceDay, AudiencePoint } from '../api/model';
import { axis, tip, tooltip, type Option } from '../chart/option';
import { Panel, Picture } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { useLook } from '../shell/look';
import type { Palette } from '../shell/palette';
import { Answer, Bone, Nothing } from '../shell/states';
import type { Format } from '../text/format';
import { CameAndWent } from './CameAndWent';
import { useDaily, useTrend } from './calls';
import { useAudienceText, type SayAudience } from './words';

const HEIGHT = 280;

/** How many were in at the end of each day, how many came and went on it, and who; a day of a picture chooses it. */
export function ChangesPanel({ id }: { id: number }) {
  const { t, format } = useAudienceText();
  const { palette } = useLook();
  const trend = useTrend(id);
  const daily = useDaily(id);
  const points = trend.data?.items;
  const days = daily.data?.items;
  const line = useMemo(() => (points === undefined ? null : sizes(points, t, format, palette)), [points, t, format, palette]);
  const bars = useMemo(() => (days === undefined ? null : flows(days, t, format, palette)), [days, t, format, palette]);
  const chooseDay = useChosenDay(points);
  const chooseInTrend = useCallback((place: number) => chooseDay(points?.[place]?.day), [chooseDay, points]);
  const chooseInFlow = useCallback((place: number) => chooseDay(days?.[place]?.day), [chooseDay, days]);
  return (
    <Row gutter={[16, 16]}>
      <Col xs={24} xl={12}>
        <Panel title={t('aud.trend')} note={t('aud.trend.note')} figures={{ columns: [t('overview.day'), t('aud.size'), t('aud.versionOf')], rows: (points ?? []).map((it) => [it.day, it.members, it.version]) }}>
          <Answer of={trend} skeleton={<Bone height={HEIGHT} />}>{({ items }) => (items.length < 2 || line === null ? <Nothing title={t('aud.trend.one', { n: format.whole(items[0]?.members) })} /> : <Picture option={line} height={HEIGHT} label={t('aud.trend')} onChoose={chooseInTrend} />)}</Answer>
        </Panel>
      </Col>
      <Col xs={24} xl={12}>
        <Panel title={t('aud.flow')} note={t('aud.flow.note')} figures={{ columns: [t('overview.day'), t('aud.entered'), t('aud.left')], rows: (days ?? []).map((it) => [it.day, it.entered, it.left]) }}>
          <Answer of={daily} skeleton={<Bone height={HEIGHT} />}>{({ items }) => (items.length === 0 || bars === null ? <Nothing title={t('aud.changes.none')} /> : <Picture option={bars} height={HEIGHT} label={t('aud.flow')} onChoose={chooseInFlow} />)}</Answer>
        </Panel>
      </Col>
      {points !== undefined && <Col xs={24}><CameAndWent id={id} points={points} /></Col>}
    </Row>
  );
}

/** Asks who came and went on a day: from the end of the last day before it to its own end, or until now where it has not ended. */
function useChosenDay(points: AudiencePoint[] | undefined): (day: string | undefined) => void {
  const { format } = useAudienceText();
  const { set } = useAddress('');
  const latest = useRef<(day: string | undefined) => void>(() => undefined);
  useEffect(() => {
    latest.current = (day) => {
      const before = day === undefined ? undefined : points?.findLast((it) => it.day < day)?.day;
      if (day !== undefined && before !== undefined) set({ from: before, to: format.begun(day) ? undefined : day });
    };
  });
  return useCallback((day) => latest.current(day), []);
}

function sizes(points: AudiencePoint[], t: SayAudience, format: Format, palette: Palette): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'axis',
      formatter: (at) => {
        const point = points[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return point === undefined ? '' : tip(point.day, [[t('aud.size'), format.whole(point.members)], [t('aud.versionOf'), String(point.version)]]);
      },
    },
    grid: { left: 60, right: 16, top: 24, bottom: 32 },
    xAxis: { ...base, type: 'category', data: points.map((it) => it.day), axisLabel: { ...base.axisLabel, hideOverlap: true } },
    yAxis: { ...base, type: 'value', min: 0, axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(n) }, splitNumber: 4 },
    series: [{ type: 'line', data: points.map((it) => it.members), showSymbol: points.length < 15, lineStyle: { color: palette.accent, width: 2 }, itemStyle: { color: palette.accent }, areaStyle: { color: palette.accent, opacity: 0.08 } }],
  };
}

/** Those who came above the line, those who went below it. */
function flows(days: AudienceDay[], t: SayAudience, format: Format, palette: Palette): Option {
  const base = axis(palette);
  return {
    tooltip: {
      ...tooltip(palette), trigger: 'axis',
      formatter: (at) => {
        const day = days[(Array.isArray(at) ? at[0] : at)?.dataIndex ?? 0];
        return day === undefined ? '' : tip(day.day, [[t('aud.entered'), format.whole(day.entered)], [t('aud.left'), format.whole(day.left)]]);
      },
    },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, textStyle: { color: palette.faint, fontSize: 12 } },
    grid: { left: 60, right: 16, top: 36, bottom: 32 },
    xAxis: { ...base, type: 'category', data: days.map((it) => it.day), axisLabel: { ...base.axisLabel, hideOverlap: true } },
    yAxis: { ...base, type: 'value', axisLabel: { ...base.axisLabel, formatter: (n: number) => format.short(Math.abs(n)) }, splitNumber: 4 },
    series: [
      { type: 'bar', name: t('aud.entered'), stack: 'flow', data: days.map((it) => it.entered), itemStyle: { color: palette.accent }, barMaxWidth: 28 },
      { type: 'bar', name: t('aud.left'), stack: 'flow', data: days.map((it) => -it.left), itemStyle: { color: palette.dimension.consumption }, barMaxWidth: 28 },
    ],
  };
}
