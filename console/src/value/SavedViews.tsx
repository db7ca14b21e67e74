import { DeleteOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Popover } from 'antd';
import { useState } from 'react';
import { ApiProblem } from '../api/client';
import { Answer, Failure, Nothing } from '../shell/states';
import { useText } from '../text/language';
import { useForgetView, useSaveView, useViews } from './members';
import { FILTERS, type Column } from './question';

interface Props {
  at: (name: string) => string | undefined;
  sort: string;
  columns: Column[];
  set: (changes: Record<string, string | undefined>) => void;
}

/** Lists under a name: one's own, and those which others share. */
export function SavedViews({ at, sort, columns, set }: Props) {
  const { t } = useText();
  const views = useViews();
  const forget = useForgetView();
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const show = (query: Record<string, string>) => {
    set({ ...Object.fromEntries([...FILTERS, 'sort', 'columns'].map((name) => [name, query[name]])) });
    setOpen(false);
  };
  const here = Object.fromEntries([...FILTERS.map((name) => [name, at(name)] as const), ['sort', sort] as const, ['columns', columns.join(',')] as const].filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        content={
          <div className="views">
            <Answer of={views}>
              {({ items }) => items.length === 0 ? <Nothing title={t('views.none')} /> : (
                <ul>
                  {items.map((view) => (
                    <li key={view.id}>
                      <Button type="link" size="small" onClick={() => show(view.query)}>{view.name}</Button>
                      {!view.mine && <span className="quiet">{t('views.of', { name: view.owner })}</span>}
                      {view.mine && view.shared && <span className="quiet">{t('views.shared')}</span>}
                      {view.mine && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('views.forget', { name: view.name })} onClick={() => forget.mutate(view.id)} />}
                    </li>
                  ))}
                </ul>
              )}
            </Answer>
            <Button size="small" type="primary" ghost onClick={() => { setOpen(false); setSaving(true); }} data-testid="save-view">{t('views.save')}</Button>
          </div>
        }
      >
        <Button icon={<FolderOpenOutlined />} data-testid="views">{t('views.title')}</Button>
      </Popover>
      {saving && <Save query={here} close={() => setSaving(false)} />}
    </>
  );
}

function Save({ query, close }: { query: Record<string, string>; close: () => void }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const save = useSaveView();
  const taken = save.error instanceof ApiProblem && save.error.code === 'member-view.exists';
  const go = () => save.mutate({ name: name.trim(), query, shared }, { onSuccess: close });
  return (
    <Modal open title={t('views.save')} onCancel={close} okText={t('views.keep')} cancelText={t('work.cancel')} okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }} onOk={go}>
      <div className="stack">
        <label className="field">{t('views.name')}<Input value={name} maxLength={80} status={taken ? 'error' : ''} onChange={(it) => setName(it.target.value)} onPressEnter={() => name.trim() !== '' && go()} data-testid="view-name" /></label>
        {taken && <span role="alert">{t('views.taken')}</span>}
        <Checkbox checked={shared} onChange={(it) => setShared(it.target.checked)}>{t('views.share')}</Checkbox>
        {save.error !== null && !taken && <Failure error={save.error} />}
      </div>
    </Modal>
  );
}
