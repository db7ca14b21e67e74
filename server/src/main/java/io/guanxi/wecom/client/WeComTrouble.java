package io.guanxi.wecom.client;

import org.jspecify.annotations.Nullable;

/** A call to WeCom that brought nothing. */
public final class WeComTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The code of a call that got no answer. */
    public static final int NO_ANSWER = 0;

    /** Somebody else said the welcome, or the two talk already. */
    public static final int ALREADY_WELCOMED = 41051;

    /** Another app is saying its welcome just now. */
    public static final int WELCOME_BUSY = 41096;

    /** Too many calls at once. */
    public static final int TOO_MANY_AT_ONCE = 45033;

    /** There is a tag of that name already. */
    public static final int TAG_EXISTS = 40071;

    /** WeCom does not have that picture any more. */
    public static final int MEDIA_UNKNOWN = 40007;

    /** The secret of the address book may not read it from here. */
    public static final int ADDRESS_BOOK_FORBIDDEN = 48009;

    /** What can be done about it. */
    public enum Kind {
        /** WeCom did not do it, and may later. */
        LATER,
        /** WeCom will not do it. */
        REFUSED,
        /** Nobody knows whether WeCom did it. */
        LOST
    }

    private final int code;
    private final Kind kind;

    WeComTrouble(int code, String message, Kind kind, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.kind = kind;
    }

    /**
     * {@return that a call cannot be made}
     *
     * @param why for people
     */
    public static WeComTrouble refused(String why) {
        return new WeComTrouble(NO_ANSWER, why, Kind.REFUSED, null);
    }

    /**
     * {@return that a call cannot be made yet}
     *
     * @param why for people
     */
    public static WeComTrouble later(String why) {
        return new WeComTrouble(NO_ANSWER, why, Kind.LATER, null);
    }

    /** What WeCom says with a code means that. */
    static WeComTrouble answered(int code, String message, Throwable cause) {
        Kind kind =
                switch (code) {
                    case MEDIA_UNKNOWN, -1, 40014, 42001, 45009, TOO_MANY_AT_ONCE, WELCOME_BUSY -> Kind.LATER;
                    default -> Kind.REFUSED;
                };
        return new WeComTrouble(code, "WeCom says " + code + ": " + message, kind, cause);
    }

    /** {@return WeCom's code, or {@link #NO_ANSWER}} */
    public int code() {
        return code;
    }

    /** {@return what can be done about it} */
    public Kind kind() {
        return kind;
    }

    /** {@return what WeCom said, for people} */
    public String said() {
        return String.valueOf(getMessage());
    }
}
