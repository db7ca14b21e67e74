package io.guanxi.tag;

import java.util.List;
import java.util.Optional;

/** The tags there are. */
public interface Tags {

    /**
     * {@return a tag}
     *
     * @param tag its number
     */
    Optional<Tag> find(int tag);

    /**
     * {@return the name of a group}
     *
     * @param group its number
     */
    Optional<String> groupName(int group);

    /** {@return tags by group and name, archived ones too} */
    List<Tag> all();
}
