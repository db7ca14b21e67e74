import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get } from '../api/client';
import type { ActiveDay, CohortMonth, OrderGap, Repurchase, TopSpenderMonth } from '../api/model';

interface Figures<T> {
  asOf: string | null;
  items: T[];
}

export function useCohorts(channel: string | undefined) {
  return useQuery({ queryKey: ['cohorts', channel], queryFn: () => get<Figures<CohortMonth>>('/api/cohorts', { channel }), placeholderData: keepPreviousData });
}

export function useRepurchase() {
  return useQuery({ queryKey: ['repurchase'], queryFn: () => get<Figures<Repurchase> & { gaps: OrderGap[] }>('/api/repurchase') });
}

/** The top tier of each month, the earliest first. */
export function useTopSpenders() {
  return useQuery({ queryKey: ['top-spenders'], queryFn: () => get<Figures<TopSpenderMonth>>('/api/top-spenders') });
}

export function useActivity() {
  return useQuery({ queryKey: ['activity'], queryFn: () => get<Figures<ActiveDay>>('/api/activity', { days: 90 }) });
}
