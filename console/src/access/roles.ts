import { useSession } from './session';

/** From the least to the most (docs/modules/access.md); the server decides, the console only leaves out what it would refuse. */
const ROLES = ['GUIDE', 'ANALYST', 'OPERATOR', 'ADMINISTRATOR'] as const;

export type Role = (typeof ROLES)[number];

/** May who is logged in do what this role may? */
export function useMay(least: Role): boolean {
  const role = useSession().data?.role;
  return includes(role, least);
}

export function includes(role: string | undefined, least: Role): boolean {
  return ROLES.findIndex((it) => it === role) >= ROLES.indexOf(least);
}
