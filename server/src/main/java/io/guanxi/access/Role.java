package io.guanxi.access;

/** What someone may do. Each role may do all that the roles before it may; {@code docs/modules/access.md} has the table. */
public enum Role {
    /** Sees members and communities, with personal data masked. */
    GUIDE,
    /** Sees everything but settings, with personal data masked; exports masked. */
    ANALYST,
    /** Sees personal data; imports, scores, edits. */
    OPERATOR,
    /** All, including users, keys, the value model, erasure and the audit trail. */
    ADMINISTRATOR;

    /**
     * {@return whether this role may do what the other may}
     *
     * @param other the role asked for
     */
    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
