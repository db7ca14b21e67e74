import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, ExclamationCircleFilled, LoadingOutlined, PauseCircleOutlined, StopOutlined } from '@ant-design/icons';
import type { MessageState } from '../api/model';
import { useLook } from '../shell/look';
import { useWords } from '../text/language';
import { WORDS } from './words';

/** A message's state by sign, word and colour: never by colour alone. */
export function MessageSign({ state }: { state: MessageState }) {
  const { t } = useWords(WORDS);
  const { palette } = useLook();
  const signs: Record<MessageState, React.ReactNode> = {
    WAITING: <ClockCircleOutlined style={{ color: palette.faint }} />,
    HELD: <PauseCircleOutlined style={{ color: palette.faint }} />,
    SENDING: <LoadingOutlined style={{ color: palette.accent }} />,
    SENT: <CheckCircleFilled style={{ color: palette.good }} />,
    FAILED: <CloseCircleFilled style={{ color: palette.bad }} />,
    DEAD: <ExclamationCircleFilled style={{ color: palette.bad }} />,
    SUPPRESSED: <PauseCircleOutlined style={{ color: palette.faint }} />,
    WITHDRAWN: <StopOutlined style={{ color: palette.faint }} />,
  };
  return <span className="mark-tag" data-state={state}>{signs[state]}{t(`messages.state.${state}`)}</span>;
}
