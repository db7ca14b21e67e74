import { createContext, startTransition, useContext, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPath, NavigationType, Router, type Navigator, type To, type UNSAFE_createBrowserHistory } from 'react-router';

export type History = ReturnType<typeof UNSAFE_createBrowserHistory>;

/** Asked before one goes to another path: whether that is held up for now; `go` goes there after all. */
export type Ask = (pathname: string, go: () => void) => boolean;

const Guards = createContext<Set<Ask>>(new Set());

/** What is asked before an address is left. */
export function useGuards(): Set<Ask> {
  return useContext(Guards);
}

/**
 * The browser's router, which can be asked to hold on before another page is gone to, by a link or by the browser's back.
 * The library's own way to that is its data router, which weighs 18 KiB more on every first page.
 */
export function GuardedRouter({ history, children }: { history: History; children: ReactNode }) {
  const [guards] = useState(() => new Set<Ask>());
  const [shown, setShown] = useState({ action: history.action, location: history.location });
  const returning = useRef(false);
  const free = useRef(false);

  const navigator = useMemo<Navigator>(() => {
    const ask = (to: To, go: () => void) => {
      const { pathname } = new URL(typeof to === 'string' ? to : createPath(to), 'http://here');
      if (![...guards].some((guard) => guard(pathname, go))) go();
    };
    return {
      createHref: (to) => history.createHref(to),
      encodeLocation: (to) => history.encodeLocation(to),
      go: (delta) => history.go(delta),
      push: (to, state: unknown) => ask(to, () => history.push(to, state)),
      replace: (to, state: unknown) => ask(to, () => history.replace(to, state)),
    };
  }, [history, guards]);

  useLayoutEffect(() => history.listen(({ action, location, delta }) => {
    if (returning.current) {
      returning.current = false;
      return;
    }
    const go = () => {
      free.current = true;
      history.go(delta ?? 0);
    };
    // The browser has gone there already: it is led back until one has decided.
    if (action === NavigationType.Pop && delta !== null && !free.current && [...guards].some((guard) => guard(location.pathname, go))) {
      returning.current = true;
      history.go(-delta);
      return;
    }
    free.current = false;
    startTransition(() => setShown({ action, location }));
  }), [history, guards]);

  return (
    <Guards value={guards}>
      <Router location={shown.location} navigationType={shown.action} navigator={navigator}>{children}</Router>
    </Guards>
  );
}
