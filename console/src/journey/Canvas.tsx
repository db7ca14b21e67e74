import { Background, Controls, Position, ReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { useMemo } from 'react';
import type { JourneyGraph, NodeFigures } from '../api/model';
import { useLook } from '../shell/look';
import { useJourneyText } from './words';
import { given, stops, waysOf } from './graph';
import { useChoices } from './journeys';
import { sayNode, sayOutcome } from './say';
import { StopFigures } from './StopFigures';

const ACROSS = 250;
const DOWN = 150;

/** The same journey as a free drawing: by days to the right, branches downwards. */
export default function Canvas({ graph, figures, journey, choose }: { graph: JourneyGraph; figures: Map<string, NodeFigures>; journey: number | null; choose: (key: string) => void }) {
  const { t } = useJourneyText();
  const { theme } = useLook();
  const choices = useChoices();
  const { nodes, edges } = useMemo(() => {
    const rows = new Map<number, number>();
    const depth = depths(graph);
    const drawn: Node[] = stops(graph).map(({ node }) => {
      const column = depth.get(node.key) ?? 0;
      const row = rows.get(column) ?? 0;
      rows.set(column, row + 1);
      const counted = figures.get(node.key);
      return {
        id: node.key,
        position: { x: column * ACROSS, y: row * DOWN },
        sourcePosition: Position.Right,
        targetPosition: Position.Left,
        className: `flow flow-${node.kind}`,
        data: {
          label: (
            <div className="flow-label">
              <span className="stop-kind">{t(`node.${node.kind}`)}</span>
              <strong>{node.key}</strong>
              <span className="stop-words">{sayNode(node, t, choices)}</span>
              {counted !== undefined && <StopFigures node={node} figures={counted} journey={journey} />}
            </div>
          ),
        },
      };
    });
    const lines: Edge[] = graph.nodes.flatMap((node) => waysOf(node).filter((way) => given(way.next)).map((way) => ({
      id: `${node.key}/${way.outcome}`, source: node.key, target: String(way.next),
      ...(waysOf(node).length > 1 ? { label: way.label ?? sayOutcome(way.outcome, t) } : {}),
    })));
    return { nodes: drawn, edges: lines };
  }, [graph, figures, journey, t, choices]);
  return (
    <div className="canvas" aria-label={t('journey.view.canvas')}>
      <ReactFlow nodes={nodes} edges={edges} colorMode={theme} fitView fitViewOptions={{ maxZoom: 1 }} nodesConnectable={false} onNodeClick={(_, node) => choose(node.id)} proOptions={{ hideAttribution: false }}>
        <Background />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  );
}

function depths(graph: JourneyGraph): Map<string, number> {
  const nodes = new Map(graph.nodes.map((node) => [node.key, node]));
  const found = new Map<string, number>();
  const ahead: [string, number][] = [[graph.start, 0]];
  for (let at = ahead.shift(); at !== undefined; at = ahead.shift()) {
    const node = nodes.get(at[0]);
    if (node === undefined || found.has(at[0])) continue;
    found.set(at[0], at[1]);
    for (const way of waysOf(node)) if (given(way.next)) ahead.push([way.next, at[1] + 1]);
  }
  return found;
}
