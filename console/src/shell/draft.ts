import { useState } from 'react';

/** What a user is editing of something that is saved by version. */
export interface Editing<T> {
  draft: T;
  edit: (to: T | ((before: T) => T)) => void;
  /** What was saved when the editing began, which the draft is compared with. */
  base: T;
  /** The version of that: what a save is a change of. */
  version: number;
  changed: boolean;
  /** Somebody else saved another version meanwhile: the draft is kept until its user takes the newer one. */
  overtaken: boolean;
  /** Drops the draft for what is saved now. */
  takeSaved: () => void;
  /** The draft itself was saved, as this. */
  wasSaved: (saved: T, version: number) => void;
}

interface Held<T> {
  base: T;
  version: number;
  draft: T;
}

/** Follows what is saved as long as nothing was changed; what a user changed is never taken away from under their hands. */
export function useDraft<T>(saved: T, version: number): Editing<T> {
  const [held, setHeld] = useState<Held<T>>({ base: saved, version, draft: saved });
  const current = follow(held, saved, version);
  if (current !== held) setHeld(current);
  return {
    draft: current.draft,
    edit: (to) => setHeld((it) => ({ ...it, draft: typeof to === 'function' ? (to as (before: T) => T)(it.draft) : to })),
    base: current.base,
    version: current.version,
    changed: !same(current.draft, current.base),
    overtaken: current.version !== version,
    takeSaved: () => setHeld({ base: saved, version, draft: saved }),
    wasSaved: (now, as) => setHeld({ base: now, version: as, draft: now }),
  };
}

/** What is held once another version may have been saved: that version, unless the draft says something else. */
export function follow<T>(held: Held<T>, saved: T, version: number): Held<T> {
  const free = same(held.draft, held.base) || same(held.draft, saved);
  return version === held.version || !free ? held : { base: saved, version, draft: saved };
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
