import { useDraggable } from '@dnd-kit/core';
import { HolderOutlined, MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTitle } from './ConditionCard';
import { useEditing } from './editing';
import { doubled, isGroup, negated, removed, ROOT, stepped, unwrapped, wrapped, type Node } from './form';
import { useAudienceText } from './words';

/** The handle by which a condition or group is moved, by pointer or by the arrow keys, and what else can be done with it. */
export function NodeTools({ node }: { node: Node }) {
  const { form, set, setOpen } = useEditing();
  const { t } = useAudienceText();
  const title = useTitle(node);
  const outermost = node.id === ROOT;
  const { attributes, listeners, setNodeRef } = useDraggable({ id: node.id, disabled: outermost });
  const does: Record<string, () => void> = {
    not: () => set({ ...negated(form, node.id), implied: outermost ? false : form.implied }),
    double: () => set({ ...doubled(form, node.id), implied: false }),
    all: () => set(wrapped(form, node.id, 'all')),
    any: () => set(wrapped(form, node.id, 'any')),
    dissolve: () => set(unwrapped(form, node.id)),
    up: () => set(stepped(form, node.id, false)),
    down: () => set(stepped(form, node.id, true)),
    remove: () => { set(removed(form, node.id)); setOpen(null); },
  };
  const keys = outermost ? ['not'] : ['not', 'double', 'any', 'all', ...(isGroup(node) && node.nots === 0 ? ['dissolve'] : []), 'up', 'down', 'remove'];
  const words: Record<string, string> = {
    not: t(node.nots % 2 === 1 ? 'aud.menu.affirm' : 'aud.menu.not'), double: t('aud.menu.double'), any: t('aud.menu.any'), all: t('aud.menu.all'),
    dissolve: t('aud.menu.dissolve'), up: t('aud.menu.up'), down: t('aud.menu.down'), remove: t('aud.remove'),
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    set(stepped(form, node.id, event.key === 'ArrowDown'));
    // The handle may have been drawn anew elsewhere; who moves by keys goes on from it.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-handle="${node.id}"]`)?.focus());
  };
  return (
    <>
      {!outermost && (
        <button ref={setNodeRef} type="button" className="aud-handle" {...attributes} {...listeners} data-handle={node.id} onKeyDown={press} aria-label={t('aud.move', { what: title })} aria-keyshortcuts="ArrowUp ArrowDown" title={t('aud.move.help')}>
          <HolderOutlined />
        </button>
      )}
      <Dropdown trigger={['click']} menu={{ items: keys.map((key) => ({ key, label: words[key], danger: key === 'remove' })), onClick: ({ key, domEvent }) => { domEvent.stopPropagation(); does[key]?.(); } }}>
        <Button className="aud-more" type="text" size="small" icon={<MoreOutlined />} aria-label={t('aud.menu', { what: title })} />
      </Dropdown>
    </>
  );
}
