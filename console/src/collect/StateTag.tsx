import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, ExperimentOutlined, LoadingOutlined, StopOutlined } from '@ant-design/icons';
import type { WorkState } from '../api/model';
import { useLook } from '../shell/look';
import { useText } from '../text/language';

/** A state by sign, word and colour: never by colour alone. */
export function StateTag({ state }: { state: WorkState }) {
  const { t } = useText();
  const { palette } = useLook();
  const signs = {
    WAITING: <ClockCircleOutlined style={{ color: palette.faint }} />,
    RUNNING: <LoadingOutlined style={{ color: palette.accent }} />,
    TRIED: <ExperimentOutlined style={{ color: palette.accent }} />,
    DONE: <CheckCircleFilled style={{ color: palette.good }} />,
    FAILED: <CloseCircleFilled style={{ color: palette.bad }} />,
    CANCELLED: <StopOutlined style={{ color: palette.faint }} />,
  };
  return <span className="mark-tag" data-state={state}>{signs[state]}{t(`work.state.${state}`)}</span>;
}
