package io.guanxi.lake;

import io.guanxi.platform.EventBatch;
import io.guanxi.platform.SqlText;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.Table;

/** Writes files of the lake anew: many small ones as one, or without events that are erased or taken back. */
final class Rewriting {

    private final Lake lake;
    private final Table table;
    private final ParquetWriter writer;

    Rewriting(Lake lake, Table table, ParquetWriter writer) {
        this.lake = lake;
        this.table = table;
        this.writer = writer;
    }

    /**
     * Joins the files of a day that are of a like size where there are more than so many; returns how many files were replaced.
     * A day's large file is left alone while small ones are joined beside it: so an event is written again once for each tenfold
     * of its file, not with each join of its day.
     */
    int compact(EventBatch batch, int most) {
        Map<Like, List<DataFile>> alike =
                lake.dataFiles().stream().collect(Collectors.groupingBy(file -> Like.of(lake.describe(file))));
        int replaced = 0;
        for (List<DataFile> small : alike.values()) {
            if (small.size() > most) {
                join(batch, small);
                replaced += small.size();
            }
        }
        return replaced;
    }

    /**
     * What files have in common that may become one.
     *
     * @param day the brand's day
     * @param tenfold digits of their number of rows
     */
    private record Like(LocalDate day, int tenfold) {

        static Like of(LakeFile file) {
            return new Like(file.day(), Long.toString(file.rows()).length());
        }
    }

    private void join(EventBatch batch, List<DataFile> small) {
        List<LakeFile> files = small.stream().map(lake::describe).toList();
        long rows = files.stream().mapToLong(LakeFile::rows).sum();
        List<DataFile> joined = writer.write(
                batch,
                List.of(new ParquetWriter.Part(files.getFirst().day(), "SELECT * FROM " + Lake.relation(files), rows)));
        lake.commit(() -> {
            RewriteFiles rewrite = table.newRewrite()
                    .validateFromSnapshot(table.currentSnapshot().snapshotId());
            small.forEach(rewrite::deleteFile);
            joined.forEach(rewrite::addFile);
            return rewrite;
        });
    }

    /** What an erasure removed and wrote instead. */
    record Erased(long rows, List<Path> removed, List<Path> written) {}

    private record Holding(String filename, long events) {}

    /** Removes the events of some members from the files that hold them, and those files from the disk. */
    Erased erase(EventBatch batch, List<Integer> memberNos) {
        String whose =
                "member_no IN (" + memberNos.stream().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
        Rewritten rewritten = rewrite(batch, whose, "NOT (" + whose + ")", (_, _) -> {});
        if (rewritten.old().isEmpty()) {
            return new Erased(0, List.of(), List.of());
        }
        lake.commit(rewritten::commit);
        lake.forgetHistory();
        rewritten.old().forEach(file -> table.io().deleteFile(file.location()));
        return new Erased(
                rewritten.events(),
                rewritten.old().stream().map(this::pathOf).toList(),
                rewritten.fresh().stream().map(this::pathOf).toList());
    }

    /** Removes the events of a context from the files that hold them; returns how many. */
    long withdraw(EventBatch batch, String context, FilesRewritten progress) {
        String literal = "'" + context.replace("'", "''") + "'";
        Rewritten rewritten = rewrite(batch, "context = " + literal, "context IS DISTINCT FROM " + literal, progress);
        if (!rewritten.old().isEmpty()) {
            lake.commitWithdrawal(rewritten::commit);
        }
        return rewritten.events();
    }

    /** Files that take the place of others, which hold some events more. */
    private final class Rewritten {

        private final long events;
        private final List<DataFile> old;
        private final List<DataFile> fresh;

        Rewritten(long events, List<DataFile> old, List<DataFile> fresh) {
            this.events = events;
            this.old = old;
            this.fresh = fresh;
        }

        long events() {
            return events;
        }

        List<DataFile> old() {
            return old;
        }

        List<DataFile> fresh() {
            return fresh;
        }

        OverwriteFiles commit() {
            Set<String> now = lake.dataFiles().stream().map(DataFile::location).collect(Collectors.toSet());
            if (!old.stream().allMatch(file -> now.contains(file.location()))) {
                throw new IllegalStateException("files were written anew meanwhile; it has to be tried again");
            }
            OverwriteFiles overwrite = table.newOverwrite();
            old.forEach(overwrite::deleteFile);
            fresh.forEach(overwrite::addFile);
            return overwrite;
        }
    }

    private Rewritten rewrite(EventBatch batch, String gone, String kept, FilesRewritten progress) {
        Map<Path, Long> held = holding(batch, gone).stream()
                .collect(Collectors.toMap(found -> Path.of(found.filename()).toAbsolutePath(), Holding::events));
        List<DataFile> old = lake.dataFiles().stream()
                .filter(file -> held.containsKey(pathOf(file).toAbsolutePath()))
                .toList();
        List<DataFile> fresh = old.isEmpty()
                ? List.of()
                : writer.write(
                        batch,
                        old.stream()
                                .map(lake::describe)
                                .filter(file -> file.rows()
                                        > held.getOrDefault(file.path().toAbsolutePath(), 0L))
                                .map(file -> only(kept, file))
                                .toList(),
                        progress);
        return new Rewritten(held.values().stream().mapToLong(Long::longValue).sum(), old, fresh);
    }

    private List<Holding> holding(EventBatch batch, String whose) {
        String paths = lake.dataFiles().stream()
                .map(file -> SqlText.literal(pathOf(file)))
                .collect(Collectors.joining(", "));
        return paths.isEmpty()
                ? List.of()
                : batch.sql()
                        .sql("SELECT filename, count(*) AS events FROM read_parquet([" + paths
                                + "], filename = true, hive_partitioning = false) WHERE " + whose
                                + " GROUP BY filename")
                        .query(Holding.class)
                        .list();
    }

    private static ParquetWriter.Part only(String kept, LakeFile file) {
        return new ParquetWriter.Part(
                file.day(), "SELECT * FROM " + Lake.relation(List.of(file)) + " WHERE " + kept, file.rows());
    }

    private Path pathOf(DataFile file) {
        return lake.describe(file).path();
    }
}
