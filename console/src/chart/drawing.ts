import { useMemo } from 'react';
import { useLook } from '../shell/look';
import type { Palette } from '../shell/palette';
import type { Format } from '../text/format';
import { useText, type Say } from '../text/language';

/** What a picture is drawn with: words, numbers and colours. */
export interface Drawing {
  t: Say;
  format: Format;
  palette: Palette;
}

/** What the pictures of a page are drawn with; the same as long as neither language nor theme change. */
export function useDrawing(): Drawing {
  const { t, format } = useText();
  const { palette } = useLook();
  return useMemo(() => ({ t, format, palette }), [t, format, palette]);
}
