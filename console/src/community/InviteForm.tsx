import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Form, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { send } from '../api/client';
import type { Community, JourneyEnrolment, JourneySummary } from '../api/model';
import { usePreview } from '../audience/calls';
import { Refusal } from '../collect/Refusal';
import { useJourneys, useJourneyWish } from '../journey/journeys';
import { allCommunities } from './communities';
import { invited } from './invitation';
import { usePeriodText } from './periodWords';

/** From which value on members are invited where nobody says another. */
const HIGH_VALUE = 20;

/** The ready-made journey that invites. */
const JOURNEY = 'community-invitation';

/** Invites a community's members of high value to a livelier one: each becomes a task of a guide. */
export default function InviteForm({ of, done }: { of: Community; done: () => void }) {
  const { t, format } = usePeriodText();
  const { message } = App.useApp();
  const [to, setTo] = useState<string | null>(null);
  const [above, setAbove] = useState(HIGH_VALUE);
  const communities = useQuery({ queryKey: ['communities', 'livelier'], queryFn: () => allCommunities({ sort: '-activeShare', stage: 'GOLDEN', q: undefined }), staleTime: 60_000 });
  const journeys = useJourneys();
  const journey = journeys.data?.items.find((it) => it.ready === JOURNEY);
  const targets = (communities.data ?? []).filter((it) => it.key !== of.key);
  const target = targets.find((it) => it.key === to);
  const asked = target === undefined ? undefined : invited(of.key, target.key, above);
  const inviting = usePreview(asked?.inviting, undefined, 0);
  const there = usePreview(asked?.there, undefined, 0);
  const fresh = asked !== undefined && !inviting.isPlaceholderData && !there.isPlaceholderData;
  const start = useMutation({
    mutationFn: ({ id, community }: { id: number; community: Community }) => send<JourneyEnrolment>('POST', `/api/journeys/${id}/entries`, { expression: invited(of.key, community.key, above).inviting, key: community.key, values: { community: community.name } }),
    onSuccess: (it) => {
      void message.success(t(it.state === 'RUNNING' ? 'invite.begun' : 'invite.done', { asked: format.whole(it.asked), entered: format.whole(it.entered), before: format.whole(it.asked - it.entered) }));
      done();
    },
  });
  const begin = () => { if (journey !== undefined && target !== undefined) start.mutate({ id: journey.id, community: target }); };
  return (
    <Modal
      open title={t('invite.title', { name: of.name })} okText={t('invite.start')} onOk={begin} onCancel={done} confirmLoading={start.isPending}
      okButtonProps={{ disabled: !fresh || journey?.state !== 'RUNNING' || (inviting.data?.members ?? 0) === 0 }}
    >
      <Form layout="vertical">
        <Form.Item label={t('invite.to')} extra={t('invite.to.note')}>
          <Select
            aria-label={t('invite.to')} showSearch={{ optionFilterProp: 'search' }} value={to} loading={communities.isPending} onChange={setTo} notFoundContent={t('invite.none')}
            options={targets.map((it) => ({ value: it.key, search: `${it.name} ${it.key}`, label: t('invite.target', { name: it.name, active: format.share(it.activeShare), members: format.whole(it.members) }) }))}
          />
        </Form.Item>
        <Form.Item label={t('invite.above')}><InputNumber aria-label={t('invite.above')} min={0} max={99} value={above} onChange={(n) => setAbove(n ?? HIGH_VALUE)} /></Form.Item>
      </Form>
      <div data-testid="invite-counts" data-inviting={fresh ? inviting.data?.members : undefined} data-there={fresh ? there.data?.members : undefined} role="status">
        {fresh && inviting.data !== undefined && there.data !== undefined && <p>{t('invite.counts', { n: format.whole(inviting.data.members), there: format.whole(there.data.members) })}</p>}
      </div>
      <p className="quiet">{t('invite.note')}</p>
      {journeys.isSuccess && <Standing journey={journey} />}
      {[inviting, there, start].map((it, i) => it.isError && <Refusal key={i} error={it.error} />)}
    </Modal>
  );
}

/** Whether the journey runs; a draft can be published as it is. */
function Standing({ journey }: { journey: JourneySummary | undefined }) {
  const { t } = usePeriodText();
  const wish = useJourneyWish();
  if (journey === undefined) return <Alert type="warning" showIcon title={t('invite.missing')} />;
  const link = <Link to={`/journeys/${journey.id}`} data-testid="invite-journey">{t('invite.open')}</Link>;
  if (journey.state === 'RUNNING') return <p>{link}</p>;
  const publish = () => wish.mutate({ publish: { revision: journey.revision, note: '', inside: 'DRAIN', places: {} }, id: journey.id });
  return (
    <>
      <Alert
        type="info" showIcon title={t(journey.state === 'DRAFT' ? 'invite.draft' : 'invite.resting')}
        action={journey.state === 'DRAFT' ? <Button size="small" loading={wish.isPending} onClick={publish} data-testid="invite-publish">{t('invite.publish')}</Button> : undefined} description={link}
      />
      {wish.isError && <Refusal error={wish.error} />}
    </>
  );
}
