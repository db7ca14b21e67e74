package io.guanxi.messaging;

import java.util.Set;

/** Of what pauses, nothing goes out: a bean of every module whose origins may pause. Its messages are held until they are released. */
public interface Pauses {

    /** {@return the kind of the origins} */
    String kind();

    /** {@return why their messages are held, a word in capitals} */
    String reason();

    /**
     * {@return which of some origins pause now}
     *
     * @param ids of origins
     */
    Set<String> paused(Set<String> ids);
}
