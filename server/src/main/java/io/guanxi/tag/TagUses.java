package io.guanxi.tag;

import java.util.List;

/** Who relies on tags. Every module that does has one as a bean; a tag that is used cannot be deleted. */
public interface TagUses {

    /**
     * Somebody who relies on a tag.
     *
     * @param tag the tag's number
     * @param kind {@code audience}, {@code rule}, {@code journey} or {@code live code}
     * @param id number of it
     * @param name as people call it
     */
    record TagUse(int tag, String kind, long id, String name) {}

    /** {@return all uses of all tags} */
    List<TagUse> all();
}
