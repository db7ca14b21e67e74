import { ExperimentOutlined } from '@ant-design/icons';
import { Button, InputNumber, Popconfirm, Popover, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import type { HoldoutKind, ThingHoldout } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { useKeepBack, useKeptBack, useStep } from './experiments';
import { useExperimentText } from './words';
import './experiment.css';

const USUAL = 5;

/** The share of the members that a journey, a template or an audience keeps back, so that what it brings can be measured. */
export default function KeptBack({ kind, number }: { kind: HoldoutKind; number: number }) {
  const { t, format } = useExperimentText();
  const [open, setOpen] = useState(false);
  const operator = useMay('OPERATOR');
  const kept = useKeptBack(kind, number);
  if (kept.data === undefined || (!operator && kept.data.items.length === 0)) return null;
  const running = kept.data.items.find((it) => it.state === 'RUNNING');
  const past = kept.data.items.filter((it) => it !== running);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={t('kept.title')}
      content={(
        <div className="kept-back">
          <p className="quiet">{t(`kept.note.${kind}`)}</p>
          {running !== undefined && <Running of={running} kind={kind} number={number} operator={operator} />}
          {running === undefined && operator && <Begin kind={kind} number={number} />}
          {past.map((it) => <p key={it.experiment} className="quiet"><Link to={`/experiments/${it.experiment}`}>{t('kept.past', { share: format.share(it.share), from: format.day(it.startedAt), until: format.day(it.stoppedAt ?? it.startedAt) })}</Link></p>)}
        </div>
      )}
    >
      <Button icon={<ExperimentOutlined />} data-testid="kept-back">{running === undefined ? t('kept.none') : t('kept.share', { share: format.share(running.share) })}</Button>
    </Popover>
  );
}

function Running({ of, kind, number, operator }: { of: ThingHoldout; kind: HoldoutKind; number: number; operator: boolean }) {
  const { t, format } = useExperimentText();
  const stop = useStep(String(of.experiment), ['kept-back', kind, number]);
  return (
    <>
      <p>{t('kept.since', { share: format.share(of.share), day: format.day(of.startedAt) })}</p>
      <Space wrap>
        <Link to={`/experiments/${of.experiment}`}><Button type="primary">{t('kept.report')}</Button></Link>
        {operator && <Popconfirm title={t('kept.stop.sure')} okText={t('experiment.stop')} onConfirm={() => stop.mutate('stop')}><Button loading={stop.isPending}>{t('experiment.stop')}</Button></Popconfirm>}
      </Space>
      {stop.isError && <Refusal error={stop.error} />}
    </>
  );
}

function Begin({ kind, number }: { kind: HoldoutKind; number: number }) {
  const { t } = useExperimentText();
  const [percent, setPercent] = useState<number | null>(USUAL);
  const keep = useKeepBack(kind, number);
  return (
    <>
      <Space wrap>
        <InputNumber aria-label={t('kept.percent')} min={0.1} max={99} step={1} value={percent} onChange={setPercent} suffix="%" />
        <Button type="primary" disabled={percent === null} loading={keep.isPending} onClick={() => keep.mutate((percent ?? USUAL) / 100)}>{t('kept.begin')}</Button>
      </Space>
      {keep.isError && <Refusal error={keep.error} />}
    </>
  );
}
