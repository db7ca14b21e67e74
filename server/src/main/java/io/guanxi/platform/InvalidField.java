package io.guanxi.platform;

/** A record refuses the value of one of its fields; {@link BodyReader} tells the caller which. */
public final class InvalidField extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * An invalid field.
     *
     * @param field its name in the record that refuses it
     * @param message what it must be, beginning with a small letter
     */
    public InvalidField(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@return its name in the record that refuses it} */
    public String field() {
        return field;
    }
}
