import { Input } from 'antd';
import type { Range, Test } from '../expression';
import { useAudienceText } from '../words';
import { Any, One } from './basics';
import { RangeFields } from './RangeFields';

const TESTS = ['in', 'contains', 'startsWith', 'known', 'unknown', 'range'] as const;
type Kind = (typeof TESTS)[number];

function kindOf(test: Test): Kind {
  if ('in' in test) return 'in';
  if ('contains' in test) return 'contains';
  if ('startsWith' in test) return 'startsWith';
  if ('known' in test) return test.known ? 'known' : 'unknown';
  return 'range';
}

function begun(kind: Kind): Test {
  switch (kind) {
    case 'in': return { in: [] };
    case 'contains': return { contains: '' };
    case 'startsWith': return { startsWith: '' };
    case 'known': return { known: true };
    case 'unknown': return { known: false };
    case 'range': return {};
  }
}

/** What a value must be: one of some, containing, beginning with, there at all, or a number between bounds. */
export function TestFields({ of, change, label, offered = [] }: { of: Test; change: (test: Test) => void; label: string; offered?: readonly string[] }) {
  const { t } = useAudienceText();
  const kind = kindOf(of);
  return (
    <>
      <One value={kind} of={TESTS} word={(it) => t(`test.${it}`)} label={`${label}: ${t('aud.test')}`} change={(it) => change(begun(it))} width={116} />
      {'in' in of && <Any value={of.in} offered={offered} label={t('aud.values')} change={(values) => change({ in: values })} />}
      {'contains' in of && <Input className="aud-text" aria-label={t('aud.values')} value={of.contains} onChange={(it) => change({ contains: it.target.value })} />}
      {'startsWith' in of && <Input className="aud-text" aria-label={t('aud.values')} value={of.startsWith} onChange={(it) => change({ startsWith: it.target.value })} />}
      {kind === 'range' && <RangeFields of={of as Range} change={change} label={label} />}
    </>
  );
}
