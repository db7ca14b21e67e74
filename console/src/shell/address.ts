import { useSearchParams } from 'react-router';

interface Sorter {
  columnKey?: string | number | bigint;
  order?: 'ascend' | 'descend' | null;
}

/** What a list shows, kept in the address so that a link shows the same: filters, order (`-value`) and place. */
export function useAddress(order: string) {
  const [parameters, setParameters] = useSearchParams();
  const sort = parameters.get('sort') ?? order;
  const set = (changes: Record<string, string | undefined>) => {
    const next = new URLSearchParams(parameters);
    // Another filter or order begins at its first page.
    for (const place of ['cursor', 'page']) if (!(place in changes)) next.delete(place);
    for (const [name, value] of Object.entries(changes)) {
      if (value === undefined || value === '') next.delete(name);
      else next.set(name, value);
    }
    setParameters(next);
  };
  return {
    at: (name: string) => parameters.get(name) ?? undefined,
    set,
    sort,
    /** For a column of that name: how the list is ordered by it now. */
    sorted: (name: string) => (sort === name ? ('ascend' as const) : sort === `-${name}` ? ('descend' as const) : null),
    /** A table's own sorting, written into the address; `name` is the column's key. */
    onSort: (_page: unknown, _filters: unknown, sorter: Sorter | Sorter[]) => {
      const by = Array.isArray(sorter) ? sorter[0] : sorter;
      const name = String(by?.columnKey ?? '');
      set({ sort: by?.order === undefined || by.order === null ? undefined : by.order === 'descend' ? `-${name}` : name });
    },
  };
}
