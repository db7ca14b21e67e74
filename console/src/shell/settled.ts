import { useEffect, useState } from 'react';

/** A value once it has stood still for a while: what is typed asks the server once, not letter by letter. It must be plain JSON. */
export function useSettled<T>(value: T, milliseconds = 400): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), milliseconds);
    return () => clearTimeout(timer);
  }, [text, milliseconds]);
  return JSON.parse(settled) as T;
}
