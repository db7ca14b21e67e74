import { App, Select } from 'antd';
import { useState } from 'react';
import { useMay } from '../access/roles';
import { ApiProblem } from '../api/client';
import type { Audience } from '../api/model';
import { useGive, useOwners } from './calls';
import { faultWord, ownerOf, useAudienceText } from './words';

/** Whose an audience is; an operator gives it to another user here. */
export function OwnerField({ of }: { of: Audience }) {
  const { t } = useAudienceText();
  const { message } = App.useApp();
  const [opened, setOpened] = useState(false);
  const operator = useMay('OPERATOR');
  const owners = useOwners(operator && opened);
  const give = useGive(of.id);
  if (!operator) return <>{ownerOf(of, t)}</>;
  const names = [...new Set([of.owner, ...(owners.data?.items ?? []).map((it) => it.name)])];
  const hand = (owner: string) => give.mutate(owner, {
    onSuccess: () => void message.success(t('aud.owner.given', { owner })),
    onError: (error) => void message.error(error instanceof ApiProblem ? faultWord(error.code, error.message, t) : error.message),
  });
  return (
    <Select
      className="aud-owner" size="small" variant="filled" popupMatchSelectWidth={false} aria-label={t('aud.owner')} data-testid="audience-owner"
      showSearch={{ optionFilterProp: 'label' }} value={of.owner} onChange={hand} onOpenChange={() => setOpened(true)} loading={give.isPending || (opened && owners.isPending)}
      options={names.map((value) => ({ value, label: value === of.owner ? ownerOf(of, t) : value }))}
    />
  );
}
