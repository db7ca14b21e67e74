/** How the clock of a sandbox stands; docs/modules/sandbox.md. */
export interface SandboxState {
  now: string;
  aheadSeconds: number;
  advancing: boolean;
  until: string | null;
  next: { at: string; agenda: SandboxAgenda } | null;
  doing: SandboxAgenda[];
  question: number;
}

export type SandboxAgenda = 'events' | 'journeys' | 'messages' | 'wecom' | 'participants';

export interface SandboxAdvance {
  to: 'HOUR' | 'DAY' | 'NEXT';
  times?: number;
}
