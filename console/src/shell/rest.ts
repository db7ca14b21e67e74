import { useEffect, useState } from 'react';

/** A page has so long for itself; milliseconds. */
const ITS_OWN = 1_000;

/** Whether the page has had time to show itself: what it does not need waits so long, for a browser does few things at once. */
export function useRest(): boolean {
  const [rest, setRest] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRest(true), ITS_OWN);
    return () => clearTimeout(timer);
  }, []);
  return rest;
}
