import { Alert, Button } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { Refusal } from '../collect/Refusal';
import { useWords } from '../text/language';
import { useRetryTags, useTagsInWeCom } from './calls';
import { WORDS } from './words';

/** What is to be in WeCom and is not, with the reason: tags that it did not make, tags it does not put on or take off. */
export function TagTroubles() {
  const { t, format } = useWords(WORDS);
  const operator = useMay('OPERATOR');
  const tags = useTagsInWeCom().data;
  const retry = useRetryTags();
  if (tags === undefined || tags.unmade.length + tags.troubles === 0) return retry.isError ? <Refusal error={retry.error} /> : null;
  return (
    <>
      <Alert
        type="warning" showIcon data-testid="tag-troubles" title={t('wecom.tags.apart')}
        action={operator && <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>{t('wecom.tags.retry')}</Button>}
        description={(
          <ul>
            {tags.unmade.map((it) => <li key={it.tag}>{t('wecom.tags.unmade', { tag: `${it.group} / ${it.name}` })} <span lang="en" className="quiet">{it.reason}</span></li>)}
            {tags.marks.map((it) => (
              <li key={`${it.member}/${it.employee}/${it.tag}`}>
                {it.member !== null && <Link to={`/members/${it.member}`}>#{it.member}</Link>} {t(it.putOn ? 'wecom.tags.notOn' : 'wecom.tags.notOff', { tag: it.tag, employee: it.employee })} <span lang="en" className="quiet">{it.reason}</span>{!it.refused && ` · ${t('wecom.tags.again')}`}
              </li>
            ))}
            {tags.troubles > tags.marks.length && <li className="quiet">{t('wecom.tags.more', { n: format.whole(tags.troubles - tags.marks.length) })}</li>}
          </ul>
        )}
      />
      {retry.isError && <Refusal error={retry.error} />}
    </>
  );
}
