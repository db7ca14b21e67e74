import { Button } from 'antd';
import { useMemo } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Member } from '../api/model';
import { useDrawing } from '../chart/drawing';
import { Panel, Picture } from '../chart/Panel';
import { Lost } from '../shell/Lost';
import { Answer, Nothing } from '../shell/states';
import { useListText } from './listWords';
import { useHistory, usePeers } from './members';
import { membersOfRfm, past, pastFigures, radar, radarFigures, rfm, rfmFigures } from './portrait';
import { Why } from './Why';

/** The four dimensions beside the median of the stage, and the way to their reasons. */
export function DimensionsPanel({ member }: { member: Member }) {
  const drawing = useDrawing();
  const { t, format } = drawing;
  const { t: tell } = useListText();
  const asked = usePeers(String(member.no));
  const peers = asked.data;
  const drawn = useMemo(() => radar(member, peers, drawing), [member, peers, drawing]);
  const [parameters, setParameters] = useSearchParams();
  const show = (wanted: boolean) => {
    const next = new URLSearchParams(parameters);
    if (wanted) next.set('why', '1');
    else next.delete('why');
    setParameters(next);
  };
  const median = peers?.median ?? null;
  return (
    <Panel
      title={t('member.dimensions')}
      note={t('member.dimensions.note')}
      figures={member.scored ? radarFigures(member, peers, drawing) : { columns: [], rows: [] }}
      tools={<Button size="small" type="primary" ghost onClick={() => show(true)} disabled={!member.scored} data-testid="why">{t('why.open')}</Button>}
    >
      {member.scored ? <Picture option={drawn} height={280} label={t('member.dimensions')} /> : <Nothing title={t('member.unscored')} />}
      <Lost of={asked} what={tell('radar.lost')} />
      {median !== null && <p className="quiet">{t('radar.note', { stage: t(`stage.${median.stage}`), value: format.score(median.value) })} · <Link to={`/members?stage=${median.stage}`}>{t('radar.members', { n: format.short(median.members) })}</Link></p>}
      <Why no={String(member.no)} open={parameters.has('why')} close={() => show(false)} />
    </Panel>
  );
}

export function PastPanel({ member }: { member: Member }) {
  const drawing = useDrawing();
  const { t } = drawing;
  const history = useHistory(String(member.no), member.scored);
  const { data } = history;
  const drawn = useMemo(() => (data === undefined ? null : past(data, drawing)), [data, drawing]);
  return (
    <Panel title={t('past.title')} note={data === undefined ? t('past.note') : t('past.model', { version: data.modelVersion })} figures={data === undefined ? { columns: [], rows: [] } : pastFigures(data, drawing)}>
      {member.scored
        ? <Answer of={history}>{() => (drawn === null ? null : <Picture option={drawn} height={330} label={t('past.title')} />)}</Answer>
        : <Nothing title={t('member.unscored')} />}
    </Panel>
  );
}

export function RfmPanel({ member }: { member: Member }) {
  const drawing = useDrawing();
  const { t } = drawing;
  const peers = usePeers(String(member.no));
  const { data } = peers;
  const drawn = useMemo(() => (data === undefined ? null : rfm(member, data, drawing)), [member, data, drawing]);
  const { r, f, m } = member.rfm ?? { r: null, f: null, m: null };
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const choose = useMemo(() => (i: number) => void navigate(membersOfRfm(i)), [navigate]);
  const why = new URLSearchParams(parameters);
  why.set('why', '1');
  return (
    <Panel
      title={t('rfm.title')}
      note={r === null || f === null || m === null ? t('rfm.none') : <>{t('member.rfm', { r, f, m })} · <Link to={`/members?r=${r}&f=${f}&m=${m}`}>{t('rfm.same')}</Link></>}
      figures={data === undefined ? { columns: [], rows: [] } : rfmFigures(data, drawing)}
      tools={member.scored && <Link to={`?${why}`}>{t('rfm.why')}</Link>}
    >
      <Answer of={peers}>{({ cells }) => (cells.length === 0 || drawn === null ? <Nothing title={t('rfm.nobody')} /> : <Picture option={drawn} height={270} label={t('rfm.title')} onChoose={choose} />)}</Answer>
    </Panel>
  );
}
