import { Segmented, Tooltip } from 'antd';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { Audience, AudienceProfile, Layer, Level, ProfileAttribute, ProfileRow, Stage } from '../api/model';
import { Panel } from '../chart/Panel';
import { useLook } from '../shell/look';
import { Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { useCommunityNames, useProfile } from './calls';
import type { Expression } from './expression';
import { useNames } from './names';
import { asAudience } from './opened';
import { useAudienceText, type SayAudience } from './words';

const ATTRIBUTES = ['STAGE', 'LAYER', 'LEVEL', 'CHANNEL', 'RFM', 'COMMUNITY', 'TAG'] as const;
const FEW = 12;
const FIGURES = ['value', 'consumption', 'content', 'interaction', 'social'] as const;
/** A ratio beyond these is drawn at the edge. */
const [LEAST, MOST] = [0.25, 4];

/** What is more, and what is less frequent in the audience than among everybody. */
export function ProfilePanel({ of }: { of: Audience }) {
  const profile = useProfile(of.id);
  return <Stoppable of={profile}>{(data) => (data.members === 0 ? <Empty /> : <Profile of={data} audience={of} />)}</Stoppable>;
}

function Empty() {
  const { t } = useAudienceText();
  return <section className="panel"><Nothing title={t('aud.nobody')} /></section>;
}

function Profile({ of, audience }: { of: AudienceProfile; audience: Audience }) {
  const { t, format } = useAudienceText();
  const [told, setTold] = useState<'told' | 'all'>('told');
  const communities = useCommunityNames('');
  const names = useMemo(() => new Map((communities.data?.items ?? []).map((it) => [it.id, it.name])), [communities.data]);
  const { tags } = useNames();
  const rows = of.rows.filter((it) => told === 'all' || it.verdict === 'OVER' || it.verdict === 'UNDER');
  const by = (attribute: ProfileAttribute) => rows.filter((it) => it.attribute === attribute);
  return (
    <div className="stack">
      <Panel title={t('profile.medians')} note={t('profile.medians.note')} figures={{ columns: [t('profile.figure'), t('profile.inside'), t('profile.everybody')], rows: of.figures.map((it) => [it.figure, it.median, it.medianOfEverybody]) }}>
        <Medians of={of} />
      </Panel>
      <Panel
        title={t('profile.title')}
        note={t('profile.note', { members: format.short(of.members), everybody: format.short(of.everybody), compared: of.compared })}
        tools={<Segmented size="small" aria-label={t('profile.told')} value={told} onChange={setTold} options={[{ value: 'told', label: t('profile.told') }, { value: 'all', label: t('filter.all') }]} />}
        figures={{
          columns: [t('profile.attribute'), t('profile.what'), t('profile.count'), t('profile.having'), t('profile.inside'), t('profile.everybody'), t('profile.ratio'), 'z', 'q'],
          rows: of.rows.map((it) => [t(`profile.${it.attribute}`), rowWord(it, t, names, tags), it.inside, it.having, it.share, it.shareOfEverybody, it.ratio, it.z, it.q]),
        }}
      >
        {rows.length === 0 ? <Nothing title={t('profile.none')} /> : (
          <div className="profile">
            {ATTRIBUTES.filter((it) => by(it).length > 0).map((attribute) => (
              <section key={attribute} aria-label={t(`profile.${attribute}`)}>
                <h3>{t(`profile.${attribute}`)}</h3>
                <ul>{by(attribute).slice(0, FEW).map((row) => <Line key={row.key} of={row} word={rowWord(row, t, names, tags)} audience={audience} />)}</ul>
                {by(attribute).length > FEW && <p className="quiet">{t('profile.more', { n: by(attribute).length - FEW })}</p>}
              </section>
            ))}
          </div>
        )}
        <p className="quiet profile-honest">{t('profile.honest', { level: format.share(of.level) })}</p>
      </Panel>
    </div>
  );
}

function rowWord(row: ProfileRow, t: SayAudience, names: Map<string, string>, tags: Map<number, string>): string {
  switch (row.attribute) {
    case 'STAGE': return t(`stage.${row.key as Stage}`);
    case 'LAYER': return t(`layer.${row.key as Layer}`);
    case 'LEVEL': return t(`level.${row.key as Level}`);
    case 'COMMUNITY': return names.get(row.key) ?? row.key;
    case 'RFM': return `RFM ${row.key}`;
    case 'CHANNEL': return row.key;
    case 'TAG': return tags.get(Number(row.key)) ?? row.key;
  }
}

/** A property: its share within and among everybody, and the ratio as a bar from the middle, doubled steps being equal. */
function Line({ of, word, audience }: { of: ProfileRow; word: string; audience: Audience }) {
  const { t, format } = useAudienceText();
  const { palette } = useLook();
  const both: Expression = { kind: 'all', of: [{ kind: 'audience', id: audience.id }, of.expression] };
  const ratio = of.ratio === null ? 1 : Math.min(MOST, Math.max(LEAST, of.ratio));
  const reach = (Math.log2(ratio) / Math.log2(MOST)) * 50;
  const sure = of.verdict === 'OVER' || of.verdict === 'UNDER';
  const color = !sure ? palette.line : reach >= 0 ? palette.accent : palette.dimension.consumption;
  return (
    <li className="profile-line">
      <Link className="aud-clipped" to={asAudience(both)} title={t('profile.open')}>{word}</Link>
      <Tooltip title={t('profile.tip', { inside: format.whole(of.inside), having: format.whole(of.having), q: of.q === null ? '—' : of.q < 0.001 ? '< 0.001' : of.q.toFixed(3) })}>
        <span className="profile-bar" aria-hidden><i style={{ background: color, left: `${reach >= 0 ? 50 : 50 + reach}%`, width: `${Math.abs(reach)}%` }} /></span>
      </Tooltip>
      <span className="profile-ratio">{of.ratio === null ? '—' : `×${of.ratio.toFixed(2)}`}</span>
      <span className="quiet profile-shares">{format.share(of.share)} / {format.share(of.shareOfEverybody)}</span>
      <span className="quiet profile-verdict">{t(`verdict.${of.verdict}`)}</span>
    </li>
  );
}

function Medians({ of }: { of: AudienceProfile }) {
  const { t, format } = useAudienceText();
  const { palette } = useLook();
  const word = (figure: string) => {
    const known = FIGURES.find((it) => it === figure);
    return known === undefined ? figure : known === 'value' ? t('member.value') : t(`dimension.${known}`);
  };
  const color = (figure: string) => (figure === 'value' ? palette.accent : palette.dimension[figure as 'social']);
  return (
    <ul className="medians">
      {of.figures.map((it) => (
        <li key={it.figure}>
          <span>{word(it.figure)}</span>
          <span className="medians-bar" aria-hidden>
            <i style={{ width: `${it.median ?? 0}%`, background: color(it.figure) }} />
            <b style={{ left: `${it.medianOfEverybody ?? 0}%` }} />
          </span>
          <span className="number"><strong>{format.score(it.median)}</strong> <span className="quiet">/ {format.score(it.medianOfEverybody)}</span></span>
        </li>
      ))}
    </ul>
  );
}
