import { InboxOutlined } from '@ant-design/icons';
import { Alert, App, Button, Form, Input, Progress, Segmented, Select, Steps, Upload } from 'antd';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Panel } from '../chart/Panel';
import { useLeaveGuard } from '../shell/leaving';
import { PageHead } from '../shell/page';
import { useText } from '../text/language';
import { columnsOf } from './head';
import { usePreview, useStartImport, type Order } from './imports';
import { PreviewTable } from './PreviewTable';
import { KINDS, proposeMap, type Kind } from './propose';
import { Refusal } from './Refusal';

const ENCODINGS = ['UTF-8', 'GBK', 'GB18030', 'UTF-16LE', 'UTF-16BE'];

/** A file, the query that turns its rows into events, a look at the first of them, then the work itself. */
export default function NewImportPage() {
  const { t, format } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<string[]>([]);
  const [kind, setKind] = useState<Kind>('orders');
  const [source, setSource] = useState('');
  const [encoding, setEncoding] = useState('UTF-8');
  const [map, setMap] = useState('');
  const [mended, setMended] = useState(false);
  const [sent, setSent] = useState(0);
  const preview = usePreview();
  const start = useStartImport(setSent);
  const free = useLeaveGuard(mended || start.isPending);
  const order: Order | null = file === null || map.trim() === '' || source.trim() === '' ? null : { file, map, source: source.trim(), encoding };

  useEffect(() => {
    if (file === null) return undefined;
    let current = true;
    void columnsOf(file, encoding).then((found) => {
      if (current) setColumns(found);
    });
    return () => {
      current = false;
    };
  }, [file, encoding]);

  // The proposal follows the file and its kind until the operator has written a map of their own.
  const proposal = file === null ? '' : proposeMap(columns, kind);
  const shownMap = mended ? map : proposal;
  if (!mended && map !== proposal) setMap(proposal);

  const choose = (chosen: File) => {
    setFile(chosen);
    preview.reset();
    start.reset();
    if (source === '') setSource(chosen.name.replace(/\.(gz|zst)$/i, '').replace(/\.\w+$/, ''));
    return false;
  };
  const write = (text: string) => {
    setMended(true);
    setMap(text);
    preview.reset();
  };
  const begin = (trial: boolean) => {
    if (order === null) return;
    start.mutate({ ...order, trial }, {
      onSuccess: (started) => {
        free();
        void message.success(t(trial ? 'imports.trial.begun' : 'imports.begun'));
        void navigate(`/data/imports/${started.id}`);
      },
    });
  };
  const step = file === null ? 0 : preview.data === undefined ? 1 : 2;

  return (
    <>
      <PageHead title={t('imports.new')} note={<Link to="/data/imports">{t('imports.back')}</Link>} />
      <Steps className="steps" size="small" responsive={false} current={step} items={[{ title: t('imports.step.file') }, { title: t('imports.step.map') }, { title: t('imports.step.preview') }]} />
      <div className="stack">
        <Panel title={t('imports.step.file')} note={t('imports.file.note')}>
          <Upload.Dragger accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.parquet,.gz,.zst" maxCount={1} showUploadList={false} beforeUpload={choose} disabled={start.isPending}>
            <p className="drop-icon"><InboxOutlined /></p>
            <p>{file === null ? t('imports.drop') : <><strong>{file.name}</strong> · {format.bytes(file.size)}</>}</p>
            <p className="quiet">{file === null ? t('imports.drop.help') : t('imports.drop.other')}</p>
          </Upload.Dragger>
          <Form layout="vertical" className="import-form">
            <Form.Item label={t('imports.source')} extra={t('imports.source.help')} htmlFor="source">
              <Input id="source" value={source} maxLength={80} onChange={(event) => setSource(event.target.value)} />
            </Form.Item>
            <Form.Item label={t('imports.encoding')} htmlFor="encoding">
              <Select id="encoding" value={encoding} onChange={setEncoding} options={ENCODINGS.map((value) => ({ value, label: value }))} />
            </Form.Item>
          </Form>
        </Panel>

        <Panel
          title={t('imports.step.map')}
          note={t('imports.map.note')}
          tools={<Segmented size="small" value={kind} onChange={(value) => { setKind(value); setMended(false); preview.reset(); }} options={KINDS.map((value) => ({ value, label: t(`imports.kind.${value}`) }))} />}
        >
          {columns.length > 0 && (
            <p className="columns">
              <span className="quiet">{t('imports.columns')}</span>
              {columns.map((it) => <code key={it}>{it}</code>)}
            </p>
          )}
          <Input.TextArea aria-label={t('imports.step.map')} className="sql" spellCheck={false} autoSize={{ minRows: 7, maxRows: 24 }} value={shownMap} placeholder={t('imports.map.empty')} onChange={(event) => write(event.target.value)} data-testid="map" />
          {preview.isError && <Refusal error={preview.error} />}
          <div className="act">
            <Button type={preview.data === undefined ? 'primary' : 'default'} disabled={order === null} loading={preview.isPending} onClick={() => { if (order !== null) preview.mutate(order); }}>
              {t('imports.preview')}
            </Button>
          </div>
        </Panel>

        {preview.data !== undefined && (
          <Panel title={t('imports.step.preview')} note={t('imports.preview.note', { n: preview.data.events.length, bad: preview.data.rejects.length })}>
            <PreviewTable preview={preview.data} />
            {preview.data.events.length === 0 && <Alert type="warning" showIcon title={t('imports.preview.none')} />}
            {start.isError && <Refusal error={start.error} />}
            <div className="act">
              {start.isPending && <Progress className="sending" percent={Math.floor(sent * 100)} size="small" aria-label={t('imports.sending')} />}
              {start.isPending && <Button danger onClick={start.stop} data-testid="stop-sending">{t('work.cancel')}</Button>}
              <Button disabled={order === null || preview.data.events.length === 0 || start.isPending} onClick={() => begin(true)} title={t('imports.trial.help')} data-testid="try-import">{t('imports.trial')}</Button>
              <Button type="primary" disabled={order === null || preview.data.events.length === 0} loading={start.isPending} onClick={() => begin(false)} data-testid="start-import">
                {start.isPending ? t('imports.sending') : t('imports.start')}
              </Button>
            </div>
          </Panel>
        )}
      </div>
    </>
  );
}
