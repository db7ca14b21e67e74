import { Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { AudienceSize } from '../api/model';
import { Panel } from '../chart/Panel';
import { Answer, Nothing } from '../shell/states';
import { Stoppable } from '../shell/Stoppable';
import { useAudiencesOf, useReason } from './calls';
import { useNames } from './names';
import { WhyTree } from './WhyTree';
import { nameOf, useAudienceText } from './words';
import './audience.css';

/** The audiences that a member is in, and why. */
export default function MemberAudiences({ no, analyst }: { no: string; analyst: boolean }) {
  const { t, format, language } = useAudienceText();
  const audiences = useAudiencesOf(no);
  const [asked, setAsked] = useState<AudienceSize | null>(null);
  return (
    <Panel title={t('aud.title')} note={t('aud.ofMember')}>
      <Answer of={audiences}>
        {({ items }) => items.length === 0 ? <Nothing title={t('aud.ofMember.none')} /> : (
          <ul className="aud-sample">
            {items.map((it) => (
              <li key={it.id}>
                {analyst ? <Link to={`/audiences/${it.id}`}>{nameOf(it, language)}</Link> : <span>{nameOf(it, language)}</span>}
                <span className="quiet number">{format.short(it.members)}</span>
                {analyst && <button type="button" className="aud-link" onClick={() => setAsked(it)}>{t('aud.whyIn')}</button>}
              </li>
            ))}
          </ul>
        )}
      </Answer>
      {asked !== null && <Drawer open onClose={() => setAsked(null)} title={nameOf(asked, language)} size={480}><Why id={asked.id} no={Number(no)} /></Drawer>}
    </Panel>
  );
}

function Why({ id, no }: { id: number; no: number }) {
  const reason = useReason(id, no);
  const names = useNames();
  return <Stoppable of={reason}>{(why) => <WhyTree of={why} names={names} />}</Stoppable>;
}
