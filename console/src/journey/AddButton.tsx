import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { JourneyNode } from '../api/model';
import { useJourneyText } from './words';

const KINDS = ['wait', 'message', 'branch', 'reply', 'split', 'experiment', 'tag', 'points', 'webhook', 'journey', 'goal', 'exit'] as const;

/** Adds a node of a kind that one chooses. */
export function AddButton({ add, label }: { add: (kind: JourneyNode['kind']) => void; label: string }) {
  const { t } = useJourneyText();
  return (
    <Dropdown trigger={['click']} menu={{ items: KINDS.map((kind) => ({ key: kind, label: t(`node.${kind}`) })), onClick: ({ key }) => add(key as JourneyNode['kind']) }}>
      <Button className="stop-add" size="small" type="dashed" icon={<PlusOutlined />} aria-label={label} title={label} />
    </Dropdown>
  );
}
