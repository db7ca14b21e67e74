import { useText } from '../text/language';

const KINDS = ['phone', 'card', 'user', 'customer', 'member', 'unionid', 'openid', 'external_userid', 'device', 'anonymous'] as const;

/** One identifier, its kind in words where it has any; the brand may invent kinds of its own. */
export function Identifier({ of }: { of: { kind: string; key: string } }) {
  const { t } = useText();
  const known = KINDS.find((it) => it === of.kind);
  return <>{known === undefined ? of.kind : t(`kind.${known}`)} {of.key}</>;
}
