import { Button, Collapse, Empty } from 'antd';
import type { ModelChange, ValueModel } from '../api/model';
import { Panel } from '../chart/Panel';
import { Answer } from '../shell/states';
import { Wide } from '../shell/Wide';
import { useSettingsText } from './words';
import { eventInWords } from '../value/EventName';
import { useReadVersion, useVersions } from './calls';
import { fieldInWords } from './fields';

/** Every version there ever was, with what it changed; any of them can be taken up again as a draft. */
export function Versions({ take }: { take: (model: ValueModel) => void }) {
  const { t, format } = useSettingsText();
  const versions = useVersions();
  const read = useReadVersion();
  return (
    <Panel title={t('model.versions')} note={t('model.versions.note')}>
      <Answer of={versions}>
        {({ items }) => (
          <Collapse
            items={items.map((it, i) => ({
              key: it.version,
              label: (
                <span className="version">
                  <strong>{t('model.version', { n: it.version })}</strong>
                  {i === 0 && <span className="tag">{t('model.inForce')}</span>}
                  <span>{it.note}</span>
                  <span className="quiet">{format.time(it.createdAt)} · {it.createdBy} · {t('model.changes', { n: it.changes.length })}</span>
                </span>
              ),
              children: (
                <>
                  {it.changes.length === 0 ? <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('model.versions.first')} /> : <Changes of={it.changes} />}
                  <div className="act">
                    <Button loading={read.isPending && read.variables === it.version} onClick={() => read.mutate(it.version, { onSuccess: ({ model }) => take(model) })}>{t('model.versions.take')}</Button>
                  </div>
                </>
              ),
            }))}
          />
        )}
      </Answer>
    </Panel>
  );
}

/** Two models against each other, field by field, in words. */
export function Changes({ of }: { of: ModelChange[] }) {
  const { t } = useSettingsText();
  return (
    <Wide label={t('model.versions')}>
      <table className="grid changes" data-testid="changes">
        <thead><tr><th scope="col">{t('model.change.field')}</th><th scope="col">{t('model.change.from')}</th><th scope="col">{t('model.change.to')}</th></tr></thead>
        <tbody>
          {of.map((it) => (
            <tr key={it.field}>
              <th scope="row" title={it.field}>{fieldInWords(it.field, t, (event) => eventInWords(event, t))}</th>
              <td><del>{it.from ?? '—'}</del></td>
              <td><ins>{it.to ?? '—'}</ins></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}
