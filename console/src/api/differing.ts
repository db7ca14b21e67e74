import type { components } from './schema';

/** Words of a closed list; nothing where any text may stand. */
type Listed<T> = [Extract<T, string>] extends [never] ? never : string extends Extract<T, string> ? never : Extract<T, string>;

/** Fields that have a name; an index by any name has none. */
type Fields<T> = string extends keyof T ? never : keyof T & string;

/** The description tells the shapes of a union apart by their schemas' names, which no answer holds. */
type TellsApart<Given, K extends keyof Given> = K extends 'kind' ? ([Given[K]] extends [keyof components['schemas']] ? true : false) : false;

/** How far below one looks; everything with a name of its own is compared from its own top. */
type Below = [never, 0, 1, 2, 3];

/**
 * Where the words of a closed list (an enum) differ between what the console reads and what the server gives, field by
 * field: a word that the console does not know, one that the server never says, or a list that the console takes for any
 * text. Nothing where all agree. `At` is where in the answer one is.
 */
export type Differing<Read, Given, At extends string = '', Left extends Below[number] = 3> = [Left] extends [never]
  ? never
  : Compared<NonNullable<Read>, NonNullable<Given>, At, Left>;

type Compared<Read, Given, At extends string, Left extends Below[number]> = [Given] extends [readonly (infer Item)[]]
  ? [Read] extends [readonly (infer Own)[]] ? Differing<Own, Item, `${At}[]`, Left> : never
  : [Listed<Given>] extends [never]
    ? [Given] extends [object] ? Inside<Read, Given, At, Left> : never
    : string extends Read
      ? `${At}: the console takes any text for a listed word`
      : `${At}: the console lacks ${Exclude<Listed<Given>, Listed<Read>>}` | `${At}: the server never says ${Exclude<Listed<Read>, Listed<Given>>}`;

type Inside<Read, Given, At extends string, Left extends Below[number]> = {
  [K in Fields<Read> & Fields<Given>]: TellsApart<Given, K> extends true ? never : Differing<Read[K], Given[K], At extends '' ? K : `${At}.${K}`, Below[Left]>;
}[Fields<Read> & Fields<Given>];
