import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { SESSION } from '../access/session';
import { ApiProblem } from '../api/client';

/** The session ended elsewhere: back to the door, which leads here again. */
export function useDoor(error: Error): void {
  const queries = useQueryClient();
  const ended = error instanceof ApiProblem && error.status === 401;
  useEffect(() => {
    if (ended) queries.setQueryData(SESSION, null);
  }, [ended, queries]);
}
