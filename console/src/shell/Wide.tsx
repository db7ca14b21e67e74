import type { ReactNode } from 'react';

/** What may be wider than its place scrolls within it, also by the keyboard where it holds nothing that could be reached. */
export function Wide({ label, children }: { label: string; children: ReactNode }) {
  return <div className="wide" role="group" tabIndex={0} aria-label={label}>{children}</div>;
}
