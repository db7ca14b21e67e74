import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { get, send } from '../api/client';
import { upload } from '../api/upload';
import type { Baseline, Design, EffectInputs, Experiment, FinishedExperiment, FinishedSummary, GuardRail, HoldoutKind, HoldoutPeriod, LayerReport, Metric, PageOf, Population, PowerAnswer, PowerQuestion, ProgrammeReport, Report, ThingHoldout, TouchpointReport } from '../api/model';

const ROOT = '/api/experiments';

export function useExperiments() {
  return useQuery({ queryKey: ['experiments'], queryFn: () => get<PageOf<Experiment>>(ROOT) });
}

export function useExperiment(id: string) {
  return useQuery({ queryKey: ['experiments', id], queryFn: () => get<Experiment>(`${ROOT}/${encodeURIComponent(id)}`) });
}

/** The kept report, where there is one. */
export function useReport(id: string, population: Population, kept: boolean) {
  return useQuery({ queryKey: ['experiments', id, 'report', population], queryFn: () => get<Report>(`${ROOT}/${encodeURIComponent(id)}/report`, { population }), enabled: kept });
}

/** Where a report's days are asked for. */
export interface DaysOf {
  path: string;
  population?: Population;
}

/** What a day of a report's cumulative difference is made of; the report itself does not carry a year of them. */
export function useDayInputs({ path, population }: DaysOf, of: { metric: string; arm: string; day: string } | null, madeAt: string) {
  return useQuery({ queryKey: ['day-inputs', path, population, of, madeAt], queryFn: () => get<EffectInputs>(`${ROOT}${path}`, { population, ...of }), enabled: of !== null, staleTime: Infinity });
}

export function useMakeReport(id: string, population: Population) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send<Report>('POST', `${ROOT}/${encodeURIComponent(id)}/report?population=${population}`),
    onSuccess: (report) => {
      queries.setQueryData(['experiments', id, 'report', population], report);
      return queries.invalidateQueries({ queryKey: ['experiments', id], exact: true });
    },
  });
}

export function usePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (design: Design) => send<Experiment>('POST', ROOT, design),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['experiments'] }),
  });
}

export type Step = 'start' | 'stop' | 'delete';

export function useStep(id: string, also: QueryKey = []) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (step: Step) => (step === 'delete' ? send('DELETE', `${ROOT}/${id}`) : send('POST', `${ROOT}/${id}/${step}`)),
    // What was deleted is not asked for again.
    onSuccess: (_, step) => Promise.all([
      queries.invalidateQueries({ queryKey: ['experiments'], exact: step === 'delete' }),
      also.length > 0 && queries.invalidateQueries({ queryKey: also }),
    ]),
  });
}

export function usePower() {
  return useMutation({ mutationFn: (question: PowerQuestion) => send<PowerAnswer>('POST', `${ROOT}/power`, question) });
}

export function useBaseline() {
  return useMutation({ mutationFn: (of: { metric: Metric; audience: number | null }) => send<Baseline>('POST', `${ROOT}/baseline`, of) });
}

/** What any experiment should watch, ready to be put into a design. */
export function useGuardRails() {
  return useQuery({ queryKey: ['guard-rails'], queryFn: () => get<PageOf<GuardRail>>(`${ROOT}/guard-rails`), staleTime: Infinity });
}

/** Where the lines of a file are that could not be read. */
export function rejectsOf(finished: number): string {
  return `${ROOT}/finished/${finished}/rejects`;
}

export function useAudiences() {
  return useQuery({ queryKey: ['audiences', 'all'], queryFn: () => get<PageOf<{ id: number; name: string }>>('/api/audiences'), staleTime: 60_000 });
}

export function useEventNames() {
  return useQuery({ queryKey: ['events'], queryFn: () => get<PageOf<{ event: string }>>('/api/events'), staleTime: 60_000 });
}

export function useFinished(wanted: boolean) {
  return useQuery({ queryKey: ['finished'], queryFn: () => get<PageOf<FinishedSummary>>(`${ROOT}/finished`), enabled: wanted });
}

export function useFinishedOne(id: string) {
  return useQuery({ queryKey: ['finished', id], queryFn: () => get<FinishedExperiment>(`${ROOT}/finished/${encodeURIComponent(id)}`) });
}

export function useAnalyse(sent: (share: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (form: FormData) => upload<FinishedExperiment>(`${ROOT}/finished`, form, sent),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['finished'] }),
  });
}

export function useHoldouts(wanted: boolean) {
  return useQuery({ queryKey: ['holdouts'], queryFn: () => get<PageOf<HoldoutPeriod>>(`${ROOT}/holdout`), enabled: wanted });
}

export function useHoldoutPlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: Omit<HoldoutPeriod, 'id'>) => send<HoldoutPeriod>('POST', `${ROOT}/holdout`, wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['holdouts'] }),
  });
}

export function useHoldoutEnd() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => send('DELETE', `${ROOT}/holdout/${id}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['holdouts'] }),
  });
}

/** What a thing keeps back, and kept. */
export function useKeptBack(kind: HoldoutKind, number: number) {
  return useQuery({ queryKey: ['kept-back', kind, number], queryFn: () => get<PageOf<ThingHoldout>>(`${ROOT}/holdouts`, { kind, number }) });
}

export function useKeepBack(kind: HoldoutKind, number: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (share: number) => send<ThingHoldout>('POST', `${ROOT}/holdouts`, { kind, number, share }),
    onSuccess: () => Promise.all([queries.invalidateQueries({ queryKey: ['kept-back', kind, number] }), queries.invalidateQueries({ queryKey: ['experiments'], exact: true })]),
  });
}

/** Days of a report; both or neither. */
export interface ReportDays {
  from?: string | undefined;
  until?: string | undefined;
}

const REPORTS = `${ROOT}/reports`;

export function useLayerReport(days: ReportDays) {
  return useQuery({ queryKey: ['reports', 'layers', days], queryFn: () => get<LayerReport>(`${REPORTS}/layers`, { ...days }) });
}

export function useTouchpointReport(days: ReportDays) {
  return useQuery({ queryKey: ['reports', 'touchpoints', days], queryFn: () => get<TouchpointReport>(`${REPORTS}/touchpoints`, { ...days }) });
}

export function useProgramme(quarter: string) {
  return useQuery({ queryKey: ['reports', 'programme', quarter], queryFn: () => get<ProgrammeReport>(`${REPORTS}/programme`, { quarter }) });
}

type KeptReport = 'layers' | 'touchpoints' | 'programme';

/** A report made anew, and kept by the server. */
export function useMakeAnew(kind: KeptReport, parameters: Record<string, string>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => send('POST', `${REPORTS}/${kind}?${new URLSearchParams(parameters).toString()}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
}

/** A report as a file. */
export function reportFile(kind: KeptReport, parameters: Record<string, string>): string {
  return `${REPORTS}/${kind}/csv?${new URLSearchParams(parameters).toString()}`;
}

export function useTouchCost() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { channel: string; cost: number | null }) => send('PUT', `${REPORTS}/costs`, wanted),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['reports'] }),
  });
}
