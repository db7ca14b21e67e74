package io.guanxi.simulator.world;

/** A kind of identifier. */
public enum Sign {
    UNIONID("unionid"),
    OPENID("openid"),
    EXTERNAL_USERID("external_userid"),
    PHONE("phone"),
    CARD("card"),
    DEVICE("device"),
    ANONYMOUS("anonymous");

    private final String kind;

    Sign(String kind) {
        this.kind = kind;
    }

    /** The kind's name in maps and in the tracking API. */
    public String kind() {
        return kind;
    }

    /** The sign's place in a set of signs. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Whether a set of signs holds this one. */
    public boolean in(int signs) {
        return (signs & bit()) != 0;
    }
}
