import { App } from 'antd';
import { useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router';
import { useText } from '../text/language';
import { useGuards, type Ask } from './GuardedRouter';

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
  const asking = useRef(false);
  const guards = useGuards();

  useEffect(() => {
    free.current = false;
  }, [pathname]);

  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [unsaved]);

  useLayoutEffect(() => {
    if (!unsaved) return undefined;
    const ask: Ask = (to, go) => {
      if (free.current || to === pathname) return false;
      if (!asking.current) {
        asking.current = true;
        void modal.confirm({
          title: t('leave.title'), content: t('leave.note'), okText: t('leave.go'), okButtonProps: { danger: true }, cancelText: t('leave.stay'), focusable: { autoFocusButton: 'cancel' },
          onCancel: () => {
            asking.current = false;
          },
          onOk: () => {
            asking.current = false;
            free.current = true;
            go();
          },
        });
      }
      return true;
    };
    guards.add(ask);
    return () => void guards.delete(ask);
  }, [unsaved, pathname, guards, modal, t]);

  return useCallback(() => {
    free.current = true;
  }, []);
}
