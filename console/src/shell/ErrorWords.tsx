import { useEffect } from 'react';
import { ApiProblem } from '../api/client';
import { useText } from '../text/language';
import { useProblemInWords, type Problem } from '../text/problems';

/** What went wrong in words, and small below it the server's own sentence, which has the numbers and names. */
export function ProblemWords({ of: { code, detail } }: { of: Problem }) {
  const { language } = useText();
  const said = useProblemInWords(code, language);
  if (said === null) return <span lang="en">{detail}</span>;
  if (detail === '' || detail === said) return <>{said}</>;
  return <span className="error-words">{said}<small className="quiet" lang="en">{detail}</small></span>;
}

const said = new WeakSet<Error>();

/** Whether an error stands, or stood, somewhere on the screen. */
export const wasSaid = (error: Error) => said.has(error);

/** As `ProblemWords`, of anything that was thrown. */
export function ErrorWords({ error }: { error: Error }) {
  useEffect(() => void said.add(error), [error]);
  return <ProblemWords of={{ code: error instanceof ApiProblem ? error.code : 'console.error', detail: error.message }} />;
}
