import { LogoutOutlined, MenuOutlined, UnorderedListOutlined } from '@ant-design/icons';
import { Button, Drawer, Dropdown, Grid, Layout } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Brand, Session } from '../api/model';
import { useMay } from '../access/roles';
import { useLogout } from '../access/session';
import { useText } from '../text/language';
import { FocusBack } from './FocusBack';
import { Mark } from './Mark';
import { Navigation } from './Navigation';
import { Pages } from './Pages';
import { useTopOfPage } from './place';
import { useRest } from './rest';
import { Search } from './Search';
import { LanguageSwitch, ThemeSwitch } from './switches';

// It comes after the first figures; its place is kept.
const WorkInProgress = lazy(async () => ({ default: (await import('./WorkInProgress')).WorkInProgress }));
const Untold = lazy(() => import('./Untold'));
const SandboxClock = lazy(() => import('./SandboxClock'));

/** What surrounds every page: where one is, who one is, and what is being worked on. */
export default function Shell({ session, brand }: { session: Session; brand: Brand | undefined }) {
  const { t } = useText();
  const wide = Grid.useBreakpoint().lg !== false;
  const [open, setOpen] = useState(false);
  const logout = useLogout();
  useTopOfPage();
  const analyst = useMay('ANALYST');
  const rest = useRest();
  const noWork = <Button type="text" icon={<UnorderedListOutlined />} disabled aria-hidden />;
  return (
    <Layout className="shell">
      <a href="#page" className="skip">{t('shell.skip')}</a>
      {wide && (
        <Layout.Sider width={216} className="shell-sider" theme="light">
          <div className="shell-mark"><Mark /></div>
          <Navigation />
        </Layout.Sider>
      )}
      <Layout>
        <Layout.Header className="shell-header">
          {!wide && <Button type="text" icon={<MenuOutlined />} aria-label={t('nav.label')} onClick={() => setOpen(true)} />}
          <span className="shell-brand">{brand?.name}</span>
          <span className="shell-tools">
            {brand?.sandbox === true && <Suspense fallback={null}><SandboxClock wide={wide} /></Suspense>}
            <Search wide={wide} />
            {analyst && (rest ? <Suspense fallback={noWork}><WorkInProgress /></Suspense> : noWork)}
            <LanguageSwitch />
            <ThemeSwitch />
            <Dropdown
              trigger={['click']}
              menu={{ items: [{ key: 'out', icon: <LogoutOutlined />, label: t('shell.logout'), onClick: () => logout.mutate() }] }}
            >
              <Button type="text" className="shell-user" aria-label={t('shell.user', { name: session.username })} data-testid="user">
                <span className="avatar" aria-hidden>{session.username.slice(0, 1).toUpperCase()}</span>
                {wide && session.username}
              </Button>
            </Dropdown>
          </span>
        </Layout.Header>
        <Layout.Content>
          <FocusBack />
          <Suspense fallback={null}><Untold /></Suspense>
          <main id="page" tabIndex={-1} className="page"><Pages /></main>
        </Layout.Content>
      </Layout>
      {!wide && (
        <Drawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={<Mark />} styles={{ body: { padding: 8 } }}>
          <Navigation onGo={() => setOpen(false)} />
        </Drawer>
      )}
    </Layout>
  );
}
