import { lazy, Suspense, useEffect } from 'react';
import { useBrand, useSession } from '../access/session';
import { LoginPage } from '../access/LoginPage';
import { Speaking } from '../text/Speaking';
import { Guard } from './Guard';
import { LookProvider } from './look';
import { inside, rememberInside } from './ahead';
import { Failure, Waiting } from './states';

// The door is light: what lies behind it comes when it opens.
const Inside = lazy(inside);

/** The whole console: the door, and behind it the shell with its pages. */
export function Console() {
  const session = useSession();
  const known = session.data !== null && session.data !== undefined;
  const brand = useBrand(known);
  useEffect(() => {
    if (session.isSuccess) rememberInside(known);
  }, [session.isSuccess, known]);
  return (
    <Speaking zone={brand.data?.zone ?? 'Asia/Shanghai'} currency={brand.data?.currency ?? 'CNY'} speaker={session.data ?? null}>
      <LookProvider>
        {session.isPending ? (
          <Waiting />
        ) : session.isError ? (
          <Failure error={session.error} retry={() => void session.refetch()} />
        ) : session.data === null ? (
          <LoginPage />
        ) : (
          <Guard>
            <Suspense fallback={<Waiting />}>
              <Inside session={session.data} brand={brand.data} />
            </Suspense>
          </Guard>
        )}
      </LookProvider>
    </Speaking>
  );
}
