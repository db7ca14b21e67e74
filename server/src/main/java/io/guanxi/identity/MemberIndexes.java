package io.guanxi.identity;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The indexes of members and identifiers around a batch that brings so many new ones that making the indexes anew is cheaper
 * than adding to them row by row. All of it happens in the transaction that is open: who reads members waits for its end, and
 * after a kill the indexes are what they were.
 */
final class MemberIndexes {

    /** Fewer are added to the indexes as they are, without anybody waiting. */
    private static final int MANY = 100_000;

    /** A row added one by one costs about as much as making the entries of so many rows anew. */
    private static final int ROWS_MADE_FOR_ONE_ADDED = 3;

    private static final List<String> DROP = List.of(
            "ALTER TABLE member DROP CONSTRAINT member_pkey",
            "ALTER TABLE identifier DROP CONSTRAINT identifier_pkey",
            "DROP INDEX identifier_member");
    private static final List<String> MAKE = List.of(
            "ALTER TABLE member ADD CONSTRAINT member_pkey PRIMARY KEY (member_no)",
            "ALTER TABLE identifier ADD CONSTRAINT identifier_pkey PRIMARY KEY (key, kind)",
            "CREATE INDEX identifier_member ON identifier (member_no)");

    private final JdbcClient postgres;

    MemberIndexes(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /**
     * {@return whether so much is to be added that the indexes were taken away; then {@link #make} them anew}
     *
     * @param added how many identifiers are to be added
     * @param known about how many there are
     */
    boolean takenAway(long added, long known) {
        boolean anew = added >= MANY && known / ROWS_MADE_FOR_ONE_ADDED <= added;
        if (anew) {
            DROP.forEach(statement -> postgres.sql(statement).update());
        }
        return anew;
    }

    void make() {
        MAKE.forEach(statement -> postgres.sql(statement).update());
    }
}
