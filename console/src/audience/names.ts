import { useMemo } from 'react';
import { useAudiences, useLists, useTags } from './calls';
import { nameOf, useAudienceText, type Names } from './words';

/** The names of what conditions refer to by number. */
export function useNames(): Names {
  const { language } = useAudienceText();
  const audiences = useAudiences().data;
  const lists = useLists().data;
  const tags = useTags().data;
  return useMemo(() => ({
    audiences: new Map((audiences?.items ?? []).map((it) => [it.id, nameOf(it, language)])),
    lists: new Map((lists?.items ?? []).map((it) => [it.id, it.name])),
    tags: new Map((tags?.groups ?? []).flatMap((group) => group.tags.map((it) => [it.id, it.name] as const))),
  }), [audiences, lists, tags, language]);
}
