import { Tag } from 'antd';
import type { JourneyState } from '../api/model';
import { useText } from '../text/language';

const COLOUR: Record<JourneyState, string> = { DRAFT: 'default', RUNNING: 'success', PAUSED: 'warning', STOPPED: 'default' };

export function StateTag({ state }: { state: JourneyState }) {
  const { t } = useText();
  return <Tag color={COLOUR[state]}>{t(`journey.state.${state}`)}</Tag>;
}
