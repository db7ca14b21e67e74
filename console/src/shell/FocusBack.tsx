import { useEffect } from 'react';

/** What an element lies in: a dialog, or null for the page. */
const around = (it: HTMLElement) => it.closest('.ant-drawer, .ant-modal-root');

/**
 * Gives the focus back to what a dialog was opened from. Ant Design does so for those that it closes; many here are taken from the
 * page instead, with all that was typed into them, and whoever works by keys would begin at its top again.
 */
export function FocusBack() {
  useEffect(() => {
    // What had the focus last in the page and in each dialog over it, the latest at the end.
    let met: HTMLElement[] = document.activeElement instanceof HTMLElement && document.activeElement !== document.body ? [document.activeElement] : [];
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) met = [...met.filter((it) => it.isConnected && around(it) !== around(target)), target];
    };
    // A click beside everything takes the focus away as well; what had it is still there then.
    const observer = new MutationObserver(() => {
      if (document.activeElement !== document.body || met.at(-1)?.isConnected !== false) return;
      met = met.filter((it) => it.isConnected);
      met.at(-1)?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', note);
    observer.observe(document.body, { childList: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, []);
  return null;
}
