import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { Refusal } from '../collect/Refusal';
import { useWords } from '../text/language';
import { useMessageCount, useWithdraw, type MessageFilter } from './calls';
import { WORDS } from './words';

/** Takes back all that waits and fits the filter; how many these are is asked for before, and said. */
export function WithdrawButton({ filter }: { filter: MessageFilter }) {
  const { t, format } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const [open, setOpen] = useState(false);
  const count = useMessageCount(filter, open);
  const withdraw = useWithdraw();
  const n = count.data?.messages;
  const title = n === undefined ? '…' : n === 0 ? t('messages.withdraw.none') : t('messages.withdraw.sure', { n: format.whole(n) });
  const take = () => withdraw.mutate(filter, { onSuccess: (many) => void toast.success(t('messages.withdrawn', { n: format.whole(many) })) });
  return (
    <>
      {withdraw.isError && <Refusal error={withdraw.error} />}
      <Popconfirm open={open} onOpenChange={setOpen} title={title} okText={t('messages.withdraw')} okButtonProps={{ danger: true, disabled: n === undefined || n === 0, 'data-testid': 'withdraw-sure' }} onConfirm={take}>
        <Button size="small" danger loading={withdraw.isPending} data-testid="withdraw">{t('messages.withdraw')}</Button>
      </Popconfirm>
    </>
  );
}
