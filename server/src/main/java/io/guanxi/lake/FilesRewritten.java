package io.guanxi.lake;

/** Told how far writing files of the lake anew has come; may be called by several threads at once. */
@FunctionalInterface
public interface FilesRewritten {

    /**
     * So many are done.
     *
     * @param done files
     * @param of how many there are to do
     */
    void at(int done, int of);
}
