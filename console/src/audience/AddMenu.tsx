import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useEditing } from './editing';
import { begun, KINDS, type LeafKind } from './expression';
import { added, ROOT } from './form';
import { useAudienceText } from './words';

const GROUPS = ['who', 'did', 'stands', 'sets'] as const;

/** What can be added to a group: a condition by what it asks about, or a group. */
export function AddMenu({ group, deep }: { group: number; deep: boolean }) {
  const { form, set, setOpen } = useEditing();
  const { t } = useAudienceText();
  const add = (key: string) => {
    const what = key === 'all' || key === 'any' ? key : begun(key as LeafKind);
    const next = added(form, group, what);
    set({ ...next.form, implied: form.implied && next.form.root.of.length < 2 });
    if (typeof what !== 'string') setOpen(next.id);
  };
  const items = GROUPS.map((name) => ({ type: 'group' as const, key: name, label: t(`kinds.${name}`), children: KINDS[name].map((kind) => ({ key: kind, label: t(`leaf.${kind}`) })) }));
  return (
    <div className="aud-add">
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => add(key), className: 'aud-menu' }}>
        <Button size="small" type={group === ROOT && form.root.of.length === 0 ? 'primary' : 'default'} icon={<PlusOutlined />} data-testid={group === ROOT ? 'add-condition' : 'add-here'}>{t('aud.add')}</Button>
      </Dropdown>
      {!deep && <Button size="small" type="text" icon={<PlusOutlined />} onClick={() => add('any')} data-testid={group === ROOT ? 'add-group' : 'add-group-here'}>{t('aud.addGroup')}</Button>}
    </div>
  );
}
