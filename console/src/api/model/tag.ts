export type TagColour = 'GREY' | 'BLUE' | 'CYAN' | 'GREEN' | 'LIME' | 'GOLD' | 'ORANGE' | 'RED' | 'MAGENTA' | 'PURPLE';
export type TagSourceKind = 'USER' | 'KEY' | 'RULE' | 'JOURNEY' | 'IMPORT' | 'CHANNEL' | 'WECOM' | 'SYSTEM';

export interface Tag {
  id: number;
  groupId: number;
  groupName: string;
  name: string;
  colour: TagColour;
  note: string;
  members: number;
  createdBy: string;
  createdAt: string;
  archivedAt: string | null;
}

export interface GroupOfTags {
  id: number;
  name: string;
  note: string;
  tags: Tag[];
}

export interface AllTags {
  groups: GroupOfTags[];
  used: number;
  most: number;
}

/** Who relies on a tag. */
export interface TagUse {
  tag: number;
  kind: string;
  id: number;
  name: string;
}

export interface TagDetail {
  tag: Tag;
  uses: TagUse[];
}

/** Who or what puts tags on members. */
export interface TagSource {
  kind: TagSourceKind;
  name: string;
  reference: string;
}

export interface TaggedMember {
  no: number;
  name: string | null;
  phone: string | null;
  channel: string | null;
  by: TagSource;
  taggedAt: string;
  expiresAt: string | null;
}

export interface MemberTag {
  tag: number;
  group: string;
  name: string;
  colour: TagColour;
  by: TagSource;
  taggedAt: string;
  expiresAt: string | null;
}

export interface TagMovement {
  position: number;
  at: string;
  reason: 'TAGGED' | 'UNTAGGED' | 'EXPIRED' | 'MERGED' | 'ERASED' | 'DELETED';
  by: TagSource;
  added: number;
  removed: number;
  members: number;
}

export interface TagEffect {
  asked: number;
  changed: number;
  confirmed: number;
  unknown: number;
  members: number;
}

export interface TagRule {
  id: number;
  tag: number;
  audience: number;
  name: string;
  since: number;
  createdBy: string;
  createdAt: string;
}

export interface TagFileResult {
  rows: number;
  rejected: number;
  rejects: { row: number; reason: 'MEMBER_UNKNOWN' | 'TAG_UNKNOWN' | 'TAG_ARCHIVED' | 'INCOMPLETE' }[];
  tags: { tag: number; name: string; effect: TagEffect }[];
}

export type TagFault = 'EMPTY' | 'UNUSED' | 'STALE' | 'COVERS_ALL';

export interface TagHealth {
  tag: Tag;
  share: number;
  within30: number;
  within90: number;
  within180: number;
  older: number;
  lastTaggedAt: string | null;
  uses: number;
  faults: TagFault[];
}

export interface DoubleTag {
  tag: number;
  other: number;
  both: number;
  overlap: number;
  names: boolean;
}

export interface TagGovernance {
  asOf: string;
  members: number;
  tagged: number;
  tags: TagHealth[];
  doubles: DoubleTag[];
}

export type TagVerdict = 'MORE' | 'LESS' | 'WEAK' | 'NOTHING' | 'TOO_FEW' | 'TOO_YOUNG';

export interface TagTrial {
  tag: Tag;
  carriers: number;
  carriersRate: number;
  othersRate: number;
  lift: number | null;
  liftLow: number | null;
  liftHigh: number | null;
  informationValue: number | null;
  chiSquared: number | null;
  probability: number | null;
  falseDiscovery: number | null;
  verdict: TagVerdict;
}

export interface TagTrials {
  question: { event: string; atLeast: number; amount: number; splitDay: string; days: number };
  members: number;
  did: number;
  tried: number;
  tags: TagTrial[];
}
