import { Suspense, useEffect, useState } from 'react';
import { useBrand, useSession } from '../access/session';
import { LoginPage } from '../access/LoginPage';
import { Speaking } from '../text/Speaking';
import { Guard } from './Guard';
import { LookProvider } from './look';
import { Inside, rememberInside } from './ahead';
import { Failure, Waiting } from './states';

/** The whole console: the door, and behind it the shell with its pages, drawn in one go when what was sent for ahead has come. */
export function Console({ sent }: { sent: Promise<void> }) {
  const session = useSession();
  const known = session.data !== null && session.data !== undefined;
  const brand = useBrand(known);
  const [came, setCame] = useState(false);
  useEffect(() => void sent.then(() => setCame(true)), [sent]);
  useEffect(() => {
    if (session.isSuccess) rememberInside(known);
  }, [session.isSuccess, known]);
  return (
    <Speaking zone={brand.data?.zone ?? 'Asia/Shanghai'} currency={brand.data?.currency ?? 'CNY'} speaker={session.data ?? null}>
      <LookProvider>
        {session.isPending || (known && !came) ? (
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
