import { App } from 'antd';
import { useCallback, useEffect, useRef } from 'react';
import { useBlocker, useLocation } from 'react-router';
import { useText } from '../text/language';

/**
 * Asks before a page is left on which something is not saved: by a link or the browser's back as well as by closing the
 * tab. Filters and tabs of the same page are not leaving it.
 *
 * @return call it just before going elsewhere because all is saved
 */
export function useLeaveGuard(unsaved: boolean): () => void {
  const { t } = useText();
  const { modal } = App.useApp();
  const { pathname } = useLocation();
  const free = useRef(false);
  const blocker = useBlocker(({ currentLocation, nextLocation }) => unsaved && !free.current && currentLocation.pathname !== nextLocation.pathname);

  useEffect(() => {
    free.current = false;
  }, [pathname]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  useEffect(() => {
    if (blocker.state !== 'blocked') return undefined;
    const asked = modal.confirm({
      title: t('leave.title'), content: t('leave.note'), okText: t('leave.go'), okButtonProps: { danger: true }, cancelText: t('leave.stay'),
      onOk: () => blocker.proceed(), onCancel: () => blocker.reset(),
    });
    return () => asked.destroy();
  }, [blocker, modal, t]);

  return useCallback(() => {
    free.current = true;
  }, []);
}
