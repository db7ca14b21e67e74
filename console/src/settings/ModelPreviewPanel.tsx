import { Button, Select, Skeleton, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { LAYERS, STAGES, type Layer, type Level, type Member, type ModelPreview, type PreviewExample, type Stage } from '../api/model';
import { Panel, Picture } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { useLook } from '../shell/look';
import { Count } from '../shell/page';
import { Nothing } from '../shell/states';
import { useSettingsText } from './words';
import { useMembers } from '../value/members';
import { LayerSign, LevelSign, StageSign } from '../value/signs';
import { distribution, distributionFigures, pyramids, pyramidsFigures } from './previewPictures';

const MOST = 10;

interface Asked {
  data: ModelPreview | undefined;
  error: Error | null;
  isFetching: boolean;
  refetch: () => unknown;
}

/** How the brand would stand under the draft, before anybody saves it. */
export function ModelPreviewPanel({ asked, members, choose }: { asked: Asked; members: number[]; choose: (members: number[]) => void }) {
  const { t, format } = useSettingsText();
  const { palette } = useLook();
  const preview = asked.data;
  const drawing = { t, format, palette };
  if (asked.error !== null) return <Panel title={t('model.preview')}><Refusal error={asked.error} /><Button size="small" loading={asked.isFetching} onClick={() => void asked.refetch()}>{t('state.retry')}</Button></Panel>;
  if (preview === undefined) return <Panel title={t('model.preview')}><Skeleton active paragraph={{ rows: 14 }} /></Panel>;
  if (preview.members === 0) return <Panel title={t('model.preview')}><Nothing title={t('model.preview.nobody')} /></Panel>;
  return (
    <div className={asked.isFetching ? 'preview preview-stale' : 'preview'} aria-busy={asked.isFetching} data-testid="model-preview">
      <Panel
        title={t('model.preview')}
        note={`${t('page.asOf', { day: preview.asOf })} · ${preview.every === 1 ? t('model.preview.all', { n: format.whole(preview.members) }) : t('model.preview.sample', { every: preview.every, n: format.whole(preview.members) })}`}
        figures={distributionFigures(preview, drawing)}
      >
        <dl className="moves">
          <Move name="highValue" label={t('member.high')} before={preview.before.highValue} after={preview.after.highValue} show={format.whole} />
          <Move name="meanValue" label={t('model.mean')} before={preview.before.meanValue} after={preview.after.meanValue} show={format.score} />
          <Move name="medianValue" label={t('model.median')} before={preview.before.medianValue} after={preview.after.medianValue} show={format.score} />
        </dl>
        <Picture option={distribution(preview, drawing)} height={220} label={t('model.preview')} />
      </Panel>
      <Panel title={t('overview.pyramid')} figures={pyramidsFigures(preview, drawing)}>
        <Picture option={pyramids(preview, drawing)} height={190} label={t('overview.pyramid')} />
      </Panel>
      <Panel title={t('model.classes')}>
        <Classes preview={preview} />
      </Panel>
      <Panel title={t('model.examples')} note={members.length === 0 ? t('model.examples.most') : t('model.examples.chosen')}>
        <Chooser members={members} choose={choose} />
        <Examples rows={preview.examples} />
      </Panel>
    </div>
  );
}

function Move({ name, label, before, after, show }: { name: string; label: string; before: number; after: number; show: (n: number) => string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd><data value={before} data-figure={`${name}-before`}>{show(before)}</data> → <strong><data value={after} data-figure={`${name}-after`}>{show(after)}</data></strong></dd>
    </div>
  );
}

function Classes({ preview: { before, after } }: { preview: ModelPreview }) {
  const { t, format } = useSettingsText();
  const row = (key: string, sign: React.ReactNode, was: number, becomes: number) => (
    <tr key={key}>
      <th scope="row">{sign}</th>
      <td><Count n={was} /></td>
      <td><Count n={becomes} /></td>
      <td>{becomes === was ? '—' : `${becomes > was ? '+' : '−'}${format.short(Math.abs(becomes - was))}`}</td>
    </tr>
  );
  return (
    <table className="grid grid-figures">
      <thead><tr><th scope="col"><span className="unseen">{t('model.class')}</span></th><th scope="col">{t('model.before')}</th><th scope="col">{t('model.after')}</th><th scope="col">{t('model.change')}</th></tr></thead>
      <tbody>
        {STAGES.map((it: Stage) => row(it, <StageSign of={it} />, before.stages[it] ?? 0, after.stages[it] ?? 0))}
        {LAYERS.map((it: Layer) => row(it, <LayerSign of={it} />, before.layers[it] ?? 0, after.layers[it] ?? 0))}
      </tbody>
    </table>
  );
}

function Examples({ rows }: { rows: PreviewExample[] }) {
  const { t, format } = useSettingsText();
  const level = (was: Level, becomes: Level) => (was === becomes ? <LevelSign of={was} /> : <><LevelSign of={was} /> → <LevelSign of={becomes} /></>);
  const columns: TableColumnsType<PreviewExample> = [
    { title: t('members.name'), dataIndex: 'no', render: (no: number) => <Link to={`/members/${no}`}>#{no}</Link> },
    { title: t('model.before'), dataIndex: 'before', align: 'right', render: format.score },
    { title: t('model.after'), dataIndex: 'after', align: 'right', render: format.score },
    { title: t('model.change'), key: 'change', align: 'right', render: (_, it) => format.change(it.after - it.before) },
    { title: t('overview.level'), key: 'level', render: (_, it) => level(it.levelBefore, it.levelAfter) },
  ];
  return <Table<PreviewExample> size="small" rowKey="no" pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={rows} locale={{ emptyText: <Nothing title={t('model.examples.none')} /> }} />;
}

/** Looks members up by what one types; up to ten stay chosen, in the address. */
function Chooser({ members, choose }: { members: number[]; choose: (members: number[]) => void }) {
  const { t, format } = useSettingsText();
  const [typed, setTyped] = useState('');
  const found = useMembers({ sort: '-value', stage: undefined, layer: undefined, level: undefined, minValue: undefined, q: typed === '' ? undefined : typed });
  const label = (it: Member) => `#${it.no} ${it.name ?? it.identifiers[0]?.key ?? ''} · ${format.score(it.value)}`;
  const offered = (found.data?.pages[0]?.items ?? []).slice(0, 20).map((it) => ({ value: it.no, label: label(it) }));
  return (
    <Select<number[]>
      className="chooser"
      mode="multiple"
      maxCount={MOST}
      value={members}
      onChange={choose}
      aria-label={t('model.examples.choose')}
      placeholder={t('model.examples.choose')}
      optionLabelProp="value"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      options={offered}
      tagRender={({ value, onClose }) => <span className="chosen">#{value}<button type="button" aria-label={`${t('model.remove')} #${value}`} onClick={onClose}>×</button></span>}
    />
  );
}
