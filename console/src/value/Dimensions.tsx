import { DIMENSIONS, type Member } from '../api/model';
import { useLook } from '../shell/look';
import { useText } from '../text/language';

/** The four dimensions as small bars side by side, for a line of a list. */
export function SmallDimensions({ of }: { of: Member }) {
  const { t, format } = useText();
  const { palette } = useLook();
  const words = DIMENSIONS.map((it) => `${t(`dimension.${it}`)} ${format.score(of[it])}`).join(' · ');
  return (
    <span className="spark" role="img" aria-label={words} title={words}>
      {DIMENSIONS.map((it) => (
        <span key={it}><i style={{ height: `${Math.max(4, of[it] ?? 0)}%`, background: palette.dimension[it] }} /></span>
      ))}
    </span>
  );
}
