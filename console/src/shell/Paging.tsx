import { Button, Space } from 'antd';
import { useText } from '../text/language';

/** On to the next page by its cursor; back by the browser, or to the first page at once. */
export function Paging({ cursor, next, go }: { cursor: string | undefined; next: string | null; go: (cursor: string | undefined) => void }) {
  const { t } = useText();
  if (cursor === undefined && next === null) return null;
  return (
    <Space className="paging">
      <Button disabled={cursor === undefined} onClick={() => go(undefined)}>{t('paging.first')}</Button>
      <Button disabled={next === null} onClick={() => go(next ?? undefined)}>{t('paging.next')}</Button>
    </Space>
  );
}
