import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Link, NavigationType, useLocation, useNavigationType } from 'react-router';

/** How far down each list was when it was left, by its address, and with which filters it was. */
const places = new Map<string, number>();
const filters = new Map<string, string>();

interface State {
  back?: boolean;
}

/** Whether one comes back to where one was, by the browser or by a page's own way back. */
function useIsBack(): boolean {
  const state = useLocation().state as State | null;
  return useNavigationType() === NavigationType.Pop || state?.back === true;
}

/** Keeps a list's place: who comes back to it finds it scrolled as it was left, once its rows are there. */
export function useKeptPlace(ready: boolean): void {
  const { pathname, search } = useLocation();
  const address = pathname + search;
  const back = useIsBack();
  const wanted = useRef(back ? places.get(address) : undefined);
  useEffect(() => {
    filters.set(pathname, search);
  }, [pathname, search]);
  useLayoutEffect(() => {
    if (!ready || wanted.current === undefined) return;
    window.scrollTo(0, wanted.current);
    wanted.current = undefined;
  }, [ready]);
  // Not an effect that is undone later than the page is: the next one's beginning is not this one's place.
  useLayoutEffect(() => {
    const note = () => {
      if (wanted.current === undefined) places.set(address, window.scrollY);
    };
    window.addEventListener('scroll', note, { passive: true });
    return () => window.removeEventListener('scroll', note);
  }, [address]);
}

/** Another page begins at its top, unless one comes back to it. */
export function useTopOfPage(): void {
  const { pathname } = useLocation();
  const back = useIsBack();
  const before = useRef(pathname);
  useLayoutEffect(() => {
    if (before.current !== pathname && !back) window.scrollTo(0, 0);
    before.current = pathname;
  }, [pathname, back]);
}

/** Leads back to a list as it was left, with its filters and its place. */
export function BackTo({ list, children }: { list: string; children: ReactNode }) {
  return <Link to={list + (filters.get(list) ?? '')} state={{ back: true } satisfies State}>{children}</Link>;
}
