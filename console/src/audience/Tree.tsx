import { DndContext, DragOverlay, PointerSensor, useDroppable, useSensor, useSensors, type Collision, type CollisionDetection, type DragEndEvent, type DragStartEvent } from '@dnd-kit/core';
import { Segmented } from 'antd';
import { Fragment, useState } from 'react';
import { AddMenu } from './AddMenu';
import { ConditionCard, useTitle } from './ConditionCard';
import { useEditing } from './editing';
import { changed, contains, isGroup, moved, placeOf, ROOT, type GroupNode, type Node } from './form';
import { NodeTools } from './NodeTools';
import { PartCount } from './PartCount';
import { useAudienceText } from './words';

/** The conditions in their groups; each can be taken by its handle to another place. */
export function Tree() {
  const { form, set } = useEditing();
  const { t } = useAudienceText();
  const [dragged, setDragged] = useState<number | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  const begin = ({ active }: DragStartEvent) => setDragged(Number(active.id));
  const end = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    if (over === null) return;
    const [group = ROOT, at = 0] = String(over.id).split(':').map(Number);
    set(moved(form, Number(active.id), group, at));
  };
  const lifted = dragged === null ? null : (placeOf(form, dragged)?.node ?? null);
  return (
    <DndContext sensors={sensors} collisionDetection={nearestGap} onDragStart={begin} onDragEnd={end} onDragCancel={() => setDragged(null)} accessibility={{ screenReaderInstructions: { draggable: t('aud.move.help') } }}>
      <Group node={form.root} lifted={lifted} depth={0} />
      <DragOverlay dropAnimation={null}>{lifted !== null && <Lifted node={lifted} />}</DragOverlay>
    </DndContext>
  );
}

function Lifted({ node }: { node: Node }) {
  return <div className="aud-lifted">{useTitle(node)}</div>;
}

/** The gap that the pointer is nearest to, by its height; gaps to whose side it lies count as farther away. */
const nearestGap: CollisionDetection = ({ droppableContainers, droppableRects, pointerCoordinates }) => {
  if (pointerCoordinates === null) return [];
  const { x, y } = pointerCoordinates;
  const found: (Collision & { far: number })[] = [];
  for (const container of droppableContainers) {
    const rect = droppableRects.get(container.id);
    if (rect === undefined || container.disabled) continue;
    const beside = Math.max(0, rect.left - x, x - rect.right);
    found.push({ id: container.id, data: { droppableContainer: container }, far: Math.abs(y - (rect.top + rect.height / 2)) + beside * 2 });
  }
  return found.sort((a, b) => a.far - b.far);
};

function Group({ node, lifted, depth }: { node: GroupNode; lifted: Node | null; depth: number }) {
  const { form, set, compiled } = useEditing();
  const { t } = useAudienceText();
  const own = lifted !== null && contains(lifted, node.id);
  const not = node.nots % 2 === 1;
  return (
    <section className={`aud-group aud-group-${node.group}${own ? ' aud-taken' : ''}`} aria-label={t(`group.${node.group}`)} data-testid="group">
      <header className="aud-head">
        <NodeTools node={node} />
        {not && <span className="aud-not">{t('aud.not')}</span>}
        <Segmented<'all' | 'any'>
          size="small" aria-label={t('aud.group')} value={node.group}
          onChange={(group) => set({ ...changed(form, node.id, (it) => (isGroup(it) ? { ...it, group } : it)), implied: node.id === ROOT ? false : form.implied })}
          options={[{ value: 'all', label: t('group.all') }, { value: 'any', label: t('group.any') }]}
        />
        {node.id !== ROOT && !compiled.unfinished.has(node.id) && <PartCount node={node} />}
      </header>
      <div className="aud-parts">
        {node.of.map((part, at) => (
          <Fragment key={part.id}>
            <Gap group={node.id} at={at} disabled={lifted === null || own || part.id === lifted.id || node.of[at - 1]?.id === lifted.id} />
            {at > 0 && <span className="aud-joint" aria-hidden>{t(node.group === 'all' ? 'aud.and' : 'aud.or')}</span>}
            {isGroup(part) ? <Group node={part} lifted={lifted} depth={depth + 1} /> : <ConditionCard node={part} taken={lifted?.id === part.id} />}
          </Fragment>
        ))}
        <Gap group={node.id} at={node.of.length} disabled={lifted === null || own || node.of.at(-1)?.id === lifted.id} last />
        {node.of.length === 0 && <p className="quiet aud-empty">{t(node.id === ROOT ? 'aud.empty.root' : 'aud.empty')}</p>}
        <AddMenu group={node.id} deep={depth >= 8} />
      </div>
    </section>
  );
}

/** A place between two conditions, where another can be put down. */
function Gap({ group, at, disabled, last }: { group: number; at: number; disabled: boolean; last?: boolean }) {
  const { setNodeRef, isOver } = useDroppable({ id: `${group}:${at}`, disabled });
  return <div ref={setNodeRef} className={`aud-gap${isOver && !disabled ? ' aud-gap-over' : ''}${last === true ? ' aud-gap-last' : ''}`} data-gap={`${group}:${at}`} />;
}
