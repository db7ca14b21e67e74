import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, App, Button, Dropdown, Input, InputNumber, Segmented, Select } from 'antd';
import { useMay } from '../access/roles';
import type { ReachPolicy, ReachRule, RuleApplies } from '../api/model';
import { Refusal } from '../collect/Refusal';
import { PageHead } from '../shell/page';
import { useDraft } from '../shell/draft';
import { useLeaveGuard } from '../shell/leaving';
import { Answer, Nothing, Overtaken } from '../shell/states';
import { useWords } from '../text/language';
import { channelInWords } from '../value/channels';
import { useChannels, usePolicy, useSavePolicy } from './calls';
import './messaging.css';
import { CATEGORIES, known, WORDS, type MessagingKey } from './words';

const SERVICE = 'service';
const ALL: RuleApplies = { channels: [], categories: [], exceptCategories: [SERVICE] };
const FRESH: Record<ReachRule['kind'], (name: string) => ReachRule> = {
  CONSENT: (name) => ({ kind: 'CONSENT', name, applies: ALL, mustBeGiven: true }),
  QUIET_HOURS: (name) => ({ kind: 'QUIET_HOURS', name, applies: ALL, from: '22:00', to: '08:00', then: 'LATER' }),
  FREQUENCY_CAP: (name) => ({ kind: 'FREQUENCY_CAP', name, applies: ALL, most: 1, hours: 24, then: 'LATER' }),
  HOLDOUT: (name) => ({ kind: 'HOLDOUT', name, applies: ALL }),
  YIELD: (name) => ({ kind: 'YIELD', name, applies: ALL, minutes: 30 }),
};
const KINDS = Object.keys(FRESH) as ReachRule['kind'][];

/** The reach policy: rules in the order in which they are asked. */
export default function PolicyPage() {
  const policy = usePolicy();
  return <Answer of={policy}>{(it) => <Editor policy={it} />}</Answer>;
}

function Editor({ policy }: { policy: ReachPolicy }) {
  const { t, format } = useWords(WORDS);
  const { message: toast } = App.useApp();
  const may = useMay('ADMINISTRATOR');
  const save = useSavePolicy();
  const { draft: rules, edit: setRules, version, changed, overtaken, takeSaved, wasSaved } = useDraft(policy.rules, policy.version);
  useLeaveGuard(changed);
  const replace = (i: number, rule: ReachRule) => setRules(rules.map((it, n) => (n === i ? rule : it)));
  const move = (i: number, by: -1 | 1) => {
    const next = [...rules];
    const [rule] = next.splice(i, 1);
    if (rule !== undefined) next.splice(i + by, 0, rule);
    setRules(next);
  };
  const add = (kind: ReachRule['kind']) => {
    const word = t(`policy.kind.${kind}`);
    setRules([...rules, FRESH[kind](rules.some((it) => it.name === word) ? `${word} ${rules.length + 1}` : word)]);
  };
  return (
    <>
      <PageHead title={t('nav.policy')} note={policy.version === 0 ? t('policy.first') : t('policy.version', { n: policy.version, by: policy.createdBy, at: format.time(policy.createdAt) })}>
        {may && <Dropdown trigger={['click']} menu={{ items: KINDS.map((key) => ({ key, label: t(`policy.kind.${key}`), onClick: () => add(key) })) }}><Button icon={<PlusOutlined />} data-testid="add-rule">{t('policy.add')}</Button></Dropdown>}
      </PageHead>
      <p className="quiet">{t('policy.question')} {t('policy.always')} {!may && t('policy.readonly')}</p>
      {overtaken && <Overtaken by={policy.createdBy} take={takeSaved} />}
      {rules.length === 0 && <section className="panel"><Nothing title={t('policy.add')} /></section>}
      <ol className="rules">
        {rules.map((rule, i) => (
          <li key={i} className="panel reach-rule">
            <div className="reach-head">
              <span className="reach-number" aria-hidden>{i + 1}</span>
              <span className="mark-tag">{t(`policy.kind.${rule.kind}`)}</span>
              <Input aria-label={t('policy.name')} disabled={!may} value={rule.name} maxLength={100} onChange={(event) => replace(i, { ...rule, name: event.target.value })} />
              {may && (
                <span className="reach-tools">
                  <Button type="text" icon={<ArrowUpOutlined />} disabled={i === 0} aria-label={`${t('policy.up')} ${rule.name}`} onClick={() => move(i, -1)} />
                  <Button type="text" icon={<ArrowDownOutlined />} disabled={i === rules.length - 1} aria-label={`${t('policy.down')} ${rule.name}`} onClick={() => move(i, 1)} />
                  <Button type="text" danger icon={<DeleteOutlined />} aria-label={`${t('policy.remove')} ${rule.name}`} onClick={() => setRules(rules.filter((_, n) => n !== i))} />
                </span>
              )}
            </div>
            <RuleForm rule={rule} may={may} put={(next) => replace(i, next)} />
            {endsService(rule) && (
              <Alert
                className="reach-service" type="info" showIcon
                title={<div className="reach-ask"><span>{t('policy.service')}</span>{may && <Button size="small" onClick={() => replace(i, { ...rule, applies: { ...rule.applies, exceptCategories: [...rule.applies.exceptCategories, SERVICE] } })}>{t('policy.service.pass')}</Button>}</div>}
              />
            )}
          </li>
        ))}
      </ol>
      {save.isError && <Refusal error={save.error} />}
      {changed && (
        <div className="save-bar" role="status">
          <span>{t('policy.dirty')}</span>
          <Button onClick={takeSaved}>{t('policy.discard')}</Button>
          <Button type="primary" loading={save.isPending} data-testid="save-policy" onClick={() => save.mutate({ version, rules, note: '' }, { onSuccess: (saved) => { wasSaved(saved.rules, saved.version); void toast.success(t('policy.saved')); } })}>{t('policy.save')}</Button>
        </div>
      )}
    </>
  );
}

/** Whether a no to marketing is taken for one to news of an order, too, and nobody said that it is meant so. */
function endsService({ kind, applies }: ReachRule): boolean {
  return kind === 'CONSENT' && applies.categories.length === 0 && !applies.exceptCategories.includes(SERVICE);
}

function RuleForm({ rule, may, put }: { rule: ReachRule; may: boolean; put: (rule: ReachRule) => void }) {
  const { t } = useWords(WORDS);
  const channels = useChannels().data?.items ?? [];
  const say = (key: MessagingKey) => t(key);
  const applies = (changes: Partial<RuleApplies>) => put({ ...rule, applies: { ...rule.applies, ...changes } });
  const number = (label: string, value: number, most: number, set: (n: number) => void, least = 1) => (
    <label className="field"><span>{label}</span><InputNumber min={least} max={most} precision={0} disabled={!may} value={value} onChange={(n) => set(n ?? least)} /></label>
  );
  const words = (label: string, none: string, value: string[], set: (value: string[]) => void) => (
    <label className="field"><span>{label}</span><Select<string[]> mode="tags" aria-label={label} disabled={!may} placeholder={none} value={value} onChange={set} options={CATEGORIES.map((value) => ({ value, label: known(say, 'category', value) }))} /></label>
  );
  return (
    <div className="fields">
      {rule.kind === 'CONSENT' && <div className="field"><span>{t('policy.kind.CONSENT')}</span><Segmented disabled={!may} value={rule.mustBeGiven} onChange={(mustBeGiven) => put({ ...rule, mustBeGiven })} options={[{ value: true, label: t('policy.mustBeGiven') }, { value: false, label: t('policy.mustBeGiven.no') }]} /></div>}
      {rule.kind === 'QUIET_HOURS' && (['from', 'to'] as const).map((end) => <label key={end} className="field field-time"><span>{t(`policy.${end}`)}</span><Input type="time" disabled={!may} value={rule[end]} onChange={(event) => put({ ...rule, [end]: event.target.value })} /></label>)}
      {rule.kind === 'FREQUENCY_CAP' && <>{number(t('policy.most'), rule.most, 1000, (most) => put({ ...rule, most }), 0)}{number(t('policy.hours'), rule.hours, 2208, (hours) => put({ ...rule, hours }))}</>}
      {rule.kind === 'YIELD' && number(t('policy.minutes'), rule.minutes, 1440, (minutes) => put({ ...rule, minutes }))}
      {(rule.kind === 'QUIET_HOURS' || rule.kind === 'FREQUENCY_CAP') && <div className="field"><span>{t('policy.then')}</span><Segmented disabled={!may} value={rule.then} onChange={(then) => put({ ...rule, then })} options={(['LATER', 'SKIP'] as const).map((value) => ({ value, label: t(`policy.then.${value}`) }))} /></div>}
      <label className="field"><span>{t('policy.channels')}</span><Select<string[]> mode="multiple" aria-label={t('policy.channels')} disabled={!may} placeholder={t('policy.any')} value={rule.applies.channels} onChange={(value) => applies({ channels: value })} options={channels.map((it) => ({ value: it.name, label: channelInWords(it.name, t) }))} /></label>
      {words(t('policy.categories'), t('policy.any'), rule.applies.categories, (categories) => applies({ categories }))}
      {words(t('policy.except'), t('policy.except.none'), rule.applies.exceptCategories, (exceptCategories) => applies({ exceptCategories }))}
    </div>
  );
}
