import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Select } from 'antd';
import { Link } from 'react-router';
import { ApiProblem } from '../api/client';
import type { AudienceOverlap, OverlapPart } from '../api/model';
import { Panel } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { PageHead } from '../shell/page';
import { Bone, Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { Wide } from '../shell/Wide';
import { StageSign } from '../value/signs';
import { PREVIEWS, useAudiences, useOverlap, usePreview } from './calls';
import type { Expression } from './expression';
import { asAudience } from './opened';
import { MemberLink } from './ResultPanel';
import { UpSet } from './UpSet';
import { faultWord, nameOf, useAudienceText } from './words';
import './audience.css';

const MOST = 6;

export default function OverlapPage() {
  const { t, format, language } = useAudienceText();
  const { at, set } = useAddress('');
  const audiences = useAudiences();
  const ids = (at('ids') ?? '').split(',').map(Number).filter((it) => Number.isInteger(it) && it > 0).slice(0, MOST);
  const asked = useOverlap(ids);
  const overlap = asked.asked;
  const names = new Map((audiences.data?.items ?? []).map((it) => [it.id, nameOf(it, language)]));
  const part = overlap.data?.parts.find((it) => it.in.join('-') === at('part')) ?? null;
  const said = (it: OverlapPart) => it.in.map((id) => names.get(id) ?? `#${id}`).join(' ∩ ');
  return (
    <>
      <PageHead title={t('overlap.title')} note={<><Link to="/audiences">{t('aud.back')}</Link> · {t('overlap.question')}</>} />
      <div className="stack">
        <section className="panel">
          <Select<number[]>
            className="aud-all" mode="multiple" maxCount={MOST} aria-label={t('overlap.choose')} placeholder={t('overlap.choose')} showSearch={{ optionFilterProp: 'label' }}
            loading={audiences.isPending} value={ids} onChange={(chosen) => set({ ids: chosen.join(','), part: undefined })}
            options={(audiences.data?.items ?? []).map((it) => ({ value: it.id, label: nameOf(it, language) }))}
          />
        </section>
        {ids.length < 2 ? <section className="panel"><Nothing title={t('overlap.few')} /></section> : (
          <Panel
            title={t('overlap.parts')}
            note={overlap.data === undefined ? t('overlap.note') : t('overlap.union', { n: format.whole(overlap.data.members), share: format.share(overlap.data.everybody === 0 ? null : overlap.data.members / overlap.data.everybody) })}
            figures={{ columns: [t('overlap.part'), t('aud.size')], rows: (overlap.data?.parts ?? []).map((it) => [said(it), it.members]) }}
          >
            {overlap.error instanceof ApiProblem ? <Alert type="error" showIcon title={faultWord(overlap.error.code, overlap.error.message, t)} /> : (
              <Stoppable of={asked} skeleton={<Bone height={340} />}>
                {(data) => (data.parts.length === 0 ? <Nothing title={t('aud.nobody')} /> : (
                  <>
                    <Wide label={t('overlap.parts')}><UpSet of={data} names={names} chosen={part} choose={(it) => set({ part: it.in.join('-') })} /></Wide>
                    <p className="quiet">{t('overlap.note')}</p>
                  </>
                ))}
              </Stoppable>
            )}
          </Panel>
        )}
        {part !== null && overlap.data !== undefined && <Part of={part} among={overlap.data} said={said(part)} />}
      </div>
    </>
  );
}

/** Those of the audiences and of none of the others, as an expression. */
function expressionOf(part: OverlapPart, among: AudienceOverlap): Expression {
  const inside = part.in.map((id): Expression => ({ kind: 'audience', id }));
  const outside = among.audiences.filter((it) => !part.in.includes(it.id)).map((it): Expression => ({ kind: 'not', of: { kind: 'audience', id: it.id } }));
  const [only, ...others] = [...inside, ...outside];
  return only !== undefined && others.length === 0 ? only : { kind: 'all', of: [...inside, ...outside] };
}

function Part({ of, among, said }: { of: OverlapPart; among: AudienceOverlap; said: string }) {
  const { t, format } = useAudienceText();
  const expression = expressionOf(of, among);
  const client = useQueryClient();
  const preview = usePreview(expression, undefined, 20);
  return (
    <Panel title={said} note={t('overlap.only', { n: format.whole(of.members) })} tools={<Link to={asAudience(expression)}><Button type="primary" size="small" data-testid="save-part">{t('overlap.save')}</Button></Link>}>
      <Stoppable of={{ asked: preview, stop: () => void client.cancelQueries({ queryKey: PREVIEWS }) }}>
        {({ sample }) => <ul className="aud-sample aud-sample-wide">{sample.map((it) => <li key={it.no}><MemberLink of={it} /><StageSign of={it.stage} /><span className="number">{format.score(it.value)}</span></li>)}</ul>}
      </Stoppable>
    </Panel>
  );
}
