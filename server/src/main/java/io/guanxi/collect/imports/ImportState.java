package io.guanxi.collect.imports;

/** Where an import stands. */
public enum ImportState {
    /** In the queue; its file is stored. */
    WAITING,
    /** At work; after a restart of the server it starts over, which is safe since no event counts twice. */
    RUNNING,
    /** Tried as a whole: its figures say what would become of it, nothing of it is in the lake. Its file waits to be taken. */
    TRIED,
    /** In the lake. */
    DONE,
    /** Nothing of it is in the lake; its problem says why. */
    FAILED,
    /** Stopped by someone; nothing of it is in the lake. */
    CANCELLED;

    /** {@return whether nothing more will happen to it} */
    public boolean finished() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
