import { InboxOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Progress, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { Panel } from '../chart/Panel';
import { columnsOf } from '../collect/head';
import { Refusal } from '../collect/Refusal';
import { useLeaveGuard } from '../shell/leaving';
import { PageHead } from '../shell/page';
import { useExperimentText } from './words';
import { useAnalyse } from './experiments';
import { WinsorField } from './WinsorField';

/** A finished experiment's file and the query that says who was in which arm and what came of it. */
const ROLES = [['lessIsBetter', 'complaints,refunds'], ['guardRails', 'complaints'], ['told', 'touches'], ['money', 'spend']] as const;

export default function NewFinishedPage() {
  const { t, format } = useExperimentText();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [columns, setColumns] = useState<string[]>([]);
  const [name, setName] = useState('');
  const [control, setControl] = useState('');
  const [weights, setWeights] = useState('');
  const [winsor, setWinsor] = useState<number | null>(0.999);
  const [judging, setJudging] = useState({ lessIsBetter: '', guardRails: '', told: '', money: '' });
  const [smallestLift, setSmallest] = useState(5);
  const [map, setMap] = useState('');
  const [sent, setSent] = useState(0);
  const analyse = useAnalyse(setSent);
  const free = useLeaveGuard(file !== null);
  const choose = (chosen: File) => {
    setFile(chosen);
    analyse.reset();
    if (name === '') setName(chosen.name.replace(/\.(gz|zst)$/i, '').replace(/\.\w+$/, ''));
    void columnsOf(chosen, 'UTF-8').then((found) => {
      setColumns(found);
      if (map === '' && found.length > 0) setMap(propose(found));
    });
    return false;
  };
  const begin = () => {
    if (file === null) return;
    const form = new FormData();
    for (const [key, value] of Object.entries({ name, control, weights, winsor: winsor === null ? 'none' : String(winsor), ...judging, smallestLift: String(smallestLift / 100), map })) if (value.trim() !== '') form.set(key, value.trim());
    form.set('file', file);
    analyse.mutate(form, { onSuccess: (made) => { free(); void navigate(`/experiments/finished/${made.id}`); } });
  };
  return (
    <>
      <PageHead title={t('experiments.analyse')} note={<Link to="/experiments?view=finished">{t('experiments.back')}</Link>} />
      <div className="stack">
        <Panel title={t('experiment.file')} note={t('experiment.file.note')}>
          <Upload.Dragger accept=".csv,.tsv,.txt,.ndjson,.jsonl,.json,.parquet,.gz,.zst" maxCount={1} showUploadList={false} beforeUpload={choose} disabled={analyse.isPending}>
            <p className="drop-icon"><InboxOutlined /></p>
            <p>{file === null ? t('imports.drop') : <><strong>{file.name}</strong> · {format.bytes(file.size)}</>}</p>
          </Upload.Dragger>
          <Form layout="vertical" className="import-form">
            <Form.Item label={t('experiment.name')} htmlFor="name"><Input id="name" value={name} maxLength={100} onChange={(event) => setName(event.target.value)} /></Form.Item>
            <Form.Item label={t('experiment.control')} htmlFor="control"><Input id="control" value={control} placeholder="control" onChange={(event) => setControl(event.target.value)} /></Form.Item>
            <Form.Item label={t('experiment.weights')} extra={t('experiment.weights.note')} htmlFor="weights"><Input id="weights" value={weights} placeholder="a=1,b=1" onChange={(event) => setWeights(event.target.value)} /></Form.Item>
            <Form.Item label={t('metric.winsor')} extra={t('metric.winsor.note')} htmlFor="winsor"><WinsorField id="winsor" value={winsor} change={setWinsor} /></Form.Item>
            {ROLES.map(([role, example]) => (
              <Form.Item key={role} label={t(`file.${role}`)} extra={t('experiment.metrics.note')} htmlFor={role}><Input id={role} value={judging[role]} placeholder={example} onChange={(event) => setJudging({ ...judging, [role]: event.target.value })} /></Form.Item>
            ))}
            <Form.Item label={t('experiment.smallestLift')} extra={t('experiment.smallestLift.note')} htmlFor="smallest"><InputNumber<number> id="smallest" min={0.1} max={1000} step={1} suffix="%" value={smallestLift} onChange={(it) => it !== null && setSmallest(it)} /></Form.Item>
          </Form>
        </Panel>
        <Panel title={t('experiment.map')} note={t('experiment.map.note')}>
          {columns.length > 0 && <p className="columns"><span className="quiet">{t('imports.columns')}</span>{columns.map((it) => <code key={it}>{it}</code>)}</p>}
          <Input.TextArea aria-label={t('experiment.map')} className="sql" spellCheck={false} autoSize={{ minRows: 7, maxRows: 24 }} value={map} onChange={(event) => setMap(event.target.value)} data-testid="map" />
          {analyse.isError && <Refusal error={analyse.error} />}
          <div className="act">
            {analyse.isPending && <Progress className="sending" percent={Math.floor(sent * 100)} size="small" aria-label={t('imports.sending')} />}
            <Button type="primary" disabled={file === null || map.trim() === ''} loading={analyse.isPending} onClick={begin} data-testid="analyse">{t('experiment.analyse')}</Button>
          </div>
        </Panel>
      </div>
    </>
  );
}

/** A first proposal by the names of columns; the operator knows better. */
function propose(columns: string[]): string {
  const quoted = (name: string) => (/^[a-z_]\w*$/i.test(name) ? name : `"${name.replaceAll('"', '""')}"`);
  const find = (pattern: RegExp) => columns.find((it) => pattern.test(it));
  const unit = find(/user|member|customer|unit|id$/i) ?? columns[0] ?? 'unit';
  const arm = find(/arm|version|variant|group|test|bucket/i) ?? columns[1] ?? 'arm';
  const rest = columns.filter((it) => it !== unit && it !== arm).map(quoted);
  return `SELECT ${[`${quoted(unit)} AS unit`, `${quoted(arm)} AS arm`, ...rest].join(',\n       ')}\nFROM input`;
}
