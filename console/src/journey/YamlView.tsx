import { Alert, Button, Input } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import type { JourneyGraph, JourneyReading } from '../api/model';
import { ErrorWords } from '../shell/ErrorWords';
import { useJourneyText, type SayJourney } from './words';
import { ApiProblem } from '../api/client';
import { readGraph } from './journeys';

/** The journey as text, to be reviewed and kept in git. */
export function YamlView({ graph, journey, may, take }: { graph: JourneyGraph; journey: number | null; may: boolean; take: (reading: JourneyReading) => void }) {
  const { t } = useJourneyText();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<unknown>(null);
  useEffect(() => {
    let here = true;
    readGraph({ definition: graph }, journey).then((it) => { if (here) setText(it.yaml); }).catch((error: unknown) => setRefusal(error));
    return () => { here = false; };
  }, [graph, journey]);
  const apply = () => readGraph({ yaml: text }, journey).then((it) => { setRefusal(null); take(it); }).catch((error: unknown) => setRefusal(error));
  return (
    <>
      {refusal !== null && <Alert type="error" showIcon title={refusalOf(refusal, t)} style={{ marginBottom: 12 }} />}
      <Input.TextArea className="yaml" aria-label="YAML" spellCheck={false} autoSize={{ minRows: 14, maxRows: 40 }} value={text} readOnly={!may} onChange={(it) => setText(it.target.value)} />
      {may && <div className="yaml-actions"><Button onClick={() => void apply()}>{t('journey.yaml.apply')}</Button></div>}
    </>
  );
}

function refusalOf(error: unknown, t: SayJourney): ReactNode {
  const line = error instanceof ApiProblem ? error.errors[0] : undefined;
  if (line?.row !== undefined) return t('journey.yaml.line', { row: line.row, detail: line.message });
  return error instanceof Error ? <ErrorWords error={error} /> : String(error);
}
