import type { RoleName } from '../api/model';
import { useSettingsText } from './words';

export const ROLE_NAMES: readonly RoleName[] = ['ADMINISTRATOR', 'OPERATOR', 'ANALYST', 'GUIDE'];

/** A role in words. */
export function RoleTag({ of }: { of: RoleName }) {
  const { t } = useSettingsText();
  return <span className="tag" data-role={of}>{t(`role.${of}`)}</span>;
}

/** Choices of a role, each with what it may. */
export function useRoleChoices() {
  const { t } = useSettingsText();
  return ROLE_NAMES.map((value) => ({ value, label: t(`role.${value}`), title: t(`role.may.${value}`) }));
}

export function RolesTable() {
  const { t } = useSettingsText();
  return (
    <dl className="facts">
      {ROLE_NAMES.flatMap((it) => [<dt key={it}><RoleTag of={it} /></dt>, <dd key={`${it}-may`}>{t(`role.may.${it}`)}</dd>])}
    </dl>
  );
}
