package io.guanxi.tag;

import java.util.OptionalInt;

/** Makes tags that another system has. */
public interface TagMaking {

    /**
     * {@return the number of the tag of a name, which is made where there is none, and so is its group; empty where there are as
     *     many tags as there may be}
     *
     * @param group name of its group
     * @param name its name in that group
     * @param by who needs it
     */
    OptionalInt named(String group, String name, String by);
}
