package io.guanxi.platform;

/** The server cannot start for a reason that its operator can mend; nothing is wrong with the program. */
public final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    /**
     * A reason.
     *
     * @param reason what is in the way, a sentence without full stop
     * @param remedy what to do about it
     */
    public CannotStart(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    /** {@return what to do about it} */
    public String remedy() {
        return remedy;
    }
}
