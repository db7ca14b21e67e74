package io.guanxi.audience;

import io.guanxi.audience.expression.References;
import java.util.List;
import java.util.Set;

/** Who relies on saved audiences. Every module that does has one as a bean; an audience that is used cannot be deleted. */
public interface AudienceUses {

    /**
     * Somebody who relies on a saved audience.
     *
     * @param audience the audience's number
     * @param kind e.g. {@code journey}
     * @param id number of it
     * @param name as people call it
     */
    record AudienceUse(long audience, String kind, long id, String name) {}

    /** {@return all uses of all audiences} */
    List<AudienceUse> all();

    /** {@return the snapshots that are asked for, and so must be kept} */
    default Set<References.Snapshot> snapshots() {
        return Set.of();
    }
}
