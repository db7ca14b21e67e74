import { App, Switch, Tooltip } from 'antd';
import { ErrorWords } from '../shell/ErrorWords';
import { useShareTags, useTagsInWeCom } from '../wecom/calls';
import { useTagText } from './words';

/** Whether a group's tags are made in WeCom as well. */
export function WeComSwitch({ group }: { group: number }) {
  const { t, format } = useTagText();
  const { message } = App.useApp();
  const tags = useTagsInWeCom();
  const share = useShareTags();
  const on = tags.data?.groups.includes(group) === true;
  return (
    <Tooltip title={t('tags.wecom.help', { room: tags.data === undefined ? '…' : format.whole(tags.data.room) })}>
      <label className="tag-wecom">
        <Switch
          size="small" checked={on} disabled={tags.data === undefined} loading={share.isPending} data-testid="in-wecom"
          onChange={(inWeCom) => share.mutate({ group, inWeCom }, { onError: (error) => void message.error(<ErrorWords error={error} />) })}
        /> {t('tags.wecom')}
      </label>
    </Tooltip>
  );
}
