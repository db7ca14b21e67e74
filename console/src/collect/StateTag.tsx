import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, LoadingOutlined, StopOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { WorkState } from '../api/model';
import { useText } from '../text/language';

const SIGNS = {
  WAITING: { icon: <ClockCircleOutlined />, color: 'default' },
  RUNNING: { icon: <LoadingOutlined />, color: 'processing' },
  DONE: { icon: <CheckCircleOutlined />, color: 'success' },
  FAILED: { icon: <CloseCircleOutlined />, color: 'error' },
  CANCELLED: { icon: <StopOutlined />, color: 'default' },
} as const;

/** A state by sign, word and colour: never by colour alone. */
export function StateTag({ state }: { state: WorkState }) {
  const { t } = useText();
  return <Tag icon={SIGNS[state].icon} color={SIGNS[state].color} data-state={state}>{t(`work.state.${state}`)}</Tag>;
}
