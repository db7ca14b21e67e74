import { Select } from 'antd';
import { useTags } from '../tag/calls';
import { useText } from '../text/language';

/** Tags by group, any of which will do; `value` are their numbers as the address has them. */
export function TagChoice({ value, change }: { value: string | undefined; change: (value: string) => void }) {
  const { t } = useText();
  const tags = useTags();
  const chosen = (value ?? '').split(',').filter((it) => it !== '');
  const options = (tags.data?.groups ?? []).filter((group) => group.tags.length > 0).map((group) => ({ label: group.name, options: group.tags.map((tag) => ({ value: String(tag.id), label: tag.name })) }));
  return (
    <Select<string[]>
      className="choice" mode="multiple" maxTagCount="responsive" allowClear showSearch={{ optionFilterProp: 'label' }} loading={tags.isPending}
      placeholder={t('members.tag')} aria-label={t('members.tag')} value={chosen} onChange={(ids) => change(ids.join(','))} options={options}
    />
  );
}
