import { useEffect, useState } from 'react';

/** A value as it stood once it had not changed for so many milliseconds; an empty one at once. */
export function useSettled(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return value === '' ? '' : settled;
}
