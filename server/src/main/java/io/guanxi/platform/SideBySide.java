package io.guanxi.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some connections of one DuckDB instance that take the next thing as soon as they are free. */
final class SideBySide<T, R> {

    private final DuckDb instance;
    private final List<T> things;
    private final BiFunction<JdbcClient, T, R> work;
    private final List<@Nullable R> answers;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicBoolean failed = new AtomicBoolean();

    SideBySide(DuckDb instance, List<T> things, BiFunction<JdbcClient, T, R> work) {
        this.instance = instance;
        this.things = things;
        this.work = work;
        this.answers = Collections.synchronizedList(new ArrayList<>(Collections.nCopies(things.size(), null)));
    }

    List<R> run(int connections) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("side-by-side-", 0).factory())) {
            List<Future<?>> running = new ArrayList<>();
            Callable<Boolean> taker = this::takeAll;
            for (int n = 0; n < Math.min(connections, things.size()); n++) {
                running.add(threads.submit(taker));
            }
            running.forEach(this::end);
        }
        List<R> all = new ArrayList<>();
        for (R answer : answers) {
            if (answer == null) {
                throw new IllegalStateException("a thing was left undone");
            }
            all.add(answer);
        }
        return List.copyOf(all);
    }

    private boolean takeAll() throws SQLException {
        try (Connection connection = instance.connect()) {
            JdbcClient sql = DuckDb.client(connection);
            int place = next.getAndIncrement();
            while (place < things.size() && !failed.get()) {
                answers.set(place, work.apply(sql, things.get(place)));
                place = next.getAndIncrement();
            }
            return true;
        } catch (SQLException | RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    private void end(Future<?> taker) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    taker.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true; // what is written has to be whole or given up as a whole
                    failed.set(true);
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
