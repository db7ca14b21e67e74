import { Alert, Input, Modal, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ApiProblem } from '../../api/client';
import { ChosenFile } from '../../collect/Refusal';
import { inOneLanguage } from '../../text/language';
import { useUpload } from '../calls';
import { faultWord, useAudienceText } from '../words';

const IDENTIFIERS = ['phone', 'card', 'user', 'customer', 'member', 'email', 'unionid', 'openid', 'external_userid'] as const;

/** A list of identifiers, written here or from a file; while it is being taken, to cancel ends it at the server too. */
export function UploadList({ close, done }: { close: () => void; done: (id: number) => void }) {
  const { t } = useAudienceText();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<string>('phone');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const upload = useUpload();
  const { error } = upload;
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const take = (chosen: File | null) => {
    setFile(chosen);
    if (chosen !== null && name === '') setName(inOneLanguage(chosen.name.replace(/\.\w+$/, ''), 'zh-CN').slice(0, 100));
  };
  const start = () => {
    const controller = new AbortController();
    going.current = controller;
    upload.mutate({ name: name.trim(), kind, text: file ?? text, signal: controller.signal }, { onSuccess: (list) => done(list.id), onSettled: () => { going.current = null; } });
  };
  return (
    <Modal
      open title={t('aud.list.upload')} onCancel={close} okText={t('aud.list.upload')} cancelText={t('work.cancel')} mask={{ closable: !upload.isPending }}
      okButtonProps={{ disabled: name.trim() === '' || (file === null && text.trim() === ''), loading: upload.isPending }} onOk={start}
    >
      <div className="stack">
        <label className="field">{t('aud.name')}<Input value={name} maxLength={100} onChange={(it) => setName(it.target.value)} /></label>
        <label className="field">{t('aud.list.kind')}<Select aria-label={t('aud.list.kind')} value={kind} onChange={setKind} options={IDENTIFIERS.map((value) => ({ value, label: t(`kind.${value}`) }))} /></label>
        {file === null && <label className="field">{t('aud.list.text')}<Input.TextArea rows={6} value={text} onChange={(it) => setText(it.target.value)} placeholder={'13800000000\n13900000000'} /></label>}
        <ChosenFile file={file} accept=".txt,.csv" take={take} words={{ choose: t('aud.list.file'), remove: t('aud.list.remove'), tooLarge: (size) => t('aud.list.tooLarge', { size }) }} />
        <p className="quiet">{t('aud.list.help')}</p>
        {error !== null && <Alert type="error" showIcon title={error instanceof ApiProblem ? faultWord(error.code, error.message, t) : error.message} description={error.message} />}
      </div>
    </Modal>
  );
}
