import type { EventSummary } from '../api/model';
import { useLook } from '../shell/look';
import { useDataText } from './words';

const DAYS = 30;

/** The last thirty days of one event, a bar a day; days without any stay empty. */
export function Volume({ of }: { of: EventSummary }) {
  const { t, format } = useDataText();
  const { palette } = useLook();
  if (of.days.length === 0) return <span className="quiet">—</span>;
  const days = thirtyDays(of);
  const most = Math.max(...days.map((it) => it.count));
  const sum = days.reduce((all, it) => all + it.count, 0);
  return (
    <span className="volume" role="img" aria-label={t('events.volume', { n: format.whole(sum) })} title={t('events.volume', { n: format.whole(sum) })}>
      {days.map((it) => <i key={it.day} style={{ height: `${(100 * it.count) / most}%`, background: palette.accent }} />)}
    </span>
  );
}

/** Thirty days that end with the latest that has any, those without any filled in. */
export function thirtyDays({ days }: Pick<EventSummary, 'days'>): { day: string; count: number }[] {
  const last = Date.parse(`${days.at(-1)?.day ?? ''}T00:00:00Z`);
  if (Number.isNaN(last)) return [];
  const counts = new Map(days.map((it) => [it.day, it.count]));
  return Array.from({ length: DAYS }, (_, i) => {
    const day = new Date(last - (DAYS - 1 - i) * 86_400_000).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
}
