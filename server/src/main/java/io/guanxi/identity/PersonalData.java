package io.guanxi.identity;

/**
 * A store that holds data of persons. Every module that keeps such data has one as a bean; a person's export asks them all,
 * an erasure runs them all in the order of their {@link Stage}.
 */
public interface PersonalData {

    /** Where a store stands on the road of an event; erasing follows the road, so that nothing fills up again. */
    enum Stage {
        /** What waits to be taken. */
        INTAKE,
        /** Who is who. */
        IDENTITY,
        /** What was taken and is kept a while, told by what the store holds of it. */
        ARRIVED,
        /** What is kept for ever. */
        STORE,
        /** What is computed. */
        DERIVED
    }

    /** {@return the field of the export, in camel case, e.g. {@code events}} */
    String name();

    /** {@return where on the road it stands} */
    Stage stage();

    /**
     * {@return all that is held of a person, as records that become JSON}
     *
     * @param person who
     */
    Object export(Person person);

    /**
     * Removes all that is held of a person. It is called again after a crash: what is gone already is no fault.
     *
     * @param person who
     * @return what was removed
     */
    ErasedPart erase(Person person);

    /**
     * Returns once every batch that was on its way when this was called has arrived. Called between the stages {@code IDENTITY}
     * and {@code ARRIVED}: a batch resolved before the member was gone must be in the store that is about to be cleaned.
     */
    default void settle() {}
}
