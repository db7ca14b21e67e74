import { useText } from '../text/language';

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
  'Profile Updated',
  'Page Viewed',
  'Screen Viewed',
  'Identity Linked',
] as const;

/** An event in words, with its name in the catalogue behind it. */
export function EventName({ of }: { of: string }) {
  const { t } = useText();
  const known = STANDARD.find((it) => it === of);
  return <span title={of}>{known === undefined ? of : t(`eventName.${known}`)}</span>;
}
