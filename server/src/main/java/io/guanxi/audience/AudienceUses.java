package io.guanxi.audience;

import java.util.List;

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
}
