import { Tag } from 'antd';
import type { JourneyState } from '../api/model';
import { useJourneyText } from './words';

const COLOUR: Record<JourneyState, string> = { DRAFT: 'default', RUNNING: 'success', PAUSED: 'warning', STOPPED: 'default' };

export function StateTag({ state }: { state: JourneyState }) {
  const { t } = useJourneyText();
  return <Tag color={COLOUR[state]}>{t(`journey.state.${state}`)}</Tag>;
}
