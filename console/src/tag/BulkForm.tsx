import { Alert, DatePicker, Form, Input, Modal, Select, Segmented, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { now } from '../api/now';
import type { TagFileResult } from '../api/model';
import { ChosenFile, Refusal } from '../collect/Refusal';
import { useAudienceNames, useBulk, type BulkDone, type BulkWish } from './calls';
import { inOneLanguage } from '../text/language';
import { useTagText } from './words';

type Way = BulkWish['way'];

interface Fields {
  text: string;
  kind: string;
  audience: number;
  until?: Dayjs | null;
}

/** Puts a tag on many members at once, or takes it off; without a tag, a file says which. */
export function BulkForm({ tag, off, done }: { tag: number | null; off: boolean; done: () => void }) {
  const { t, format, language } = useTagText();
  const ways: Way[] = tag === null ? ['file'] : off ? ['audience', 'numbers'] : ['list', 'audience', 'numbers'];
  const [way, setWay] = useState<Way>(ways[0] ?? 'file');
  const [form] = Form.useForm<Fields>();
  const [file, setFile] = useState<File | null>(null);
  const audiences = useAudienceNames(tag !== null);
  const bulk = useBulk();
  const start = (values: Fields) => {
    const expiresAt = values.until === null || values.until === undefined ? undefined : format.dayBegins(values.until.format('YYYY-MM-DD'), 1);
    const [name, text] = file === null ? [t('tags.bulk.pasted'), values.text] : [file.name, file];
    if (tag === null) bulk.mutate({ way: 'file', name, text, expiresAt });
    else if (way === 'audience') bulk.mutate({ tag, way, off, audience: values.audience, expiresAt });
    else if (way === 'numbers') bulk.mutate({ tag, way, off, members: numbersOf(values.text), expiresAt });
    else bulk.mutate({ tag, way: 'list', name, kind: values.kind, text, expiresAt });
  };
  const text = (placeholder: string) => (
    <>
      {way !== 'numbers' && (
        <div className="tag-choose">
          <ChosenFile file={file} accept=".csv,.txt,text/csv,text/plain" take={setFile} words={{ choose: t('tags.bulk.choose'), remove: t('tags.bulk.remove'), tooLarge: (size) => t('tags.bulk.tooLarge', { size }) }} />
          <p className="quiet">{t('tags.bulk.most')}</p>
        </div>
      )}
      {(file === null || way === 'numbers') && (
        <Form.Item name="text" label={t(`tags.bulk.text.${way === 'audience' ? 'list' : way}`)} rules={[{ required: true, whitespace: true, message: t('tags.bulk.needed') }]}>
          <Input.TextArea rows={7} placeholder={placeholder} className="tag-paste" />
        </Form.Item>
      )}
    </>
  );
  return (
    <Modal
      open title={t(tag === null ? 'tags.bulk.file' : off ? 'tags.bulk.off' : 'tags.bulk.on')} onCancel={done} confirmLoading={bulk.isPending}
      okText={t(bulk.data === undefined ? (off ? 'tags.bulk.start.off' : 'tags.bulk.start') : 'tags.bulk.close')} onOk={() => (bulk.data === undefined ? form.submit() : done())}
    >
      {bulk.data !== undefined ? <Done of={bulk.data} /> : (
        <>
          {ways.length > 1 && <Segmented<Way> className="filter" value={way} onChange={setWay} options={ways.map((value) => ({ value, label: t(`tags.bulk.by.${value}`) }))} />}
          <Form<Fields> form={form} layout="vertical" requiredMark={false} initialValues={{ kind: 'phone', until: null }} onFinish={start}>
            {way === 'audience' && (
              <Form.Item name="audience" label={t('tags.audience')} extra={t('tags.bulk.audience.help')} rules={[{ required: true, message: t('tags.audience.needed') }]}>
                <Select showSearch={{ optionFilterProp: 'label' }} loading={audiences.isPending} options={(audiences.data?.items ?? []).map((it) => ({ value: it.id, label: `${inOneLanguage(it.name, language)} (${format.short(it.members)})` }))} />
              </Form.Item>
            )}
            {way === 'list' && (
              <Form.Item name="kind" label={t('tags.bulk.kind')}>
                <Select options={['phone', 'user', 'customer', 'card', 'unionid', 'external_userid', 'openid', 'email'].map((value) => ({ value, label: value }))} />
              </Form.Item>
            )}
            {way === 'list' && text('13800000000\n13900000000')}
            {way === 'numbers' && text('17, 42, 108')}
            {way === 'file' && text('kind,key,tag\nphone,13800000000,VIP')}
            {!off && <Form.Item name="until" label={t('tags.until')} extra={t('tags.until.help')}><DatePicker disabledDate={(day) => day.valueOf() < now() - 86_400_000} /></Form.Item>}
          </Form>
          {bulk.isError && <Refusal error={bulk.error} />}
        </>
      )}
    </Modal>
  );
}

function numbersOf(text: string): number[] {
  return [...new Set(text.split(/[^0-9]+/).filter((it) => it !== '').map(Number))];
}

function Done({ of }: { of: BulkDone }) {
  const { t, format } = useTagText();
  const changed = of.effect?.changed ?? of.file?.tags.reduce((sum, it) => sum + it.effect.changed, 0) ?? 0;
  const lost = of.effect?.unknown ?? of.file?.rejected ?? 0;
  return (
    <>
      <Alert type={lost > 0 ? 'warning' : 'success'} showIcon title={t('tags.bulk.done', { n: format.whole(changed) })} description={lost > 0 ? t(of.file === null ? 'tags.bulk.unknown' : 'tags.bulk.rejected', { n: format.whole(lost) }) : undefined} />
      {of.file !== null && of.file.rejects.length > 0 && <Rejects of={of.file} />}
    </>
  );
}

function Rejects({ of }: { of: TagFileResult }) {
  const { t } = useTagText();
  return (
    <Table
      className="tag-rejects" size="small" rowKey="row" dataSource={of.rejects} pagination={of.rejects.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      columns={[{ title: t('tags.bulk.row'), dataIndex: 'row', width: 90, align: 'right' }, { title: t('tags.bulk.reason'), dataIndex: 'reason', render: (reason: TagFileResult['rejects'][number]['reason']) => t(`tags.reject.${reason}`) }]}
    />
  );
}
