import { Alert, DatePicker, Table } from 'antd';
import dayjs from 'dayjs';
import type { AudienceDiff, AudienceMember, AudiencePoint } from '../api/model';
import { Panel } from '../chart/Panel';
import { useAddress } from '../shell/address';
import { Answer, Bone, Nothing } from '../shell/states';
import { useDiff } from './calls';
import { useMemberColumns } from './memberColumns';
import { useAudienceText } from './words';

const SHOWN = ['name', 'phone', 'value', 'stage', 'why'];
const HEIGHT = 320;

/** Who entered and who left between the ends of two days, or since the end of one; without days in the address, since the last that ended. */
export function CameAndWent({ id, points }: { id: number; points: AudiencePoint[] }) {
  const { t, format } = useAudienceText();
  const { at, set } = useAddress('');
  const ended = points.map((it) => it.day).filter((it) => !format.begun(it));
  const from = at('from') ?? ended.at(-1);
  const to = at('to');
  if (from === undefined) return <Panel title={t('aud.who')}><Nothing title={t('aud.who.none')} /></Panel>;
  return (
    <Panel
      title={t('aud.who')} note={t('aud.who.note')}
      tools={(
        <span className="aud-days">
          <DatePicker
            size="small" allowClear={false} aria-label={t('aud.who.from')} value={dayjs(from)} onChange={(day: dayjs.Dayjs | null) => set({ from: day?.format('YYYY-MM-DD') })}
            disabledDate={(day: dayjs.Dayjs) => { const on = day.format('YYYY-MM-DD'); return !ended.includes(on) || (to !== undefined && on > to); }}
          />
          <span aria-hidden>→</span>
          <DatePicker
            size="small" aria-label={t('aud.who.to')} placeholder={t('aud.now')} value={to === undefined ? null : dayjs(to)} onChange={(day: dayjs.Dayjs | null) => set({ from, to: day?.format('YYYY-MM-DD') })}
            disabledDate={(day: dayjs.Dayjs) => { const on = day.format('YYYY-MM-DD'); return !ended.includes(on) || on < from; }}
          />
        </span>
      )}
    >
      <Between id={id} from={from} to={to} />
    </Panel>
  );
}

function Between({ id, from, to }: { id: number; from: string; to: string | undefined }) {
  const { t, format } = useAudienceText();
  const diff = useDiff(id, from, to);
  return (
    <Answer of={diff} skeleton={<Bone height={HEIGHT} />}>
      {(found) => (
        <div className={diff.isPlaceholderData ? 'aud-stale' : ''} data-testid="came-and-went">
          <p>{t(found.to === null ? 'aud.who.said.now' : 'aud.who.said', { before: format.whole(found.before), from: found.from, after: format.whole(found.after), to: found.to ?? '' })}</p>
          {found.entered + found.left === 0 ? <Alert type="info" showIcon title={t('aud.who.nobody')} /> : <Both of={found} id={id} />}
        </div>
      )}
    </Answer>
  );
}

function Both({ of, id }: { of: AudienceDiff; id: number }) {
  const { t } = useAudienceText();
  return (
    <div className="aud-two">
      <People name="entered" title={t('aud.entered')} all={of.entered} some={of.enteredSample} id={id} />
      <People name="left" title={t('aud.left')} all={of.left} some={of.leftSample} id={id} />
    </div>
  );
}

function People({ name, title, all, some, id }: { name: string; title: string; all: number; some: AudienceMember[]; id: number }) {
  const { t, format } = useAudienceText();
  const columns = useMemberColumns(id).filter((it) => SHOWN.includes(String(it.key)));
  return (
    <section aria-label={title} data-testid={`who-${name}`}>
      <h3>{title} <data value={all}>{format.whole(all)}</data></h3>
      <Table
        size="small" rowKey="no" columns={columns} dataSource={some} scroll={{ x: 'max-content' }} pagination={{ pageSize: 10, showSizeChanger: false, hideOnSinglePage: true }}
        locale={{ emptyText: <Nothing title={t('aud.nobody.here')} /> }}
      />
      {all > some.length && <p className="quiet">{t('aud.who.some', { n: some.length, all: format.whole(all) })}</p>}
    </section>
  );
}
