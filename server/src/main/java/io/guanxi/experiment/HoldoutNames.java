package io.guanxi.experiment;

import java.util.Optional;

/** Names of the things of a kind that may have a holdout; a bean of the module that acts by {@link Holdouts}. */
public interface HoldoutNames {

    /** {@return the kind it knows} */
    HoldoutSubject.Kind kind();

    /**
     * {@return what people call one; empty where there is none}
     *
     * @param number which
     */
    Optional<String> name(long number);
}
