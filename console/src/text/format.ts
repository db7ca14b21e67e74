import { now } from '../api/now';
import type { Language } from './language';

/** Numbers, money and times as people of this language write them; `—` stands for "not known". */
export interface Format {
  /** 1,234,567 */
  whole: (n: number | null | undefined) => string;
  /** 1,234 · 12.3万 · 123K */
  short: (n: number | null | undefined) => string;
  /** 37.2 */
  score: (n: number | null | undefined) => string;
  /** ¥812.50 */
  money: (n: number | null | undefined) => string;
  /** ¥1,234 · ¥12.3万 · ¥123K */
  shortMoney: (n: number | null | undefined) => string;
  /** 0.314 → 31.4% */
  share: (n: number | null | undefined) => string;
  /** +1.4 · −0.3 · 0.0 */
  change: (n: number | null | undefined) => string;
  /** 2026-11-20, in the brand's zone */
  day: (moment: string | null | undefined) => string;
  /** 2026-11-20 09:00, in the brand's zone */
  time: (moment: string | null | undefined) => string;
  /** The moment at which a day of the brand's zone begins, or the day so many days later: 2026-11-21 → 2026-11-20T16:00:00.000Z */
  dayBegins: (day: string, later?: number) => string;
  /** Whether a day of the brand's zone is not over yet, so that its figures are no whole day's. */
  begun: (day: string) => boolean;
  /** 45 → 45 秒 · 45 s; 130 → 2 分 10 秒 · 2 min 10 s; 7300 → 2 小时 1 分 · 2 h 1 min */
  duration: (seconds: number | null | undefined) => string;
  /** 12.4 MB */
  bytes: (n: number) => string;
}

const NOTHING = '—';
const UNITS = {
  'zh-CN': { day: ' 天', hour: ' 小时', minute: ' 分', second: ' 秒' },
  en: { day: ' d', hour: ' h', minute: ' min', second: ' s' },
} as const;

export function formatFor(language: Language, zone: string, currency: string): Format {
  const known = (write: (n: number) => string) => (n: number | null | undefined) =>
    n === null || n === undefined ? NOTHING : write(n);
  const style = (options: Intl.NumberFormatOptions) => {
    const numbers = new Intl.NumberFormat(language, options);
    return (n: number) => numbers.format(n);
  };
  const compact = { notation: 'compact', maximumFractionDigits: 0, maximumSignificantDigits: 3, roundingPriority: 'morePrecision' } as const;
  const price = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;

  const whole = style({ maximumFractionDigits: 0 });
  const short = style(compact);
  const wholeMoney = style({ ...price, minimumFractionDigits: 0, maximumFractionDigits: 0 });
  const shortMoney = style({ ...price, ...compact, minimumFractionDigits: 0 });
  const signed = style({ minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const oneDigit = style({ minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const moments = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const written = (moment: string) => {
    const at = new Date(moment);
    return Number.isNaN(at.getTime()) ? NOTHING : moments.format(at).replace(', ', ' ');
  };

  return {
    whole: known(whole),
    short: known((n) => (Math.abs(n) < 10_000 ? whole(n) : short(n))),
    score: known(oneDigit),
    money: known(style(price)),
    shortMoney: known((n) => (Math.abs(n) < 10_000 ? wholeMoney(n) : shortMoney(n))),
    share: known(style({ style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })),
    change: known((n) => signed(n).replace('-', '−')),
    day: (moment) => (moment === null || moment === undefined ? NOTHING : moment.length === 10 ? moment : written(moment).slice(0, 10)),
    time: (moment) => (moment === null || moment === undefined ? NOTHING : written(moment)),
    dayBegins: (day, later = 0) => {
      const wanted = Date.parse(`${day}T00:00:00Z`) + later * 86_400_000;
      // What the clock there shows at a moment, read as if it were UTC, is off by the zone's offset then.
      const offset = (moment: number) => Date.parse(`${written(new Date(moment).toISOString()).replace(' ', 'T')}:00Z`) - moment;
      return new Date(wanted - offset(wanted - offset(wanted))).toISOString();
    },
    begun: (day) => day >= written(new Date(now()).toISOString()).slice(0, 10),
    duration: known((seconds) => duration(seconds, UNITS[language])),
    bytes: (n) => bytes(n, oneDigit),
  };
}

function duration(seconds: number, unit: (typeof UNITS)[Language]): string {
  if (seconds < 10 && !Number.isInteger(seconds)) return `${seconds.toFixed(1)}${unit.second}`;
  const total = Math.round(seconds);
  if (total < 60) return `${total}${unit.second}`;
  if (total < 3600) return pair(Math.floor(total / 60), unit.minute, total % 60, unit.second);
  if (total < 86_400) return pair(Math.floor(total / 3600), unit.hour, Math.floor((total % 3600) / 60), unit.minute);
  return pair(Math.floor(total / 86_400), unit.day, Math.floor((total % 86_400) / 3600), unit.hour);
}

function pair(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit} ${small}${smallUnit}`;
}

function bytes(n: number, write: (n: number) => string): string {
  if (n < 1000) return `${n} B`;
  if (n < 1_000_000) return `${write(n / 1000)} kB`;
  return n < 1_000_000_000 ? `${write(n / 1_000_000)} MB` : `${write(n / 1_000_000_000)} GB`;
}
