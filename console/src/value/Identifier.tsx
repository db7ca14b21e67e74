import { useText, type Say } from '../text/language';

const KINDS = ['phone', 'card', 'user', 'customer', 'member', 'email', 'unionid', 'openid', 'external_userid', 'device', 'anonymous'] as const;

/** A kind in words where it has any; the brand may invent kinds of its own. */
export function kindInWords(kind: string, t: Say): string {
  const known = KINDS.find((it) => it === kind);
  return known === undefined ? kind : t(`kind.${known}`);
}

/** One identifier, its kind in words where it has any. */
export function Identifier({ of }: { of: { kind: string; key: string } }) {
  const { t } = useText();
  return <>{kindInWords(of.kind, t)} {of.key}</>;
}
