import { lazy, useState, type ComponentType, type ReactNode } from 'react';

/** A component that comes when it is drawn first; it may be sent for before. */
export interface Part<P extends object> {
  (props: P): ReactNode;
  send: () => Promise<unknown>;
}

/**
 * Takes a part of the console out of what comes first. Where it has come by the time it is drawn, it is drawn at once; otherwise React shows what
 * stands in for it, and that for 300 ms at least.
 */
export function part<P extends object>(load: () => Promise<ComponentType<P>>): Part<P> {
  let sent: Promise<ComponentType<P>> | undefined;
  let here: ComponentType<P> | undefined;
  const send = () => {
    sent ??= load().then((it) => (here = it));
    // What cannot be fetched is said where it is drawn, where it is sent for once more.
    sent.catch(() => (sent = undefined));
    return sent;
  };
  const Coming = lazy(async () => ({ default: await send() }));
  function Drawn(props: P) {
    const [It] = useState(() => here ?? Coming);
    return <It {...props} />;
  }
  return Object.assign(Drawn, { send });
}
