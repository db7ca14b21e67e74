import { App, Button, Form, Input, Modal, Popconfirm, Select, Space, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import type { User } from '../api/model';
import { useBrand, useSession } from '../access/session';
import { Panel } from '../chart/Panel';
import { Refusal } from '../collect/Refusal';
import { ErrorWords } from '../shell/ErrorWords';
import { PageHead } from '../shell/page';
import { Answer } from '../shell/states';
import { languageOf } from '../text/speaker';
import { useSettingsText } from './words';
import { useUsers, useUserWish, type NewUser } from './calls';
import { RolesTable, RoleTag, useRoleChoices } from './Roles';
import './settings.css';

/** The people who may log in, and what each may do. */
export default function UsersPage() {
  const { t, format } = useSettingsText();
  const { message } = App.useApp();
  const users = useUsers();
  const wish = useUserWish();
  const me = useSession().data?.username;
  const [edited, setEdited] = useState<User | 'new' | null>(null);
  const refused = (error: Error) => void message.error(<ErrorWords error={error} />);
  const columns: TableColumnsType<User> = [
    { title: t('users.name'), dataIndex: 'username', fixed: 'start', render: (name: string) => <strong>{name}</strong> },
    { title: t('users.role'), dataIndex: 'role', render: (role: User['role']) => <RoleTag of={role} /> },
    { title: t('users.language'), dataIndex: 'locale', render: (it: string) => (it.startsWith('en') ? 'English' : '中文') },
    { title: t('users.employee'), dataIndex: 'wecomEmployee', render: (it: string | null) => it ?? '—' },
    { title: t('users.since'), dataIndex: 'createdAt', render: format.time },
    { title: t('users.lastLogin'), dataIndex: 'lastLoginAt', render: format.time },
    {
      title: <span className="unseen">{t('users.actions')}</span>, key: 'actions', align: 'right',
      render: (_, it) => (
        <Space>
          <Button size="small" onClick={() => setEdited(it)} aria-label={`${t('users.edit')} ${it.username}`}>{t('users.edit')}</Button>
          <Popconfirm title={t('users.remove.sure', { name: it.username })} okText={t('users.remove')} onConfirm={() => wish.mutate({ remove: it.id }, { onError: refused })}>
            <Button size="small" danger disabled={it.username === me} aria-label={`${t('users.remove')} ${it.username}`}>{t('users.remove')}</Button>
          </Popconfirm>
        </Space>
      ),
    },
  ];
  return (
    <>
      <PageHead title={t('nav.users')} note={t('users.question')}>
        <Button type="primary" onClick={() => setEdited('new')} data-testid="new-user">{t('users.new')}</Button>
      </PageHead>
      <div className="stack">
        <section className="panel">
          <Answer of={users}>
            {({ items }) => <Table<User> size="middle" rowKey="id" pagination={false} scroll={{ x: 'max-content' }} columns={columns} dataSource={items} />}
          </Answer>
        </section>
        <Panel title={t('users.roles')} note={t('users.roles.note')}><RolesTable /></Panel>
      </div>
      {edited !== null && <UserForm key={edited === 'new' ? 'new' : edited.id} user={edited === 'new' ? null : edited} done={() => setEdited(null)} />}
    </>
  );
}

function UserForm({ user, done }: { user: User | null; done: () => void }) {
  const { t } = useSettingsText();
  const [form] = Form.useForm<NewUser>();
  const wish = useUserWish();
  const roles = useRoleChoices();
  const brand = useBrand(true);
  const save = ({ username, password, role, locale, wecomEmployee }: NewUser) => {
    const change = { role, locale, wecomEmployee: wecomEmployee ?? '', ...(password ? { password } : {}) };
    wish.mutate(user === null ? { add: { username, password, role, locale } } : { change: user.id, to: change }, { onSuccess: done });
  };
  return (
    <Modal open title={user === null ? t('users.new') : t('users.edit.title', { name: user.username })} okText={t('users.save')} onOk={() => form.submit()} onCancel={done} confirmLoading={wish.isPending}>
      <Form<NewUser>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={user ?? { role: 'GUIDE', locale: languageOf(brand.data?.locale ?? null) }}
        onFinish={save}
      >
        {user === null && (
          <Form.Item name="username" label={t('users.name')} extra={t('users.name.help')} rules={[{ required: true, pattern: /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, message: t('users.name.help') }]}>
            <Input autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="role" label={t('users.role')}>
          <Select options={roles} optionRender={({ label, data }) => <>{label}<div className="quiet option-note">{data.title}</div></>} />
        </Form.Item>
        <Form.Item name="locale" label={t('users.language')}>
          <Select options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
        </Form.Item>
        {user !== null && (
          <Form.Item name="wecomEmployee" label={t('users.employee')} extra={t('users.employee.help')}>
            <Input autoComplete="off" maxLength={64} />
          </Form.Item>
        )}
        <Form.Item name="password" label={user === null ? t('users.password') : t('users.password.new')} extra={user === null ? t('users.password.help') : t('users.password.keep')} rules={[{ required: user === null, min: 8, message: t('users.password.help') }]}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {wish.isError && <Refusal error={wish.error} />}
    </Modal>
  );
}
