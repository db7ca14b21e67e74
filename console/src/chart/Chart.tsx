import { useEffect, useRef } from 'react';
import { init } from './echarts';
import { FONTS } from '../shell/palette';
import type { Option } from './option';

export type Choose = (dataIndex: number, part: 'node' | 'edge' | undefined) => void;

interface Props {
  option: Option;
  height: number;
  /** What the picture shows, for those who do not see it; the panel's table says it in figures. */
  label: string;
  /** The part at this place of the data was chosen; of a flow, an edge or a node. */
  onChoose?: Choose;
}

export default function Chart({ option, height, label, onChoose }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ReturnType<typeof init> | null>(null);

  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const drawn = init(element, null, { renderer: 'svg' });
    chart.current = drawn;
    const watch = new ResizeObserver(() => drawn.resize());
    watch.observe(element);
    return () => {
      watch.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    chart.current?.setOption({ animation: !still, animationDuration: 350, textStyle: { fontFamily: FONTS }, ...option }, { notMerge: true });
  }, [option]);

  useEffect(() => {
    const drawn = chart.current;
    if (drawn === null || onChoose === undefined) return undefined;
    const choose = (event: { dataIndex?: number; dataType?: string }) => {
      if (event.dataIndex !== undefined) onChoose(event.dataIndex, event.dataType === 'node' || event.dataType === 'edge' ? event.dataType : undefined);
    };
    drawn.on('click', choose);
    return () => {
      if (!drawn.isDisposed()) drawn.off('click', choose);
    };
  }, [onChoose]);

  return <div ref={place} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
