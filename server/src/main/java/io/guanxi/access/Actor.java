package io.guanxi.access;

/**
 * Who acts: a person, a machine with a key, or the server itself.
 *
 * @param kind which of the three
 * @param id number of the user or key; 0 for the server
 * @param name user name or name of the key
 * @param role what the actor may do
 * @param address network address the request came from; empty for the server
 */
public record Actor(Kind kind, long id, String name, Role role, String address) {

    /** The server itself, in work that nobody asked for. */
    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, 0, "system", Role.ADMINISTRATOR, "");

    /** Kinds of actors. */
    public enum Kind {
        /** A person who logged in. */
        USER,
        /** A machine with an API key. */
        KEY,
        /** The server itself. */
        SYSTEM
    }
}
