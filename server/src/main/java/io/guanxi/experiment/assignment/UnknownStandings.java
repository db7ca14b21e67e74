package io.guanxi.experiment.assignment;

import org.roaringbitmap.RoaringBitmap;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A worker has no mart to ask. */
@Component
@Profile("worker")
class UnknownStandings implements Standings {

    @Override
    public RoaringBitmap everybody() {
        throw new IllegalStateException("a worker knows no members");
    }

    @Override
    public Columns of(int[] members) {
        int n = members.length;
        return new Columns(new String[n], new String[n], new String[n], new Float[n]);
    }

    @Override
    public boolean known() {
        return false;
    }
}
