import { AutoComplete, Checkbox, Input, Segmented, Select, Switch } from 'antd';
import { LAYERS, LEVELS, STAGES } from '../../api/model';
import { channelInWords } from '../../value/channels';
import { useVocabulary } from '../calls';
import { FIGURES, MARKS, ROLES, type Leaf } from '../expression';
import { useAudienceText } from '../words';
import { Any, Count, Labelled, OnDay, One, Some } from './basics';
import { EventFields } from './EventFields';
import { MeasureFields } from './MeasureFields';
import { RangeFields } from './RangeFields';
import { AudienceFields, CommunityChoice, ListFields, TagFields } from './SetFields';
import { TestFields } from './TestFields';
import { WindowFields } from './WindowFields';

const PERIODS = ['GOLDEN', 'SILVER'] as const;

/** The form of a condition, by its kind. `own` is the audience that is being edited: it cannot ask for itself. */
export function LeafFields({ of, change, own }: { of: Leaf; change: (leaf: Leaf) => void; own: number | undefined }) {
  const { t } = useAudienceText();
  const vocabulary = useVocabulary().data;
  switch (of.kind) {
    case 'everyone': return <p className="quiet">{t('aud.everyone.help')}</p>;
    case 'trait': return (
      <Labelled word={t('leaf.trait')}>
        <TraitChoice value={of.name} change={(name) => change({ ...of, name })} />
        <TestFields of={of.is} change={(is) => change({ ...of, is })} label={of.name} />
      </Labelled>
    );
    case 'traitDay': return (
      <>
        <Labelled word={t('leaf.trait')}>
          <TraitChoice value={of.name} change={(name) => change({ ...of, name })} />
          <Checkbox checked={of.yearly === true} onChange={(it) => change({ ...of, yearly: it.target.checked, during: it.target.checked && of.during.kind === 'ever' ? { kind: 'next', days: 7 } : of.during })}>{t('aud.yearly')}</Checkbox>
        </Labelled>
        <Labelled word={t('aud.when')}><WindowFields ahead of={of.during} change={(during) => change({ ...of, during })} without={of.yearly === true ? ['sinceJoining', 'ever'] : ['sinceJoining']} /></Labelled>
      </>
    );
    case 'channel': return <Labelled word={t('leaf.channel')}><Any value={of.in} offered={vocabulary?.channels ?? []} label={t('leaf.channel')} change={(values) => change({ ...of, in: values })} /></Labelled>;
    case 'joined': return <Labelled word={t('aud.window')}><WindowFields of={of.during} change={(during) => change({ ...of, during })} without={['sinceJoining']} /></Labelled>;
    case 'consent': return (
      <Labelled word={t('leaf.consent')}>
        <Select className="aud-property" showSearch aria-label={t('leaf.consent')} placeholder={t('aud.choose')} value={of.channel === '' ? null : of.channel} onChange={(channel: string) => change({ ...of, channel })} options={[...new Set([...(vocabulary?.consents ?? []), of.channel])].filter((it) => it !== '').map((value) => ({ value, label: channelInWords(value, t) }))} />
        <Segmented value={of.granted === false ? 'no' : 'yes'} onChange={(it) => change({ ...of, granted: it === 'yes' })} options={[{ value: 'yes', label: t('aud.granted') }, { value: 'no', label: t('aud.revoked') }]} />
      </Labelled>
    );
    case 'score': return (
      <Labelled word={t('leaf.score')}>
        <One value={of.figure} of={FIGURES} word={(it) => t(`figure.${it}`)} label={t('leaf.score')} change={(figure) => change({ ...of, figure })} width={168} />
        <RangeFields of={of.is} change={(is) => change({ ...of, is })} label={t(`figure.${of.figure}`)} />
      </Labelled>
    );
    case 'mark': return <Labelled word={t('leaf.mark')}><One value={of.mark} of={MARKS} word={(it) => t(`mark.${it}`)} label={t('leaf.mark')} change={(mark) => change({ ...of, mark })} width={240} /></Labelled>;
    case 'activeDays': return (
      <Labelled word={t('aud.within')}>
        <Count value={of.within} min={1} max={60} word={t('aud.within')} change={(within) => change({ ...of, within })} /><span>{t('aud.activeOn')}</span>
        <RangeFields of={of.is} change={(is) => change({ ...of, is })} label={t('leaf.activeDays')} /><span>{t('aud.days')}</span>
      </Labelled>
    );
    case 'stage': return (
      <>
        <Labelled word={t('leaf.stage')}><Some value={of.in} of={STAGES} word={(it) => t(`stage.${it}`)} label={t('leaf.stage')} change={(stages) => change({ ...of, in: stages })} /></Labelled>
        <Labelled word={t('aud.when')}>
          {of.on === undefined && <><Count value={of.monthsAgo ?? 0} min={0} max={36} word={t('aud.monthsAgo')} change={(monthsAgo) => change({ ...of, monthsAgo })} /><span>{t('aud.monthsAgo.or')}</span></>}
          <OnDay value={of.on} change={(on) => change({ kind: 'stage', in: of.in, ...(on === undefined ? {} : { on }) })} label={t('aud.onDay')} />
        </Labelled>
      </>
    );
    case 'moved': return (
      <>
        <Labelled word={t('aud.from')}><Some value={of.from} of={STAGES} word={(it) => t(`stage.${it}`)} label={t('aud.from')} change={(from) => change({ ...of, from })} /></Labelled>
        <Labelled word={t('aud.to')}><Some value={of.to} of={STAGES} word={(it) => t(`stage.${it}`)} label={t('aud.to')} change={(to) => change({ ...of, to })} /></Labelled>
        <Labelled word={t('aud.when')}>
          <Count value={of.days ?? of.months ?? 1} min={1} max={of.days === undefined ? 12 : 366} word={t('aud.when')} change={(n) => change(of.days === undefined ? { ...of, months: n } : { ...of, days: n })} />
          <One value={of.days === undefined ? 'months' : 'days'} of={['months', 'days']} word={(it) => t(`aud.moved.${it}`)} label={t('aud.moved.unit')} change={(unit) => change({ kind: 'moved', from: of.from, to: of.to, ...(unit === 'days' ? { days: 7 } : { months: 1 }) })} width={208} />
        </Labelled>
      </>
    );
    case 'layer': return (
      <>
        <Labelled word={t('leaf.layer')}><Some value={of.in} of={LAYERS} word={(it) => t(`layer.${it}`)} label={t('leaf.layer')} change={(layers) => change({ ...of, in: layers })} /></Labelled>
        <Labelled word={t('aud.when')}><OnDay value={of.on} change={(on) => change({ kind: 'layer', in: of.in, ...(on === undefined ? {} : { on }) })} label={t('aud.onDay')} placeholder={t('aud.now')} /></Labelled>
      </>
    );
    case 'layerMoved': return (
      <>
        <Labelled word={t('aud.from')}><Some value={of.from} of={LAYERS} word={(it) => t(`layer.${it}`)} label={t('aud.from')} change={(from) => change({ ...of, from })} /><Count value={of.days} min={1} max={366} word={t('aud.agoTo')} change={(days) => change({ ...of, days })} /><span>{t('aud.agoTo')}</span></Labelled>
        <Labelled word={t('aud.toNow')}><Some value={of.to} of={LAYERS} word={(it) => t(`layer.${it}`)} label={t('aud.toNow')} change={(to) => change({ ...of, to })} /></Labelled>
      </>
    );
    case 'level': return <Labelled word={t('leaf.level')}><Some value={of.in} of={LEVELS} word={(it) => t(`level.${it}`)} label={t('leaf.level')} change={(levels) => change({ ...of, in: levels })} /></Labelled>;
    case 'did': return (
      <>
        <EventFields of={of.event} change={(event) => change({ ...of, event })} word={t('aud.event')} />
        <Labelled word={t('aud.when')}><WindowFields of={of.during ?? { kind: 'ever' }} change={(during) => change({ ...of, during })} /></Labelled>
        <MeasureFields of={of} change={change} />
      </>
    );
    case 'sequence': return (
      <>
        <EventFields of={of.first} change={(first) => change({ ...of, first })} word={t('aud.first')} />
        <EventFields of={of.then} change={(then) => change({ ...of, then })} word={t('aud.then')} />
        <Labelled word={t('aud.within')}><Count value={of.withinDays} min={0} max={366} word={t('aud.days')} change={(withinDays) => change({ ...of, withinDays })} /><span>{t('aud.daysAfter')}</span></Labelled>
        <Labelled word={t('aud.firstWhen')}><WindowFields of={of.during ?? { kind: 'ever' }} change={(during) => change({ ...of, during })} without={['sinceJoining']} /></Labelled>
      </>
    );
    case 'community': return (
      <>
        <Labelled word={t('leaf.community')}><CommunityChoice value={of.in ?? []} change={(keys) => change({ ...of, in: keys })} /></Labelled>
        <Labelled word={t('community.period')}><Some value={of.stages ?? []} of={PERIODS} word={(it) => t(`period.${it}`)} label={t('aud.period.any')} change={(stages) => change({ ...of, stages })} /></Labelled>
        <Labelled word={t('aud.role')}><Some value={of.roles ?? []} of={ROLES} word={(it) => t(`communityRole.${it}`)} label={t('aud.role.any')} change={(roles) => change({ ...of, roles })} /></Labelled>
        <Labelled word={t('aud.past')}><Switch aria-label={t('aud.past')} checked={of.past === true} onChange={(past) => change({ ...of, past })} /></Labelled>
      </>
    );
    case 'tag': return <TagFields of={of} change={change} />;
    case 'audience': return <AudienceFields of={of} change={change} own={own} />;
    case 'list': return <ListFields of={of} change={change} />;
    case 'share': return (
      <Labelled word={t('leaf.share')}>
        <Count value={of.percent} min={0.01} max={100} step={5} word="%" change={(percent) => change({ ...of, percent })} /><span>%</span>
        <span className="quiet">{t('aud.salt')}</span><Input className="aud-text" aria-label={t('aud.salt')} value={of.salt ?? ''} maxLength={100} onChange={(it) => change(it.target.value === '' ? { kind: 'share', percent: of.percent } : { ...of, salt: it.target.value })} />
      </Labelled>
    );
  }
}

function TraitChoice({ value, change }: { value: string; change: (name: string) => void }) {
  const { t } = useAudienceText();
  const known = useVocabulary().data?.traits ?? [];
  return <AutoComplete className="aud-property" aria-label={t('leaf.trait')} placeholder={t('aud.trait.name')} value={value} onChange={change} options={known.map((it) => ({ value: it }))} showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }} />;
}
