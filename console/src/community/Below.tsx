import type { ReactElement } from 'react';
import type { BelowLine } from '../api/model';
import { useText } from '../text/language';

/** When a community falls below the golden line, in a few words. */
export function Below({ line }: { line: BelowLine | null }): ReactElement {
  const { t } = useText();
  if (line === null) return <span className="quiet">—</span>;
  switch (line.verdict) {
    case 'WITHIN':
      return <>{t('below.WITHIN', { n: line.weeks ?? '—' })}</>;
    case 'BEYOND':
    case 'RISING':
    case 'BELOW':
    case 'TOO_YOUNG':
    case 'EMPTY':
      return <span className="quiet">{t(`below.${line.verdict}`)}</span>;
  }
}
