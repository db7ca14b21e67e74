import { Progress } from 'antd';

/** How far work is; where nobody knows, only that it goes on. */
export function Going({ percent, label }: { percent: number | null; label: string }) {
  return percent === null
    ? <Progress percent={100} status="active" showInfo={false} size="small" aria-label={label} />
    : <Progress percent={Math.floor(percent)} size="small" aria-label={label} />;
}
