/** What a file's rows may be; each has its event and the columns which that event wants. */
export type Kind = 'orders' | 'messages' | 'members' | 'other';

export const KINDS: readonly Kind[] = ['orders', 'messages', 'members', 'other'];

const EVENTS: Record<Kind, string> = { orders: 'Order Completed', messages: 'Message Sent', members: 'Member Imported', other: 'Event Name' };

const TIME = /(^|_)(ts|time|date|day|datetime|timestamp)$|_at$|(time|date)$|时间|日期/i;
const AMOUNT = /amount|revenue|total|sales|price|paid|value|金额|实付|价/i;
const QUANTITY = /quantity|qty|pieces|数量|件数/i;
const COMMUNITY = /community|group|channel|room|chat|社群|群/i;
const EVENT_ID = /^(event_?id|message_?id|uuid)$/i;
const ORDER = /order_?(id|no|number)|basket|订单/i;
const IDENTIFIERS: [RegExp, string][] = [
  [/phone|mobile|tel|手机|电话/i, 'phone'],
  [/union_?id/i, 'unionid'],
  [/open_?id/i, 'openid'],
  [/external_?user/i, 'external_userid'],
  [/card|卡号/i, 'card'],
  [/(customer|household|buyer|客户|顾客)/i, 'customer'],
  [/(member|会员)/i, 'member'],
  [/(user|author|sender|用户)/i, 'user'],
];

/** A map to begin with: what the columns' names suggest, as readable SQL for the operator to mend. */
export function proposeMap(columns: string[], kind: Kind): string {
  const first = (pattern: RegExp) => columns.find((it) => pattern.test(it));
  const time = first(TIME);
  const identifiers = IDENTIFIERS.flatMap(([pattern, name]) => {
    const column = columns.find((it) => pattern.test(it) && it !== time && !AMOUNT.test(it));
    return column === undefined ? [] : [{ column, name }];
  }).filter((it, i, all) => all.findIndex((other) => other.column === it.column) === i);

  const lines: [value: string, name: string][] = [
    [`'${EVENTS[kind]}'`, 'event'],
    [time === undefined ? 'now()' : quoted(time), 'ts'],
    ...(identifiers.length === 0 ? [['NULL', 'id_customer'] as [string, string]] : identifiers.map((it): [string, string] => [quoted(it.column), `id_${it.name}`])),
  ];
  const add = (pattern: RegExp, name: string) => {
    const column = first(pattern);
    if (column !== undefined && !lines.some(([value]) => value === quoted(column))) lines.push([quoted(column), name]);
  };
  add(EVENT_ID, 'event_id');
  if (kind === 'orders') {
    add(ORDER, 'object');
    add(AMOUNT, 'amount');
    add(QUANTITY, 'quantity');
  }
  if (kind === 'messages') add(COMMUNITY, 'community');
  if (kind === 'members') {
    for (const column of columns) {
      if (!lines.some(([value]) => value === quoted(column))) lines.push([quoted(column), `trait_${column.replace(/\W+/g, '_').toLowerCase()}`]);
    }
  }
  const width = Math.max(...lines.map(([value]) => value.length));
  return `SELECT ${lines.map(([value, name]) => `${value.padEnd(width)} AS ${name}`).join(',\n       ')}\nFROM input`;
}

function quoted(column: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(column) ? column : `"${column.replaceAll('"', '""')}"`;
}
