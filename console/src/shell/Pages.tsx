import { Suspense } from 'react';
import { Link, Route, Routes } from 'react-router';
import { Button, Result } from 'antd';
import { useText } from '../text/language';
import { Guard } from './Guard';
import { ROUTES } from './routes';
import { Waiting } from './states';

export function Pages() {
  return (
    <Guard>
      <Suspense fallback={<Waiting />}>
        <Routes>
          {ROUTES.map(({ path, Page }) => <Route key={path} path={path} element={<Page />} />)}
          <Route path="*" element={<Lost />} />
        </Routes>
      </Suspense>
    </Guard>
  );
}

function Lost() {
  const { t } = useText();
  return <Result status="404" title={<h1 className="missing">{t('state.missing')}</h1>} extra={<Link to="/"><Button type="primary">{t('nav.overview')}</Button></Link>} />;
}
