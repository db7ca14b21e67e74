package io.guanxi.collect.imports;

import io.guanxi.platform.Problem;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One file's way into the lake.
 *
 * @param id number of the import
 * @param source name its events are counted under
 * @param fileName as the sender named it
 * @param format how it was read
 * @param state where it stands
 * @param phase waiting, reading, mapping, checking, resolving, writing, done
 * @param read rows of the file, without a header line
 * @param mapped events the map made of them; accepted + duplicate + rejected = mapped + broken lines
 * @param accepted events that are in the lake now and were not before
 * @param duplicate events that had been taken before
 * @param rejected events and broken lines that were not taken, each with its reason in the rejects file
 * @param trial whether it is only tried: accepted, duplicate and rejected say what would become of its rows
 * @param newMembers members that it would make, where it was tried; else null
 * @param merges members that would turn out to be another one, where it was tried; else null
 * @param percent of the whole work
 * @param secondsLeft at the speed so far, or null while that cannot be said
 * @param createdAt when it arrived
 * @param startedAt when work began, or null
 * @param finishedAt when work ended, or null
 * @param seconds spent working, or null before it began
 * @param problem why it failed, or null
 */
public record Import(
        long id,
        String source,
        String fileName,
        InputFormat format,
        ImportState state,
        String phase,
        long read,
        long mapped,
        long accepted,
        long duplicate,
        long rejected,
        boolean trial,
        @Nullable Long newMembers,
        @Nullable Long merges,
        double percent,
        @Nullable Long secondsLeft,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Double seconds,
        @Nullable Trouble problem) {

    /**
     * Why an import failed, as the problem of a refused request would say it.
     *
     * @param code stable, e.g. {@code import.encoding}
     * @param detail one sentence
     * @param errors the single places
     */
    public record Trouble(String code, String detail, List<Problem.Fault> errors) {

        /** Copies the places. */
        public Trouble {
            errors = List.copyOf(errors);
        }

        static Trouble of(Problem problem) {
            return new Trouble(problem.code(), problem.detail(), problem.faults());
        }
    }

    Import live(String phase, long read, long mapped, double percent, @Nullable Long secondsLeft) {
        return new Import(
                id,
                source,
                fileName,
                format,
                state,
                phase,
                read,
                mapped,
                accepted,
                duplicate,
                rejected,
                trial,
                newMembers,
                merges,
                percent,
                secondsLeft,
                createdAt,
                startedAt,
                finishedAt,
                seconds,
                problem);
    }
}
