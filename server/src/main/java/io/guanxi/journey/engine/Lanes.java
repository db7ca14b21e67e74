package io.guanxi.journey.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does some things side by side, each in a transaction and on a connection of its own: while one waits for PostgreSQL, the other
 * keeps the second processor busy.
 *
 * @param many how many at a time
 */
record Lanes(int many) {

    /** {@return what came of each; where one failed, after all have ended} */
    List<Integer> doAll(List<Callable<Integer>> work) {
        if (many == 1 || work.size() < 2) {
            return work.stream().map(Lanes::done).toList();
        }
        List<Integer> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(
                many, Thread.ofPlatform().name("journey-lane-", 0).factory())) {
            for (Future<Integer> ended : threads.invokeAll(work)) {
                done.add(done(ended::get));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return done;
    }

    private static Integer done(Callable<Integer> work) {
        try {
            return work.call();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
