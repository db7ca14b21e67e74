import { Alert, Input } from 'antd';
import { Link } from 'react-router';
import { ApiProblem } from '../api/client';
import { useAddress } from '../shell/address';
import { Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { useReason } from './calls';
import { WhyTree } from './WhyTree';
import { useAudienceText, type Names } from './words';

/** Why a member, by number, is in the audience or not. */
export function WhyPanel({ id, names }: { id: number; names: Names }) {
  const { t } = useAudienceText();
  const { at, set } = useAddress('');
  const no = Number(at('member') ?? '');
  const asked = Number.isInteger(no) && no > 0 ? no : undefined;
  const question = useReason(id, asked);
  const reason = question.asked;
  const unknown = reason.error instanceof ApiProblem && reason.error.status === 404;
  return (
    <section className="panel">
      <div className="filters">
        <Input.Search key={at('member') ?? ''} className="search" inputMode="numeric" defaultValue={at('member') ?? ''} placeholder={t('why.member')} aria-label={t('why.member')} enterButton={t('why.ask')} onSearch={(member) => set({ member: member.trim().replace(/^#/, '') })} />
      </div>
      {asked === undefined && <Nothing title={t('why.none')} />}
      {asked !== undefined && unknown && <Alert type="warning" showIcon title={t('why.unknown', { no: asked })} />}
      {asked !== undefined && !unknown && (
        <Stoppable of={question}>
          {(why) => (
            <div data-testid="why-tree">
              <p className="why-verdict"><Link to={`/members/${asked}`}>#{asked}</Link> {t(why.holds ? 'why.in' : 'why.out')}</p>
              <WhyTree of={why} names={names} />
            </div>
          )}
        </Stoppable>
      )}
    </section>
  );
}
