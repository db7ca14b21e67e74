import { SearchOutlined } from '@ant-design/icons';
import { Alert, Input, Modal, Spin } from 'antd';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { useListText } from '../value/listWords';
import { useFound, type Hit } from './found';
import { useSettled } from './settling';

/** So long after the last key something is looked for; milliseconds. */
const PAUSE = 200;

/** What one types, and what there is of that name; by keyboard alone, too. */
export default function SearchBox({ close }: { close: () => void }) {
  const { t } = useListText();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const settled = useSettled(typed.trim(), PAUSE);
  const { groups, busy: asking, lost } = useFound(settled);
  const busy = asking || settled !== typed.trim();
  const hits = groups.flatMap((group) => group.hits);
  const active = Math.min(at, Math.max(0, hits.length - 1));
  const go = (hit: Hit) => {
    close();
    void navigate(hit.path);
  };
  const press = (event: KeyboardEvent) => {
    const hit = hits[active];
    if (event.key === 'ArrowDown') setAt(Math.min(active + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(active - 1, 0));
    else if (event.key === 'Enter' && hit !== undefined) go(hit);
    else return;
    event.preventDefault();
  };
  return (
    <Modal open onCancel={close} footer={null} closable={false} width={620} title={<span className="unseen">{t('search.title')}</span>} className="search-box" destroyOnHidden>
      <Input
        size="large"
        autoFocus
        variant="borderless"
        prefix={<SearchOutlined />}
        suffix={busy ? <Spin size="small" /> : <kbd>Esc</kbd>}
        value={typed}
        placeholder={t('search.help')}
        role="combobox"
        aria-label={t('search.title')}
        aria-expanded={hits.length > 0}
        aria-controls={list}
        aria-activedescendant={hits.length === 0 ? undefined : `${list}-${active}`}
        onChange={(event) => { setTyped(event.target.value); setAt(0); }}
        onKeyDown={press}
        data-testid="search-input"
      />
      {lost && !busy && <Alert type="warning" showIcon title={t('found.lost')} data-testid="search-lost" />}
      <div id={list} role="listbox" aria-label={t('search.title')} className="search-list">
        {groups.filter((group) => group.hits.length > 0).map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <div className="search-group" aria-hidden>{group.name}</div>
            {group.hits.map((hit) => {
              const i = hits.indexOf(hit);
              return (
                <div
                  key={hit.path} id={`${list}-${i}`} role="option" aria-selected={i === active} className={i === active ? 'search-hit search-at' : 'search-hit'}
                  ref={i === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : null}
                  onMouseMove={() => setAt(i)} onClick={() => go(hit)}
                >
                  <span>{hit.title}</span>
                  <span className="quiet">{hit.note}</span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
      {groups.map((group) => group.note !== undefined && <p key={group.name} className="search-none" role="status">{group.note}</p>)}
      {typed.trim() !== '' && groups.length === 0 && !busy && !lost && <p className="search-none" role="status">{t('search.none', { typed: typed.trim() })}</p>}
    </Modal>
  );
}
