/** The events behind each choice of the time-line; what is in none is shown where nothing is chosen. */
export const KINDS = {
  orders: ['Order Completed', 'Order Refunded'],
  messages: ['Message Sent', 'Message Received', 'Message Replied'],
  deliveries: ['Message Dispatched', 'Message Delivered', 'Message Read', 'Link Clicked', 'Message Failed', 'Message Suppressed', 'Message Complained', 'Unsubscribed'],
  content: ['Content Published', 'Content Engaged', 'Content Shared'],
  community: ['Community Joined', 'Community Left', 'Invite Accepted', 'Checked In', 'Survey Completed'],
  browsing: ['Product Viewed', 'Product Added', 'Page Viewed', 'Screen Viewed'],
} as const;

/** `changes` and `merges` show no events, only how the member's standing and identity changed. */
export const SHOWN = ['orders', 'messages', 'deliveries', 'content', 'community', 'browsing', 'changes', 'merges'] as const;
export type Shown = (typeof SHOWN)[number];

/** What of all is to be shown. */
export interface Choice {
  kinds: Shown[];
  /** Names of events, or null for any. */
  names: string[] | null;
  events: boolean;
  changes: boolean;
  merges: boolean;
}

/** Several kinds, separated by commas, as the address has them; all where it names none. */
export function choiceOf(asked: string | null): Choice {
  const wanted = asked?.split(',') ?? [];
  const kinds = SHOWN.filter((it) => wanted.includes(it));
  const all = kinds.length === 0;
  const names = kinds.flatMap((it): readonly string[] => (it === 'changes' || it === 'merges' ? [] : KINDS[it]));
  return { kinds, names: names.length === 0 ? null : names, events: all || names.length > 0, changes: all || kinds.includes('changes'), merges: all || kinds.includes('merges') };
}
