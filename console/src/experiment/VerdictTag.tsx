import { CheckCircleOutlined, ClockCircleOutlined, MinusCircleOutlined, StopOutlined, SwapOutlined, WarningOutlined } from '@ant-design/icons';
import { Tag } from 'antd';
import type { ExperimentVerdict } from '../api/model';
import { useLook } from '../shell/look';
import { useExperimentText } from './words';

const SIGNS = {
  helped: <CheckCircleOutlined />,
  harmed: <WarningOutlined />,
  changed: <SwapOutlined />,
  noDifferenceSeen: <MinusCircleOutlined />,
  tooEarly: <ClockCircleOutlined />,
  blocked: <StopOutlined />,
  notComparable: <StopOutlined />,
};

/** A verdict in a word, by sign and colour. */
export function VerdictTag({ of: { kind } }: { of: ExperimentVerdict }) {
  const { t } = useExperimentText();
  const { palette } = useLook();
  const color = kind === 'helped' ? palette.good : kind === 'harmed' || kind === 'blocked' ? palette.bad : undefined;
  return <Tag icon={SIGNS[kind]} style={color === undefined ? {} : { color, fontWeight: 600 }}>{t(`verdict.${kind}`)}</Tag>;
}
