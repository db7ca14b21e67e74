package io.guanxi.tag;

/**
 * Who or what puts tags on members and takes them off.
 *
 * @param kind what it is
 * @param name as people know it: a user's or key's name, a file's, a channel's
 * @param reference its number or key, or empty
 */
public record TagSource(Kind kind, String name, String reference) {

    /** The server itself: what expired, was merged or erased. */
    public static final TagSource SYSTEM = new TagSource(Kind.SYSTEM, "system", "");

    /** Kinds of sources. */
    public enum Kind {
        /** A person in the console. */
        USER,
        /** A machine with an API key. */
        KEY,
        /** An audience that keeps the tag current. */
        RULE,
        /** A step of a journey. */
        JOURNEY,
        /** A file. */
        IMPORT,
        /** The channel by which the member came or spoke, told by a machine. */
        CHANNEL,
        /** An employee in WeCom. */
        WECOM,
        /** The server itself. */
        SYSTEM
    }

    /** Cuts names that are too long for a line. */
    public TagSource {
        name = name.length() <= 200 ? name : name.substring(0, 200);
    }

    /** {@return whether it works by itself: what a person says outlives it} */
    public boolean automatic() {
        return kind == Kind.RULE;
    }
}
