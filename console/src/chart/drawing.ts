import type { Palette } from '../shell/palette';
import type { Format } from '../text/format';
import type { Say } from '../text/language';

/** What a picture is drawn with: words, numbers and colours. */
export interface Drawing {
  t: Say;
  format: Format;
  palette: Palette;
}
