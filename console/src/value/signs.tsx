import type { Layer, Level, Stage } from '../api/model';
import { useLook } from '../shell/look';
import { useText } from '../text/language';

/** Stage, layer and level: each by its colour and its word. */
export function StageSign({ of }: { of: Stage | null }) {
  const { t } = useText();
  const { palette } = useLook();
  return of === null ? <None /> : <Sign color={palette.stage[of]} word={t(`stage.${of}`)} />;
}

export function LayerSign({ of }: { of: Layer | null }) {
  const { t } = useText();
  const { palette } = useLook();
  return of === null ? <None /> : <Sign color={palette.layer[of]} word={t(`layer.${of}`)} />;
}

export function LevelSign({ of }: { of: Level | null }) {
  const { t } = useText();
  const { palette } = useLook();
  return of === null ? <None /> : <Sign color={palette.level[of]} word={t(`level.${of}`)} />;
}

function Sign({ color, word }: { color: string; word: string }) {
  return (
    <span className="mark-tag">
      <span className="dot" style={{ color }} aria-hidden />
      {word}
    </span>
  );
}

function None() {
  return <span className="quiet">—</span>;
}
