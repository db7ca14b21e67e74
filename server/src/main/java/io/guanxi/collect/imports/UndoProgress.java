package io.guanxi.collect.imports;

import io.guanxi.platform.Progress;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * How far an attempt to take an import back is. Nobody stops it: once its ids and members are forgotten, half of it would leave
 * events of nobody in the lake, so it goes on to its end.
 */
final class UndoProgress {

    private static final double COUNTED = 0.05;
    private static final double KEYS_FORGOTTEN = 0.2;
    private static final double MEMBERS_FORGOTTEN = 0.35;
    private static final double WRITTEN = 0.98;

    private final Progress progress;
    private volatile @Nullable Integer files;
    private volatile int filesDone;

    UndoProgress(Clock clock) {
        this.progress = new Progress(clock);
        progress.at("waiting", 0);
    }

    void counts() {
        progress.at("counting", 0);
    }

    void forgetsIds() {
        progress.at("ids", COUNTED);
    }

    void forgetsMembers() {
        progress.at("members", KEYS_FORGOTTEN);
    }

    /** Called by several threads at once; a file too few is told for a moment at worst. */
    synchronized void writes(int done, int of) {
        filesDone = Math.max(filesDone, done);
        files = of;
        progress.at(
                "files", MEMBERS_FORGOTTEN + (WRITTEN - MEMBERS_FORGOTTEN) * (of == 0 ? 1 : (double) filesDone / of));
    }

    /** {@return the undo with how far it is; as it is kept where it has ended} */
    Undo of(Undo kept) {
        return kept.state() == Undo.State.DONE
                ? kept
                : kept.at(progress.phase(), progress.percent(), progress.secondsLeft(), files, filesDone);
    }
}
