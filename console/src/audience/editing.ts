import { createContext, useContext } from 'react';
import type { AudiencePart } from '../api/model';
import type { Compiled, Form } from './form';
import type { Fault, Names } from './words';

/** What the parts of the builder share: the form, what the server says of it, and how it is changed. */
export interface Editing {
  form: Form;
  set: (form: Form) => void;
  compiled: Compiled;
  /** The last answer's parts by pointer; of the form as it was then. */
  parts: Map<string, AudiencePart>;
  everybody: number | null;
  stale: boolean;
  fault: Fault | null;
  /** The condition whose fields are shown. */
  open: number | null;
  setOpen: (id: number | null) => void;
  /** The audience that is edited. */
  own: number | undefined;
  names: Names;
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (editing === null) throw new Error('useEditing outside of the builder');
  return editing;
}
