import type { Say } from '../text/language';

/** Channels that every member's page offers, spoken of or not. */
export const USUAL = ['sms', 'phone', 'email', 'wecom', 'wechat', 'push'] as const;

/** Channels that have a word; consents of a brand may be of others, under the name it gave them. */
export const CHANNELS = [...USUAL, 'official_account', 'wecom-welcome', 'guide', 'webhook'] as const;

/** A channel in words. */
export function channelInWords(channel: string, t: Say): string {
  const known = CHANNELS.find((it) => it === channel);
  return known === undefined ? channel : t(`consent.${known}`);
}
