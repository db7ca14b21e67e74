import { Alert, Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { Content, Wording } from '../api/model';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { useSettled } from '../shell/settled';
import { Nothing } from '../shell/states';
import { useWords } from '../text/language';
import { useTemplatePreview } from './calls';
import { known, WORDS, type MessagingKey } from './words';

/** What a chosen member would read, while it is written. */
export function PreviewPanel({ channel, wording }: { channel: string; wording: Wording }) {
  const { t, format } = useWords(WORDS);
  const [memberNo, setMemberNo] = useState<number | null>(1);
  const [values, setValues] = useState<Record<string, string>>({});
  const said = useTemplatePreview(useSettled({ channel, wording, memberNo, values }));
  const say = (key: MessagingKey) => t(key);
  const seen = said.data;
  return (
    <Panel title={t('templates.preview')} note={t('templates.preview.help')}>
      <div className="preview-for">
        <label htmlFor="preview-member">{t('templates.preview.member')}</label>
        <InputNumber id="preview-member" min={1} precision={0} value={memberNo} onChange={setMemberNo} />
        {wording.variables.map((name) => (
          <Input key={name} prefix={<span className="quiet">{name}</span>} aria-label={`var.${name}`} value={values[name] ?? ''} onChange={(event) => setValues({ ...values, [name]: event.target.value })} />
        ))}
      </div>
      {said.isError ? <Refusal error={said.error} /> : seen === undefined ? <Nothing title={t('templates.preview.help')} /> : seen.reason !== null ? (
        <Alert type="warning" showIcon title={t('templates.preview.unsayable')} description={`${known(say, 'reason', seen.reason)} · ${seen.detail ?? ''}`} />
      ) : (
        <div className="bubble" data-testid="preview">
          {seen.title !== null && <strong>{seen.title}</strong>}
          <p>{seen.text}</p>
          {seen.attachments.map((it, i) => <Attached key={i} of={it} />)}
          <small className="quiet">{t('templates.preview.size', { n: format.whole(seen.characters), bytes: format.whole(seen.bytes) })}{seen.masked && ` · ${t('templates.preview.masked')}`}</small>
        </div>
      )}
    </Panel>
  );
}

function Attached({ of }: { of: Content }) {
  const { t } = useWords(WORDS);
  const words = of.kind === 'TEXT' ? of.text : of.kind === 'PICTURE' ? of.alternative : of.title;
  return <div className="attached"><span className="quiet">{t(`contents.kind.${of.kind}`)}</span> {words}</div>;
}
