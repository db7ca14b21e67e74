import { Alert, Button, Form, Input, Typography } from 'antd';
import { ApiProblem } from '../api/client';
import { Mark } from '../shell/Mark';
import { LanguageSwitch, ThemeSwitch } from '../shell/switches';
import { ErrorWords } from '../shell/ErrorWords';
import { useText } from '../text/language';
import { useLogin } from './session';

interface Credentials {
  username: string;
  password: string;
}

/** Shown at whatever address was asked for; after the login that page appears. */
export function LoginPage() {
  const { t } = useText();
  const login = useLogin();
  return (
    <main className="login">
      <div className="login-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <div className="login-card">
        <Mark large />
        <Typography.Paragraph type="secondary" className="login-claim">
          {t('login.claim')}
        </Typography.Paragraph>
        {login.isError && <Alert type="error" showIcon title={login.error instanceof ApiProblem && login.error.status === 401 ? t('login.wrong') : <>{t('login.failed')} <ErrorWords error={login.error} /></>} role="alert" />}
        <Form<Credentials> layout="vertical" requiredMark={false} onFinish={(values) => login.mutate(values)} disabled={login.isPending}>
          <Form.Item name="username" label={t('login.user')} rules={[{ required: true, message: t('login.user.missing') }]}>
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item name="password" label={t('login.password')} rules={[{ required: true, message: t('login.password.missing') }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
            {t('login.enter')}
          </Button>
        </Form>
      </div>
    </main>
  );
}
