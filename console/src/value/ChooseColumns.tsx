import { SettingOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import { useText } from '../text/language';
import { COLUMNS, USUAL, type Column } from './question';
import { columnWord } from './words';

/** Which columns the list shows; kept in this browser. */
export function ChooseColumns({ columns, choose }: { columns: Column[]; choose: (columns: Column[]) => void }) {
  const { t } = useText();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <div className="choose">
          <Checkbox.Group<Column> className="choose-list" value={columns} options={COLUMNS.map((value) => ({ value, label: columnWord(t, value) }))} onChange={(wanted) => wanted.length > 0 && choose(COLUMNS.filter((it) => wanted.includes(it)))} />
          <Button size="small" onClick={() => choose([...USUAL])}>{t('members.columns.usual')}</Button>
        </div>
      }
    >
      <Button icon={<SettingOutlined />} data-testid="columns">{t('members.columns')}</Button>
    </Popover>
  );
}
