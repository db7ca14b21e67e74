import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../text/language';

const SearchBox = lazy(() => import('./SearchBox'));
const MAC = /Mac|iPhone|iPad/.test(navigator.userAgent);

/** ⌘K, or Ctrl K: members, communities, pages, events and imports by what one types. */
export function Search({ wide }: { wide: boolean }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((before) => !before);
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <Button className="search-open" type={wide ? 'default' : 'text'} icon={<SearchOutlined />} aria-label={t('search.title')} aria-keyshortcuts="Meta+K Control+K" onClick={() => setOpen(true)} data-testid="search">
        {wide && <><span>{t('search.title')}</span><kbd>{MAC ? '⌘K' : 'Ctrl K'}</kbd></>}
      </Button>
      {open && <Suspense fallback={null}><SearchBox close={() => setOpen(false)} /></Suspense>}
    </>
  );
}
