import { Alert } from 'antd';
import { ApiProblem } from '../api/client';
import { ErrorWords } from '../shell/ErrorWords';
import { useText } from '../text/language';

/** Why the server would not take a map or a file, with the place where it knows one. */
export function Refusal({ error }: { error: Error }) {
  const { t } = useText();
  const problem = error instanceof ApiProblem ? error : null;
  return (
    <Alert
      className="refusal"
      type="error"
      showIcon
      title={<>{t('imports.refused')} {problem !== null && <code className="code">{problem.code}</code>}</>}
      description={
        <>
          <div className="problem"><ErrorWords error={error} /></div>
          {problem !== null && problem.errors.length > 0 && (
            <ul>
              {problem.errors.map((it, i) => (
                <li key={i}>{[it.field, it.row === undefined ? undefined : t('imports.row', { n: it.row }), it.message].filter(Boolean).join(' · ')}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}
