import { useText, type Say } from '../text/language';

/** The catalogue's own events; a brand's others are shown under the name it gave them. */
const STANDARD = [
  'Order Completed',
  'Order Refunded',
  'Product Viewed',
  'Product Added',
  'Message Sent',
  'Content Published',
  'Content Engaged',
  'Content Shared',
  'Community Joined',
  'Community Left',
  'Invite Accepted',
  'Checked In',
  'Survey Completed',
  'Message Delivered',
  'Message Dispatched',
  'Message Read',
  'Link Clicked',
  'Message Replied',
  'Message Failed',
  'Message Complained',
  'Unsubscribed',
  'Profile Updated',
  'Page Viewed',
  'Screen Viewed',
  'Identity Linked',
  'Signed Up',
  'Phone Bound',
] as const;

/** An event in words; a brand's own keeps the name it gave. */
export function eventInWords(event: string, t: Say): string {
  const known = STANDARD.find((it) => it === event);
  return known === undefined ? event : t(`eventName.${known}`);
}

/** An event in words, with its name in the catalogue behind it. */
export function EventName({ of }: { of: string }) {
  const { t } = useText();
  return <span title={of}>{eventInWords(of, t)}</span>;
}
