import { Alert, App, Button, Input, Modal, Tabs } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import type { ValueModel, ValueModelVersion } from '../api/model';
import { useMay } from '../access/roles';
import { Refusal } from '../collect/Refusal';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { useDraft } from '../shell/draft';
import { useLeaveGuard } from '../shell/leaving';
import { Answer, Overtaken } from '../shell/states';
import { isBusy, useRuns, useScoreNow } from '../shell/work';
import { useSettingsText } from './words';
import { useModelPreview, useSaveModel, useValueModel } from './calls';
import { changesBetween, faultsOf } from './draft';
import { EventRules } from './EventRules';
import { ModelPreviewPanel } from './ModelPreviewPanel';
import { RuleFields } from './RuleFields';
import { Changes, Versions } from './Versions';
import { WeightFields } from './WeightFields';
import './settings.css';

const TABS = ['value', 'rules', 'versions'] as const;

/** What a member is worth to this brand, as numbers one may turn: with what that would change, before it is saved. */
export default function ValueModelPage() {
  const { t, format } = useSettingsText();
  const current = useValueModel();
  return (
    <>
      <PageHead
        title={t('nav.model')}
        note={current.data === undefined ? t('model.question') : t('model.current', { n: current.data.version, by: current.data.createdBy, at: format.time(current.data.createdAt) })}
      />
      <Answer of={current}>{(version) => <Editor inForce={version} />}</Answer>
    </>
  );
}

function Editor({ inForce }: { inForce: ValueModelVersion }) {
  const { t } = useSettingsText();
  const { at, set } = useAddress('');
  const { draft, edit, base, overtaken, takeSaved, wasSaved } = useDraft(inForce.model, inForce.version);
  const changes = useMemo(() => changesBetween(base, draft), [base, draft]);
  const settled = useSettled(draft);
  const members = (at('members') ?? '').split(',').filter((it) => /^\d+$/.test(it)).map(Number).slice(0, 10);
  const preview = useModelPreview(settled, members, faultsOf(settled).length === 0);
  const tab = TABS.find((it) => it === at('tab')) ?? 'value';
  useLeaveGuard(changes.length > 0);
  const pages = {
    value: <div className="stack"><WeightFields model={draft} edit={edit} /><EventRules model={draft} edit={edit} /></div>,
    rules: <div className="stack"><RuleFields model={draft} edit={edit} /></div>,
    versions: <Versions take={(model) => { edit(model); set({ tab: undefined }); }} />,
  };
  return (
    <>
      <Unscored version={inForce.version} />
      {overtaken && <Overtaken by={inForce.createdBy} take={takeSaved} />}
      <div className="model">
        <div className="model-fields">
          <Tabs
            activeKey={tab}
            onChange={(key) => set({ tab: key === 'value' ? undefined : key })}
            items={TABS.map((key) => ({ key, label: t(`model.tab.${key}`), children: key === tab ? pages[key] : null }))}
          />
          <SaveBar draft={draft} changes={changes} discard={takeSaved} wasSaved={wasSaved} />
        </div>
        <aside className="model-preview" aria-label={t('model.preview')}>
          <ModelPreviewPanel asked={preview} members={members} choose={(chosen) => set({ members: chosen.join(',') })} />
        </aside>
      </div>
    </>
  );
}

/** The draft as it stands once nothing was typed for a while: a preview costs two scorings of a sample. */
function useSettled(draft: ValueModel): ValueModel {
  const [settled, setSettled] = useState(draft);
  useEffect(() => {
    const later = setTimeout(() => setSettled(draft), 500);
    return () => clearTimeout(later);
  }, [draft]);
  return settled;
}

function SaveBar({ draft, changes, discard, wasSaved }: { draft: ValueModel; changes: ReturnType<typeof changesBetween>; discard: () => void; wasSaved: (model: ValueModel, version: number) => void }) {
  const { t } = useSettingsText();
  const { message } = App.useApp();
  const administrator = useMay('ADMINISTRATOR');
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const save = useSaveModel();
  const faulty = faultsOf(draft).length > 0;
  if (changes.length === 0) return null;
  const go = () =>
    save.mutate({ model: draft, note }, {
      onSuccess: (saved) => {
        setOpen(false);
        setNote('');
        wasSaved(saved.model, saved.version);
        void message.success(t('model.saved', { n: saved.version }));
      },
    });
  return (
    <div className="save-bar">
      <span>{faulty ? t('model.faulty') : administrator ? t('model.unsaved', { n: changes.length }) : t('model.tryOnly', { n: changes.length })}</span>
      <Button onClick={discard}>{t('model.discard')}</Button>
      {administrator && <Button type="primary" disabled={faulty} onClick={() => setOpen(true)} data-testid="save-model">{t('model.save')}</Button>}
      <Modal open={open} width={680} title={t('model.save.title')} okText={t('model.save')} onOk={go} onCancel={() => setOpen(false)} confirmLoading={save.isPending}>
        <Changes of={changes} />
        <label className="field field-wide">
          <span>{t('model.note')}</span>
          <Input value={note} maxLength={200} placeholder={t('model.note.help')} onChange={(event) => setNote(event.target.value)} />
        </label>
        {save.isError && <Refusal error={save.error} />}
      </Modal>
    </div>
  );
}

/** The scores on screen are those of the last run: says so while that run used another version. */
function Unscored({ version }: { version: number }) {
  const { t } = useSettingsText();
  const runs = useRuns().data?.items ?? [];
  const operator = useMay('OPERATOR');
  const score = useScoreNow();
  const last = runs.find((it) => it.state === 'DONE');
  const busy = runs.some((it) => isBusy(it.state));
  if (last === undefined || last.modelVersion === version) return null;
  return (
    <Alert
      className="unscored"
      type="info"
      showIcon
      title={t('model.unscored', { used: last.modelVersion ?? 1, n: version })}
      action={operator && <Button size="small" type="primary" loading={score.isPending || busy} onClick={() => score.mutate(undefined)} data-testid="rescore">{t('score.now')}</Button>}
    />
  );
}
