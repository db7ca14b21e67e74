export interface Clause {
  text: string;
  is: 'same' | 'new' | 'gone';
}

/** A sentence in its clauses, each with the stop behind it. */
function clauses(sentence: string): string[] {
  return sentence.split(/(?<=[，；]|, |; )/).filter((it) => it !== '');
}

/** What of a sentence stayed, came and went: the longest common run of clauses is what stayed. */
export function difference(before: string, after: string): Clause[] {
  const [old, now] = [clauses(before), clauses(after)];
  // What joins a clause to the one before it, and brackets, move when a neighbour comes or goes.
  const plain = (text: string | undefined) => text?.replace(/[（）()]/g, '').replace(/[，；,;\s]+$/, '').replace(/^(且|或|and |or )/, '');
  const common = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0));
  const at = (i: number, j: number) => common[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const row = common[i];
      if (row !== undefined) row[j] = plain(old[i]) === plain(now[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const told: Clause[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [gone, come] = [old[i], now[j]];
    if (gone !== undefined && come !== undefined && plain(gone) === plain(come)) {
      told.push({ text: come, is: 'same' });
      i++;
      j++;
    } else if (gone !== undefined && (come === undefined || at(i + 1, j) >= at(i, j + 1))) {
      told.push({ text: gone, is: 'gone' });
      i++;
    } else if (come !== undefined) {
      told.push({ text: come, is: 'new' });
      j++;
    }
  }
  return told;
}
