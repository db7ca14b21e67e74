import { Alert, App, Button, Drawer, Input, Space } from 'antd';
import { useState } from 'react';
import { copyText } from '../shell/copy';
import { ApiProblem } from '../api/client';
import { ask } from './calls';
import type { Expression } from './expression';
import { formOf, type Form } from './form';
import { faultWord, useAudienceText } from './words';

/** The expression as JSON, to be taken along or pasted; what is pasted is asked first, so that nothing wrong comes in. */
export function JsonView({ expression, take, close }: { expression: Expression; take: (form: Form) => void; close: () => void }) {
  const { t } = useAudienceText();
  const { message } = App.useApp();
  const [text, setText] = useState(() => JSON.stringify(expression, null, 2));
  const [wrong, setWrong] = useState<{ what: string; detail: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const apply = async () => {
    let pasted: Expression;
    try {
      pasted = JSON.parse(text) as Expression;
    } catch (error) {
      setWrong({ what: t('aud.json.none'), detail: String(error) });
      return;
    }
    setBusy(true);
    try {
      await ask(pasted, undefined, 0);
      take(formOf(pasted));
      close();
    } catch (error) {
      setWrong(error instanceof ApiProblem ? { what: `${faultWord(error.code, error.message, t)} ${error.errors[0]?.field ?? ''}`, detail: error.message } : { what: t('state.failed'), detail: String(error) });
    } finally {
      setBusy(false);
    }
  };
  const copy = async () => {
    await copyText(text);
    void message.success(t('aud.json.copied'));
  };
  return (
    <Drawer
      open onClose={close} title="JSON" size={560}
      footer={<Space><Button type="primary" loading={busy} onClick={() => void apply()} data-testid="json-apply">{t('aud.json.apply')}</Button><Button onClick={() => void copy()}>{t('aud.json.copy')}</Button></Space>}
    >
      <div className="stack">
        <p className="quiet">{t('aud.json.help')}</p>
        {wrong !== null && <Alert type="error" showIcon title={wrong.what} description={wrong.detail} />}
        <Input.TextArea className="sql" autoSize={{ minRows: 16, maxRows: 32 }} spellCheck={false} aria-label="JSON" value={text} onChange={(it) => { setText(it.target.value); setWrong(null); }} data-testid="json" />
      </div>
    </Drawer>
  );
}
