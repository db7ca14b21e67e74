import { CodeOutlined, UndoOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, AutoComplete, Button, Input } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { useMay } from '../access/roles';
import { ApiProblem } from '../api/client';
import type { Audience, AudiencePart, AudiencePreview } from '../api/model';
import { useDraft } from '../shell/draft';
import { useLeaveGuard } from '../shell/leaving';
import { PageHead } from '../shell/page';
import { Answer, Overtaken } from '../shell/states';
import { PREVIEWS, useAudience, useAudiences, usePreview, useSave } from './calls';
import { EditingContext, type Editing } from './editing';
import type { Expression } from './expression';
import { blank, compile, formOf, type Compiled, type Form } from './form';
import { JsonView } from './JsonView';
import { useNames } from './names';
import { ResultPanel } from './ResultPanel';
import { Tree } from './Tree';
import { inOneLanguage } from '../text/language';
import { faultOf, faultWord, nameOf, useAudienceText } from './words';
import './audience.css';

const PAUSE = 250;

interface Draft {
  name: string;
  folder: string;
  note: string;
  form: Form;
}

interface Answered {
  compiled: Compiled;
  preview: AudiencePreview;
}

const NO_PARTS = new Map<string, AudiencePart>();

export default function BuilderPage() {
  const { id } = useParams();
  const found = useAudience(id === undefined ? undefined : Number(id));
  if (id === undefined) return <Fresh />;
  return <Answer of={found}>{(audience) => <Builder key={id} of={audience} begin={formOf(audience.expression)} />}</Answer>;
}

/** A new audience, from nothing or from an expression that another page hands over. */
function Fresh() {
  const [parameters] = useSearchParams();
  const given = parameters.get('expression');
  const begin = useMemo(() => {
    try {
      return given === null ? blank() : formOf(JSON.parse(given) as Expression);
    } catch {
      return blank();
    }
  }, [given]);
  return <Builder key={given} begin={begin} of={null} />;
}

function Builder({ begin, of }: { begin: Form; of: Audience | null }) {
  const { t, language } = useAudienceText();
  const navigate = useNavigate();
  const operator = useMay('OPERATOR');
  const [past, setPast] = useState<Form[]>([]);
  const [open, setOpen] = useState<number | null>(null);
  const [json, setJson] = useState(false);
  const { draft, edit, version, changed, overtaken, takeSaved } = useDraft<Draft>({ name: of?.name ?? '', folder: of?.folder ?? '', note: of?.note ?? '', form: begin }, of?.version ?? 0);
  const { name, folder, note, form } = draft;
  const put = (changes: Partial<Draft>) => edit((before) => ({ ...before, ...changes }));
  const [why, setWhy] = useState('');
  const audiences = useAudiences();
  const save = useSave(of?.id);
  const compiled = useMemo(() => compile(form), [form]);
  const asked = useLater(compiled);
  const client = useQueryClient();
  // What was stopped is not asked until somebody says so, also where its turn had not come yet.
  const [stopped, setStopped] = useState<Compiled | null>(null);
  const halted = stopped === compiled;
  const preview = usePreview(halted ? undefined : asked.expression, of?.id);
  const waiting = !halted && (preview.isFetching || asked !== compiled);
  const set = (next: Form) => {
    setPast((before) => [...before.slice(-49), form]);
    put({ form: next });
  };
  const undo = () => {
    const last = past.at(-1);
    if (last === undefined) return;
    put({ form: last });
    setPast(past.slice(0, -1));
  };
  const names = useNames();
  const stale = preview.isPlaceholderData || asked !== compiled;
  const fault = !(preview.error instanceof ApiProblem) ? null : faultOf(preview.error, asked.places);
  // Counts of the last answer stay where they are until the next one: pointers of another expression would mix them up.
  const answered = preview.isPlaceholderData || preview.error !== null ? undefined : preview.data;
  const shown = useLast(answered === undefined ? null : { compiled: asked, preview: answered });
  const parts = useMemo(() => (shown === null ? NO_PARTS : new Map(shown.preview.parts.map((it) => [it.pointer, it]))), [shown]);
  const seen = shown === null ? compiled : { ...shown.compiled, unfinished: compiled.unfinished };
  const editing: Editing = { form, set, compiled: seen, parts, everybody: shown?.preview.everybody ?? null, stale, fault, open, setOpen, own: of?.id, names };
  const folders = [...new Set((audiences.data?.items ?? []).map((it) => it.folder))].filter((it) => it !== '').map((value) => ({ value, label: inOneLanguage(value, language) }));
  const lacking = compiled.unfinished.size > 0;
  const free = useLeaveGuard(operator && (changed || why !== ''));
  const keep = () => save.mutate(
    { name: name.trim(), folder: folder.trim(), note: note.trim(), expression: compiled.expression, ...(of === null ? {} : { version, why: why.trim() }) },
    { onSuccess: (saved) => { free(); void navigate(`/audiences/${saved.id}`); } },
  );
  return (
    <EditingContext value={editing}>
      <PageHead title={of === null ? t('aud.new') : t('aud.edit', { name: nameOf(of, language) })} note={<><Link to="/audiences">{t('aud.back')}</Link> · {t('aud.build.question')}</>}>
        <Button icon={<UndoOutlined />} disabled={past.length === 0} onClick={undo}>{t('aud.undo')}</Button>
        <Button icon={<CodeOutlined />} onClick={() => setJson(true)} data-testid="json-open">JSON</Button>
        {operator && <Button type="primary" disabled={name.trim() === '' || lacking || fault !== null} loading={save.isPending} onClick={keep} data-testid="save-audience">{t('aud.save')}</Button>}
      </PageHead>
      {overtaken && <Overtaken by={t('draft.somebody')} take={() => { takeSaved(); setPast([]); }} />}
      <div className="aud-builder">
        <div className="stack aud-left">
          <section className="panel aud-about" aria-label={t('aud.about')}>
            <label className="field">{t('aud.name')}<Input value={name} maxLength={100} placeholder={t('aud.name.help')} onChange={(it) => put({ name: it.target.value })} data-testid="audience-name" /></label>
            <label className="field">{t('aud.folder')}<AutoComplete value={folder} onChange={(value) => put({ folder: value })} options={folders} maxLength={200} placeholder={t('aud.folder.help')} /></label>
            <label className="field aud-wide">{t('aud.note')}<Input value={note} maxLength={1000} placeholder={t('aud.note.help')} onChange={(it) => put({ note: it.target.value })} /></label>
            {of !== null && <label className="field aud-wide">{t('aud.why')}<Input value={why} maxLength={1000} placeholder={t('aud.why.help')} onChange={(it) => setWhy(it.target.value)} /></label>}
          </section>
          {save.error !== null && <Alert type="error" showIcon title={save.error instanceof ApiProblem ? faultWord(save.error.code, save.error.message, t) : save.error.message} description={save.error.message} />}
          <Tree />
          {lacking && <p className="quiet">{t('aud.lacking', { n: compiled.unfinished.size })}</p>}
        </div>
        <ResultPanel
          preview={shown?.preview ?? undefined} busy={waiting} error={stale ? null : preview.error}
          stop={() => { setStopped(compiled); void client.cancelQueries({ queryKey: PREVIEWS }); }}
          again={halted ? () => setStopped(null) : undefined}
        />
      </div>
      {json && <JsonView expression={compiled.expression} take={set} close={() => setJson(false)} />}
    </EditingContext>
  );
}

/** The same, once it has not changed for a moment: nobody is asked about every key that is pressed. */
function useLater<T>(value: T): T {
  const [later, setLater] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLater(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return later;
}

/** The last answer and what was asked then. */
function useLast(value: Answered | null): Answered | null {
  const [last, setLast] = useState(value);
  if (value !== null && (value.preview !== last?.preview || value.compiled !== last.compiled)) setLast(value);
  return last;
}
