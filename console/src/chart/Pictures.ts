import { part } from '../shell/part';

/** The pictures' library: a third of the console's weight. */
export const Chart = part(async () => (await import('./Chart')).default);
