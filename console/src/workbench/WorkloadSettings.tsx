import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, InputNumber, Modal, Radio, Select, Skeleton } from 'antd';
import { get, send } from '../api/client';
import type { PageOf, Workload } from '../api/model';
import { useJourneyText } from '../journey/words';

const OVERFLOWS = ['NEXT_DAY', 'OTHER_GUIDE'] as const;

/** How many tasks guides are given a day, and where the others go. */
export function WorkloadSettings({ done }: { done: () => void }) {
  const { t } = useJourneyText();
  const workload = useQuery({ queryKey: ['workload'], queryFn: () => get<Workload>('/api/workbench/workload'), gcTime: 0 });
  const colleagues = useQuery({ queryKey: ['colleagues'], queryFn: () => get<PageOf<string>>('/api/workbench/colleagues'), staleTime: 60_000 });
  const queries = useQueryClient();
  const [form] = Form.useForm<Workload>();
  const save = useMutation({
    mutationFn: (limits: Workload) => send<Workload>('PUT', '/api/workbench/workload', limits),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['tasks'] });
      done();
    },
  });
  const guides = (colleagues.data?.items ?? []).map((value) => ({ value, label: value }));
  const trouble = save.error ?? workload.error;
  return (
    <Modal open title={t('workload.title')} okText={t('workload.save')} confirmLoading={save.isPending} okButtonProps={{ disabled: workload.data === undefined }} onCancel={done} onOk={() => form.submit()}>
      <p className="quiet">{t('workload.note')}</p>
      {trouble !== null && <Alert type="error" showIcon title={trouble.message} />}
      {workload.data === undefined ? <Skeleton active /> : (
        <Form<Workload> form={form} layout="vertical" initialValues={workload.data} onFinish={(limits) => save.mutate({ ...limits, tasksADay: limits.tasksADay ?? null })}>
          <Form.Item name="tasksADay" label={t('workload.all')} extra={t('workload.all.note')}>
            <InputNumber min={1} max={1000} precision={0} style={{ width: 160 }} />
          </Form.Item>
          <Form.Item name="overflow" label={t('workload.overflow')}>
            <Radio.Group options={OVERFLOWS.map((value) => ({ value, label: t(`workload.overflow.${value}`) }))} />
          </Form.Item>
          <Form.List name="guides">
            {(fields, { add, remove }) => (
              <fieldset className="plain">
                <legend>{t('workload.own')}</legend>
                {fields.map((field) => (
                  <div className="workload-guide" key={field.key}>
                    <Form.Item name={[field.name, 'guide']} rules={[{ required: true, message: t('workload.guide') }]}>
                      <Select showSearch aria-label={t('workload.guide')} placeholder={t('workload.guide')} options={guides} />
                    </Form.Item>
                    <Form.Item name={[field.name, 'tasksADay']} rules={[{ required: true, message: t('workload.limit') }]}>
                      <InputNumber className="wide-field" min={0} max={1000} precision={0} aria-label={t('workload.limit')} placeholder={t('workload.limit')} />
                    </Form.Item>
                    <Button type="text" icon={<DeleteOutlined />} aria-label={t('workload.remove')} onClick={() => remove(field.name)} />
                  </div>
                ))}
                <Button type="dashed" block icon={<PlusOutlined />} onClick={() => add()}>{t('workload.add')}</Button>
              </fieldset>
            )}
          </Form.List>
        </Form>
      )}
    </Modal>
  );
}
