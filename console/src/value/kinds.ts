/** The events behind each choice of the time-line; what is in none is shown under "all". */
export const KINDS = {
  orders: ['Order Completed', 'Order Refunded'],
  messages: ['Message Sent', 'Message Received', 'Message Dispatched', 'Message Delivered', 'Message Read', 'Link Clicked', 'Message Replied', 'Message Failed', 'Message Suppressed'],
  content: ['Content Published', 'Content Engaged', 'Content Shared'],
  community: ['Community Joined', 'Community Left', 'Invite Accepted', 'Checked In', 'Survey Completed'],
  browsing: ['Product Viewed', 'Product Added', 'Page Viewed', 'Screen Viewed'],
} as const;

export type Kind = keyof typeof KINDS;

/** `changes` shows no events, only how the member's standing and identity changed. */
export const SHOWN = ['all', 'orders', 'messages', 'content', 'community', 'browsing', 'changes'] as const;
export type Shown = (typeof SHOWN)[number];
