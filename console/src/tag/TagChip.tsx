import { Tag as Chip } from 'antd';
import type { ReactNode } from 'react';
import type { TagColour, TagSource } from '../api/model';
import { inOneLanguage } from '../text/language';
import { useTagText } from './words';

/** The names Ant Design has for these colours; grey is its default. */
const COLOURS: Record<TagColour, string> = {
  GREY: 'default', BLUE: 'blue', CYAN: 'cyan', GREEN: 'green', LIME: 'lime', GOLD: 'gold', ORANGE: 'orange', RED: 'red', MAGENTA: 'magenta', PURPLE: 'purple',
};

export const TAG_COLOURS = Object.keys(COLOURS) as TagColour[];

/** A tag as it is shown everywhere; the group stands before the name where it is not plain. */
export function TagChip({ of, group, children }: { of: { name: string; colour: TagColour; archivedAt?: string | null }; group?: string; children?: ReactNode }) {
  return (
    <Chip color={COLOURS[of.colour]} className={of.archivedAt === null || of.archivedAt === undefined ? 'tag-chip' : 'tag-chip tag-chip-off'}>
      <span className="tag-chip-name">{group !== undefined && <span className="quiet">{group} / </span>}{of.name}</span>{children}
    </Chip>
  );
}

/** Who or what put a tag there. */
export function By({ of }: { of: TagSource }) {
  const { t, language } = useTagText();
  return <span className="tag-by"><span className="quiet">{t(`tags.by.${of.kind}`)}</span> {of.kind === 'SYSTEM' ? '' : inOneLanguage(of.name, language)}</span>;
}
