import { CloseOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
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
                <li key={i}>{[it.field, it.row === undefined ? undefined : t('imports.row', { n: it.row })].filter(Boolean).map((part) => `${part} · `).join('')}<span lang="en">{it.message}</span></li>
              ))}
            </ul>
          )}
        </>
      }
    />
  );
}

/** As large as the server takes a list of identifiers or of tags. */
const MOST_BYTES = 200 * 1024 * 1024;

interface Props {
  file: File | null;
  accept: string;
  words: { choose: string; remove: string; tooLarge: (size: string) => string };
  take: (file: File | null) => void;
}

/** A file that is sent as it is, by its name and size: it is never read into the page, and one too large is refused at once. */
export function ChosenFile({ file, accept, words, take }: Props) {
  const { format } = useText();
  const [refused, setRefused] = useState<File | null>(null);
  const choose = (chosen: File) => {
    const tooLarge = chosen.size > MOST_BYTES;
    setRefused(tooLarge ? chosen : null);
    take(tooLarge ? null : chosen);
    return Upload.LIST_IGNORE;
  };
  return (
    <div className="chosen-file" data-testid="chosen-file">
      {file === null ? (
        <Upload accept={accept} showUploadList={false} beforeUpload={choose}><Button size="small" icon={<UploadOutlined />}>{words.choose}</Button></Upload>
      ) : (
        <span>
          <strong>{file.name}</strong> · {format.bytes(file.size)}
          <Button type="text" size="small" icon={<CloseOutlined />} aria-label={`${words.remove} ${file.name}`} onClick={() => take(null)} />
        </span>
      )}
      {refused !== null && <Alert type="error" showIcon title={`${refused.name}: ${words.tooLarge(format.bytes(refused.size))}`} />}
    </div>
  );
}
