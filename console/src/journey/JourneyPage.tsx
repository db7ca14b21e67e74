import { App, Alert, Button, Drawer, Dropdown, Input, Segmented, Skeleton } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { useMay } from '../access/roles';
import type { JourneyDetail, JourneyFault, JourneyGraph, JourneyNode } from '../api/model';
import { ErrorWords } from '../shell/ErrorWords';
import { useAddress } from '../shell/address';
import { useLeaveGuard } from '../shell/leaving';
import { Figure, PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { inOneLanguage } from '../text/language';
import { useJourneyText } from './words';
import { Calls } from './Calls';
import { Enrolments } from './Enrolments';
import { EntryForm } from './EntryForm';
import { Faults } from './Faults';
import { nodeOf } from './flaws';
import { EMPTY, FRESH, freeKey, given, insertAfter, replace, without } from './graph';
import { LetInButton } from './LetIn';
import { NodeForm } from './NodeForm';
import { People } from './People';
import { Publish } from './Publish';
import { Spine } from './Spine';
import { StateTag } from './StateTag';
import { readGraph, useCounts, useJourney, useJourneyWish } from './journeys';
import { Trial } from './Trial';
import { YamlView } from './YamlView';
import './journey.css';

const Canvas = lazy(() => import('./Canvas'));
const KeptBack = lazy(() => import('../experiment/KeptBack'));
const VIEWS = ['spine', 'canvas', 'people', 'calls', 'trial', 'yaml'] as const;

/** One journey: by days, as a drawing, as text, and who is in it. */
export default function JourneyPage() {
  const { id } = useParams();
  const number = id === undefined || id === 'new' ? null : Number(id);
  const journey = useJourney(number);
  if (number === null) return <Editor key="new" detail={null} />;
  return <Answer of={journey}>{(detail) => <Editor key={detail.summary.id} detail={detail} />}</Answer>;
}

function Editor({ detail }: { detail: JourneyDetail | null }) {
  const { t, format, language } = useJourneyText();
  const { message, modal } = App.useApp();
  const { at, set } = useAddress('');
  const navigate = useNavigate();
  const may = useMay('OPERATOR');
  const wish = useJourneyWish();
  const publishNext = (useLocation().state as { publish?: boolean } | null)?.publish === true;
  const [base, setBase] = useState(detail);
  const [graph, setGraph] = useState<JourneyGraph>(detail?.definition ?? { ...EMPTY, name: '' });
  const [faults, setFaults] = useState<JourneyFault[]>(detail?.faults ?? []);
  const [chosen, setChosen] = useState<string | null>(null);
  const [entry, setEntry] = useState(false);
  const [publishing, setPublishing] = useState(publishNext);
  const summary = detail?.summary;
  // Another's draft is shown where nothing was changed here; else saving is refused, and nothing is lost.
  if (detail !== null && base !== null && detail.summary.revision > base.summary.revision && graph === base.definition) {
    setBase(detail);
    setGraph(detail.definition);
    setFaults(detail.faults);
  }
  const counts = useCounts(summary?.id ?? null, (summary?.published ?? 0) > 0);
  const figures = useMemo(() => new Map((counts.data?.nodes ?? []).map((it) => [it.node, it])), [counts.data]);
  const changed = graph !== base?.definition;
  const free = useLeaveGuard(may && changed && (base !== null || graph.name !== '' || graph.nodes.length > 0));
  const view = VIEWS.find((it) => it === at('view')) ?? 'spine';
  const shown = (it: (typeof VIEWS)[number]) => (it === 'people' ? (summary?.published ?? 0) > 0 : it !== 'calls' || (summary?.givenUp ?? 0) > 0 || view === 'calls' || graph.nodes.some((step) => step.kind === 'webhook'));
  const node = graph.nodes.find((it) => it.key === chosen);
  const faulty = useMemo(() => new Set(faults.flatMap((fault) => nodeOf(fault, graph) ?? [])), [faults, graph]);
  const refused = (error: Error) => void message.error(<ErrorWords error={error} />);

  useEffect(() => {
    if (graph.name.trim() === '' || graph.nodes.length === 0) return undefined;
    const later = window.setTimeout(() => {
      readGraph({ definition: graph }, summary?.id ?? null).then((it) => setFaults(it.faults)).catch(() => undefined);
    }, 500);
    return () => window.clearTimeout(later);
  }, [graph, summary?.id]);

  const save = (publish = false) => {
    const saved = (it: JourneyDetail) => {
      if (detail === null) { free(); void navigate(`/journeys/${it.summary.id}`, { replace: true, state: { publish } }); return; }
      setBase(it);
      setGraph((now) => (now === graph ? it.definition : now));
      if (publish) setPublishing(true);
      else void message.success(t('journey.saved'));
    };
    const options = { onError: refused, onSuccess: saved };
    if (base === null) wish.mutate({ create: graph }, options);
    else wish.mutate({ save: graph, id: base.summary.id, revision: base.summary.revision }, options);
  };
  const add = (after: string | null, kind: JourneyNode['kind']) => {
    const made = FRESH[kind](freeKey(graph, t(`node.${kind}`)));
    setGraph(insertAfter(graph, after, made));
    setChosen(made.key);
  };
  const turn = (to: 'pause' | 'resume' | 'stop') => {
    if (summary === undefined) return;
    const go = () => wish.mutate({ turn: to, id: summary.id }, { onError: refused });
    if (to === 'stop') void modal.confirm({ title: t('journey.stop.sure', { n: format.whole(summary.inside) }), okText: t('journey.stop'), okButtonProps: { danger: true }, onOk: go });
    else go();
  };

  return (
    <>
      <PageHead
        title={summary === undefined ? t('journeys.new') : inOneLanguage(summary.name, language)}
        note={summary === undefined ? t('journey.new.note') : <><StateTag state={summary.state} />{summary.published > 0 && <> {t('journey.version', { n: summary.published })}</>}{detail?.unpublished === true && summary.published > 0 && <> · {t('journey.unpublished')}</>}</>}
      >
        {summary !== undefined && summary.published > 0 && <Suspense fallback={null}><KeptBack kind="JOURNEY" number={summary.id} /></Suspense>}
        {may && summary?.state === 'RUNNING' && <LetInButton id={summary.id} />}
        {may && summary !== undefined && summary.state !== 'DRAFT' && (
          <Dropdown trigger={['click']} menu={{ items: [
            ...(summary.state === 'RUNNING' ? [{ key: 'pause', label: t('journey.pause') }] : [{ key: 'resume', label: t('journey.resume') }]),
            ...(summary.state === 'STOPPED' ? [] : [{ key: 'stop', label: t('journey.stop'), danger: true }]),
          ], onClick: ({ key }) => turn(key as 'pause' | 'resume' | 'stop') }}><Button>{t('journey.more')}</Button></Dropdown>
        )}
        {may && <Button onClick={() => save()} disabled={!changed || graph.name.trim() === ''} loading={wish.isPending}>{t('journey.save')}</Button>}
        {may && <Button type="primary" data-testid="publish" disabled={graph.name.trim() === '' || faults.length > 0 || graph.nodes.length === 0 || (!changed && detail?.unpublished !== true)} onClick={() => { if (changed) save(true); else setPublishing(true); }}>{t('journey.publish')}</Button>}
      </PageHead>
      {given(summary?.trouble) && <Alert type="error" showIcon title={t('journeys.trouble')} description={summary.trouble} style={{ marginBottom: 16 }} />}
      {summary !== undefined && summary.published > 0 && (
        <div className="figures journey-figures">
          <Figure name="entered" label={t('journeys.entered')} exact={counts.data?.entered} shown={format.short(counts.data?.entered)} note={t('journey.ofVersion')} />
          <Figure name="inside" label={t('journeys.inside')} exact={counts.data?.inside} shown={format.short(counts.data?.inside)} />
          <Figure name="converted" label={t('journeys.converted')} exact={counts.data?.converted} shown={format.short(counts.data?.converted)} note={counts.data !== undefined && counts.data.entered > 0 ? format.share(counts.data.converted / counts.data.entered) : undefined} />
          {summary.givenUp > 0 && <Figure name="given-up" label={t('journey.givenUp')} exact={summary.givenUp} shown={format.short(summary.givenUp)} note={<Link to="?view=calls">{t('journey.givenUp.see')}</Link>} />}
        </div>
      )}
      {summary !== undefined && summary.published > 0 && <Enrolments id={summary.id} />}
      <section className="panel">
        <div className="filters">
          <Input className="search" aria-label={t('journeys.name')} placeholder={t('journeys.name')} maxLength={100} value={graph.name} disabled={!may} onChange={(it) => setGraph({ ...graph, name: it.target.value })} />
          <Button onClick={() => setEntry(true)}>{t('journey.entry.goal')}</Button>
          <Segmented className="view" aria-label={t('communities.view')} value={view} onChange={(to) => set({ view: to === 'spine' ? undefined : to, node: undefined })} options={VIEWS.filter((it) => shown(it)).map((value) => ({ value, label: t(`journey.view.${value}`) }))} />
        </div>
        {faults.length > 0 && graph.nodes.length > 0 && view !== 'people' && view !== 'calls' && (
          <Faults faults={faults} graph={graph} choose={setChosen} />
        )}
        {view === 'spine' && <Spine graph={graph} figures={figures} journey={summary?.id ?? null} faulty={faulty} chosen={chosen} choose={setChosen} add={may ? add : undefined} openEntry={() => setEntry(true)} />}
        {view === 'canvas' && <Suspense fallback={<Skeleton active />}><Canvas graph={graph} figures={figures} journey={summary?.id ?? null} faulty={faulty} choose={setChosen} {...(may ? { edit: setGraph, add } : {})} /></Suspense>}
        {view === 'people' && summary !== undefined && <People id={summary.id} graph={graph} />}
        {view === 'calls' && summary !== undefined && <Calls id={summary.id} givenUp={summary.givenUp} />}
        {view === 'trial' && <Trial graph={graph} journey={summary?.id ?? null} sound={faults.length === 0 && graph.nodes.length > 0} />}
        {view === 'yaml' && <YamlView graph={graph} journey={summary?.id ?? null} may={may} take={(reading) => { setGraph(reading.definition); setFaults(reading.faults); }} />}
      </section>
      <Drawer open={node !== undefined} onClose={() => setChosen(null)} size={420} title={node === undefined ? '' : t(`node.${node.kind}`)} mask={false}>
        {node !== undefined && <NodeForm key={node.key} graph={graph} node={node} may={may} change={(to) => { setGraph(replace(graph, node.key, to)); setChosen(to.key); }} remove={() => { setGraph(without(graph, node.key)); setChosen(null); }} />}
      </Drawer>
      <Drawer open={entry} onClose={() => setEntry(false)} size={420} title={t('journey.entry.goal')}>
        <EntryForm graph={graph} may={may} change={setGraph} />
      </Drawer>
      {publishing && detail !== null && <Publish detail={detail} done={() => setPublishing(false)} />}
    </>
  );
}
