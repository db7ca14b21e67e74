import { useEffect, type ReactNode } from 'react';
import { useText } from '../text/language';

/** A page's title, what it answers or as of when, and what can be done here. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  useEffect(() => {
    if (typeof title === 'string') document.title = `${title} · Guanxi`;
  }, [title]);
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {note !== undefined && <p className="quiet">{note}</p>}
      </div>
      {children !== undefined && <div className="page-actions">{children}</div>}
    </header>
  );
}

/** One figure of the strip on top of a page; `exact` is what a machine (and the tool-tip) reads. */
export function Figure({ label, exact, shown, title, note, name }: {
  label: string;
  exact: number | null | undefined;
  shown: string;
  title?: string;
  note?: ReactNode;
  name?: string;
}) {
  return (
    <div className="figure">
      <div className="figure-label">{label}</div>
      <data className="figure-value" value={exact ?? ''} title={title} data-figure={name}>{shown}</data>
      {note !== undefined && <div className="figure-note">{note}</div>}
    </div>
  );
}

/** A short figure with its exact value behind it. */
export function Count({ n, name }: { n: number | null | undefined; name?: string }) {
  const { format } = useText();
  return <data value={n ?? ''} title={format.whole(n)} data-figure={name}>{format.short(n)}</data>;
}
