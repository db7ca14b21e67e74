import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Radio, Select } from 'antd';
import { Link } from 'react-router';
import { useMay } from '../access/roles';
import { get, send } from '../api/client';
import type { PageOf, Workload } from '../api/model';
import '../journey/journey.css';
import { useJourneyText } from '../journey/words';
import { ErrorWords } from '../shell/ErrorWords';
import { PageHead } from '../shell/page';
import { Answer } from '../shell/states';

const OVERFLOWS = ['NEXT_DAY', 'OTHER_GUIDE'] as const;

/** While it is written, a guide's row lacks what is not chosen yet. */
interface Draft {
  tasksADay?: number | null;
  overflow: Workload['overflow'];
  guides?: (Partial<Workload['guides'][number]> | undefined)[];
}

/** How many tasks guides are given a day, and where the others go. */
export default function WorkloadPage() {
  const { t } = useJourneyText();
  const workload = useQuery({ queryKey: ['workload'], queryFn: () => get<Workload>('/api/workbench/workload'), gcTime: 0, refetchOnWindowFocus: false });
  return (
    <>
      <PageHead title={t('workload.title')} note={t('workload.question')}>
        <Link to="/workbench"><Button>{t('nav.workbench')}</Button></Link>
      </PageHead>
      <section className="panel">
        <p className="quiet workload-note">{t('workload.note')}</p>
        <Answer of={workload}>{(limits) => <Limits limits={limits} />}</Answer>
      </section>
    </>
  );
}

function Limits({ limits }: { limits: Workload }) {
  const { t } = useJourneyText();
  const { message } = App.useApp();
  const may = useMay('OPERATOR');
  const queries = useQueryClient();
  const [form] = Form.useForm<Draft>();
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => get<PageOf<string>>('/api/workbench/colleagues'), staleTime: 60_000 });
  const chosen = Form.useWatch((values: Draft) => (values.guides ?? []).map((it) => it?.guide), form) as (string | undefined)[] | undefined;
  const save = useMutation({
    mutationFn: ({ tasksADay = null, overflow, guides = [] }: Draft) => send<Workload>('PUT', '/api/workbench/workload', { tasksADay, overflow, guides }),
    onSuccess: () => {
      void message.success(t('workload.saved'));
      return queries.invalidateQueries({ queryKey: ['tasks'] });
    },
    onError: (error) => void message.error(<ErrorWords error={error} />),
  });
  return (
    <Form<Draft> className="workload" form={form} layout="vertical" disabled={!may} initialValues={limits} onFinish={(wish) => save.mutate(wish)}>
      <Form.Item name="tasksADay" label={t('workload.all')} extra={t('workload.all.note')}>
        <InputNumber min={1} max={1000} precision={0} style={{ width: 160 }} />
      </Form.Item>
      <Form.Item name="overflow" label={t('workload.overflow')}>
        <Radio.Group vertical options={OVERFLOWS.map((value) => ({ value, label: t(`workload.overflow.${value}`) }))} />
      </Form.Item>
      <Form.List name="guides">
        {(fields, { add, remove }) => (
          <fieldset className="plain">
            <legend>{t('workload.own')}</legend>
            {fields.map((field) => (
              <div className="workload-guide" key={field.key}>
                <Form.Item name={[field.name, 'guide']} rules={[{ required: true, message: t('workload.guide.missing') }]}>
                  <Select showSearch aria-label={t('workload.guide')} placeholder={t('workload.guide')} options={(colleagues.data?.items ?? []).filter((it) => it === chosen?.[field.name] || chosen?.includes(it) !== true).map((value) => ({ value, label: value }))} />
                </Form.Item>
                <Form.Item name={[field.name, 'tasksADay']} rules={[{ required: true, message: t('workload.limit.missing') }]}>
                  <InputNumber className="wide-field" min={0} max={1000} precision={0} aria-label={t('workload.limit')} placeholder={t('workload.limit')} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('workload.remove')} onClick={() => remove(field.name)} />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add()}>{t('workload.add')}</Button>
          </fieldset>
        )}
      </Form.List>
      {may && <Button type="primary" htmlType="submit" data-testid="save-workload" loading={save.isPending}>{t('workload.save')}</Button>}
    </Form>
  );
}
