package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** What the server's JVM and its PostgreSQL take from the machine, by Linux's {@code /proc}. */
final class ProcessTree {

    private final long jvm;
    private final Path postmaster;

    ProcessTree(ServerUnderTest server) {
        this.jvm = server.pid();
        this.postmaster = server.data().resolve("postgres").resolve("postmaster.pid");
    }

    /**
     * Processor time since the processes began.
     *
     * @param jvm      seconds of the server
     * @param postgres seconds of its PostgreSQL
     */
    record Processor(double jvm, double postgres) {
        Processor plus(Processor other) {
            return new Processor(jvm + other.jvm, postgres + other.postgres);
        }

        Processor minus(Processor earlier) {
            return new Processor(jvm - earlier.jvm, postgres - earlier.postgres);
        }
    }

    Processor processor() {
        double own = ProcessHandle.of(jvm).map(ProcessTree::seconds).orElse(0.0);
        return new Processor(own, postgres().mapToDouble(ProcessTree::seconds).sum());
    }

    /** Watches the memory until it is closed. */
    Memory watchMemory() {
        return new Memory();
    }

    /** Peaks of memory while it was watched. */
    final class Memory implements AutoCloseable {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final AtomicLong postgresPeak = new AtomicLong();

        private Memory() {
            forgetPeak();
            ScheduledFuture<?> _ = thread.scheduleAtFixedRate(this::look, 0, 250, TimeUnit.MILLISECONDS);
        }

        /** Only the server's own peak is kept by the kernel; PostgreSQL's processes share memory, so their parts are added up. */
        private void look() {
            postgresPeak.accumulateAndGet(
                    postgres()
                            .mapToLong(process -> kilobytes(process.pid(), "smaps_rollup", "Pss:"))
                            .sum(),
                    Math::max);
        }

        private void forgetPeak() {
            try {
                Files.writeString(Path.of("/proc/" + jvm + "/clear_refs"), "5");
            } catch (IOException refused) {
                throw new IllegalStateException("cannot reset the peak of memory", refused);
            }
        }

        /** {@return GiB that the JVM held at most, DuckDB in it included} */
        double jvmGiB() {
            return kilobytes(jvm, "status", "VmHWM:") / 1024.0 / 1024;
        }

        /** {@return GiB that PostgreSQL's processes held at most together} */
        double postgresGiB() {
            return postgresPeak.get() / 1024.0 / 1024;
        }

        @Override
        public void close() {
            thread.shutdownNow();
        }
    }

    /** PostgreSQL's processes; its starter has ended, so that they are nobody's descendants. */
    private Stream<ProcessHandle> postgres() {
        try {
            long pid = Long.parseLong(Files.readAllLines(postmaster).getFirst().strip());
            return ProcessHandle.of(pid).stream()
                    .flatMap(parent -> Stream.concat(Stream.of(parent), parent.descendants()));
        } catch (IOException external) {
            return Stream.of();
        }
    }

    private static double seconds(ProcessHandle process) {
        return process.info()
                .totalCpuDuration()
                .map(duration -> duration.toNanos() / 1e9)
                .orElse(0.0);
    }

    private static long kilobytes(long pid, String file, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
            return lines.filter(line -> line.startsWith(field))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException ended) {
            return 0;
        }
    }
}
