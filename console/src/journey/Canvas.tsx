import { applyNodeChanges, Background, Controls, Handle, MarkerType, Panel, Position, ReactFlow, type Connection, type Edge, type EdgeChange, type Node, type NodeChange, type NodeProps, type ReactFlowInstance } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { JourneyGraph, JourneyNode, NodeFigures } from '../api/model';
import { useLook } from '../shell/look';
import { AddButton } from './AddButton';
import { useJourneyText } from './words';
import { given, lead, replace, stops, waysOf, without } from './graph';
import { useChoices } from './journeys';
import { sayNode, sayOutcome } from './say';
import { StopFigures } from './StopFigures';

const ACROSS = 280;
const DOWN = 190;
/** React Flow draws nothing smaller by itself. */
const SMALLEST = 0.5;

interface Props {
  graph: JourneyGraph;
  figures: Map<string, NodeFigures>;
  journey: number | null;
  faulty: Set<string>;
  choose: (key: string) => void;
  /** Absent for whoever may only look. */
  edit?: ((graph: JourneyGraph) => void) | undefined;
  add?: ((after: string, kind: JourneyNode['kind']) => void) | undefined;
}

type Step = Node<{ node: JourneyNode; words: string; wrong: boolean; figures: NodeFigures | undefined; journey: number | null; add: Props['add'] }, 'step'>;
type Place = Pick<Step, 'position'>;
const TYPES = { step: StepNode };

/**
 * The same journey as a free drawing. Nodes are moved about, ways are drawn from a node's outcomes to where they lead and taken
 * away; where nodes lie is remembered by this browser and is no part of the journey.
 */
export default function Canvas({ graph, figures, journey, faulty, choose, edit, add }: Props) {
  const { t } = useJourneyText();
  const { theme } = useLook();
  const choices = useChoices();
  const where = `guanxi.canvas.${journey ?? 'new'}`;
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [held, setHeld] = useState(() => new Map<string, Partial<Step>>(Object.entries(remembered(where))));
  const drawn = useMemo(() => {
    const places = laid(graph);
    return stops(graph).map(({ node }): Step => ({
      id: node.key, type: 'step', position: places.get(node.key) ?? { x: 0, y: 0 }, deletable: edit !== undefined, connectable: edit !== undefined,
      data: { node, words: sayNode(node, t, choices), wrong: faulty.has(node.key), figures: figures.get(node.key), journey, add },
    }));
  }, [graph, figures, journey, faulty, edit, add, t, choices]);
  const nodes = drawn.map((it): Step => ({ ...it, ...held.get(it.id) }));
  const edges = useMemo(() => graph.nodes.flatMap((node) => waysOf(node).filter((way) => given(way.next)).map((way): Edge => ({
    id: `${node.key}/${way.outcome}`, source: node.key, sourceHandle: way.outcome, target: String(way.next), markerEnd: { type: MarkerType.ArrowClosed }, deletable: edit !== undefined, selected: picked.has(`${node.key}/${way.outcome}`),
  }))), [graph, edit, picked]);

  const take = (changes: NodeChange<Step>[]) => setHeld(new Map(applyNodeChanges(changes.filter((it) => it.type !== 'remove'), nodes)
    .map(({ id, position, measured, selected, dragging }) => [id, { position, ...(measured === undefined ? {} : { measured }), selected: selected === true, dragging: dragging === true }])));
  const pick = (changes: EdgeChange[]) => setPicked((before) => {
    const after = new Set(before);
    for (const it of changes) if (it.type === 'select') after[it.selected ? 'add' : 'delete'](it.id);
    return after;
  });
  const keep = () => localStorage.setItem(where, JSON.stringify(Object.fromEntries(nodes.map((it): [string, Place] => [it.id, { position: it.position }]))));
  const arrange = () => {
    localStorage.removeItem(where);
    setHeld(new Map([...held].map(([key, it]) => [key, it.measured === undefined ? {} : { measured: it.measured }])));
  };
  const led = (from: string, outcome: string, to: string | undefined, of: JourneyGraph) => {
    const node = of.nodes.find((it) => it.key === from);
    return node === undefined ? of : replace(of, from, lead(node, outcome, to));
  };
  const connect = ({ source, sourceHandle, target }: Connection) => {
    if (sourceHandle !== null && source !== target) edit?.(led(source, sourceHandle, target, graph));
  };
  // What goes is taken out once: the ways of a node that goes go with it.
  const remove = async ({ nodes: gone, edges: cut }: { nodes: Step[]; edges: Edge[] }) => {
    const less = gone.reduce((of, it) => without(of, it.id), graph);
    const keys = new Set(gone.map((it) => it.id));
    edit?.(cut.filter((it) => !keys.has(it.source) && !keys.has(it.target)).reduce((of, it) => led(it.source, it.sourceHandle ?? '', undefined, of), less));
    return Promise.resolve(false);
  };
  return (
    <div className="canvas" aria-label={t('journey.view.canvas')}>
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={TYPES} colorMode={theme} onInit={(flow) => void show(flow)} deleteKeyCode={['Delete', 'Backspace']}
        onNodesChange={take} onEdgesChange={pick} onNodeDragStop={keep} onConnect={connect} onBeforeDelete={remove} onNodeClick={(_, node) => choose(node.id)}
      >
        <Background />
        <Controls showInteractive={false} />
        <Panel position="top-right"><Button size="small" onClick={arrange}>{t('journey.canvas.arrange')}</Button></Panel>
        {edit !== undefined && <Panel position="bottom-center"><span className="quiet canvas-help">{t('journey.canvas.help')}</span></Panel>}
      </ReactFlow>
    </div>
  );
}

/** All of it; of what is too long for that the beginning, large enough to be read. */
async function show(flow: ReactFlowInstance<Step>): Promise<void> {
  await flow.fitView({ maxZoom: 1 });
  if (flow.getZoom() <= SMALLEST) await flow.setViewport({ x: 24, y: 120, zoom: 0.75 });
}

function StepNode({ data: { node, words, wrong, figures, journey, add }, isConnectable }: NodeProps<Step>) {
  const { t } = useJourneyText();
  const ways = waysOf(node);
  return (
    <div className={`flow flow-${node.kind}${wrong ? ' flow-wrong' : ''}`} data-node={node.key}>
      <Handle type="target" position={Position.Left} isConnectable={isConnectable} />
      <div className="flow-label">
        <span className="stop-kind">{t(`node.${node.kind}`)}</span>
        <strong>{node.key}</strong>
        <span className="stop-words">{words}</span>
        {figures !== undefined && <StopFigures node={node} figures={figures} journey={journey} />}
      </div>
      {ways.map((way) => (
        <div key={way.outcome} className="flow-way">
          <span>{ways.length > 1 ? (way.label ?? sayOutcome(way.outcome, t)) : ''}</span>
          <Handle type="source" id={way.outcome} position={Position.Right} isConnectable={isConnectable} />
        </div>
      ))}
      {add !== undefined && node.kind !== 'exit' && <span className="nodrag"><AddButton add={(kind) => add(node.key, kind)} label={t('journey.add.after', { node: node.key })} /></span>}
    </div>
  );
}

function remembered(where: string): Record<string, Place> {
  try {
    return JSON.parse(localStorage.getItem(where) ?? '{}') as Record<string, Place>;
  } catch {
    return {};
  }
}

/** Each node to the right of all that lead to it, the spine on top and its branches below; what no way leads to in the first column. */
function laid(graph: JourneyGraph): Map<string, Place['position']> {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const column = new Map<string, number>();
  const above = new Set<string>();
  const lay = (key: string, at: number) => {
    const node = nodes.get(key);
    // A way back to a node that it comes from moves nothing.
    if (node === undefined || above.has(key) || (column.get(key) ?? -1) >= at) return;
    column.set(key, at);
    above.add(key);
    for (const way of waysOf(node)) if (given(way.next)) lay(way.next, at + 1);
    above.delete(key);
  };
  lay(graph.start, 0);
  const rows = new Map<number, number>();
  return new Map(stops(graph).map(({ node, main }) => {
    const across = column.get(node.key) ?? 0;
    const row = main ? 0 : (rows.get(across) ?? 1);
    if (!main) rows.set(across, row + 1);
    return [node.key, { x: across * ACROSS, y: row * DOWN }];
  }));
}
