package io.guanxi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code erasure}. */
@Component
final class ErasureTable {

    private final JdbcClient postgres;
    private final JsonMapper json;
    private final Clock clock;

    ErasureTable(JdbcClient postgres, JsonMapper json, Clock clock) {
        this.postgres = postgres;
        this.json = json;
        this.clock = clock;
    }

    /** {@return the number of a new erasure, or of the one that runs for this member already} */
    long open(Person person, String reason, String askedBy) {
        String salt = salt();
        return postgres.sql("""
                INSERT INTO erasure (member_no, state, reason, asked_by, started_at, salt, proofs, numbers, identifiers)
                VALUES (:no, 'RUNNING', :reason, :askedBy, :now, :salt, :proofs, :numbers, :identifiers)
                ON CONFLICT (member_no) WHERE state = 'RUNNING' DO UPDATE SET reason = erasure.reason
                RETURNING id
                """)
                .param("no", person.memberNo())
                .param("reason", reason)
                .param("askedBy", askedBy)
                .param("now", now())
                .param("salt", salt)
                .param("proofs", proofs(salt, person.identifiers()))
                .param("numbers", person.numbers().toArray(Integer[]::new))
                .param("identifiers", person.identifiers().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /** The person grew since the erasure was asked for. */
    void refine(Erasure erasure, Person person) {
        postgres.sql("""
                UPDATE erasure SET numbers = :numbers, identifiers = :identifiers, proofs = :proofs
                WHERE id = :id
                """)
                .param("numbers", person.numbers().toArray(Integer[]::new))
                .param("identifiers", person.identifiers().toArray(String[]::new))
                .param("proofs", proofs(erasure.salt(), person.identifiers()))
                .param("id", erasure.id())
                .update();
    }

    void note(long id, ErasedPart part) {
        postgres.sql("UPDATE erasure SET parts = parts || :part::jsonb, problem = NULL WHERE id = :id")
                .param("part", json.writeValueAsString(List.of(part)))
                .param("id", id)
                .update();
    }

    void failed(long id, String problem) {
        postgres.sql("UPDATE erasure SET problem = :problem WHERE id = :id")
                .param("problem", problem)
                .param("id", id)
                .update();
    }

    /** Closes the certificate: from here on it holds no personal data. */
    void close(long id) {
        postgres.sql("""
                UPDATE erasure SET state = 'DONE', finished_at = :now, problem = NULL, identifiers = '{}'
                WHERE id = :id
                """).param("now", now()).param("id", id).update();
    }

    List<Long> running() {
        return postgres.sql("SELECT id FROM erasure WHERE state = 'RUNNING' ORDER BY id")
                .query(Long.class)
                .list();
    }

    Optional<Erasure> find(long id) {
        return postgres.sql("""
                SELECT id, member_no, state, reason, asked_by, started_at, finished_at, problem, salt, proofs, parts
                FROM erasure
                WHERE id = :id
                """).param("id", id).query((row, _) -> erasure(row)).optional();
    }

    /** {@return erasures, the newest first} */
    List<ErasureWork> before(long id, int limit) {
        return postgres.sql("""
                SELECT id, member_no, state, reason, asked_by, started_at, finished_at, problem,
                       (SELECT coalesce(sum((part ->> 'rows')::bigint), 0) FROM jsonb_array_elements(parts) AS part) AS removed
                FROM erasure
                WHERE id < :before
                ORDER BY id DESC
                LIMIT :limit
                """)
                .param("before", id)
                .param("limit", limit)
                .query((row, _) -> work(row))
                .list();
    }

    private static ErasureWork work(ResultSet row) throws SQLException {
        ErasureWork.State state = ErasureWork.State.valueOf(row.getString(3));
        OffsetDateTime finished = row.getObject(7, OffsetDateTime.class);
        return new ErasureWork(
                row.getLong(1),
                row.getInt(2),
                state,
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString(8),
                row.getLong(9),
                null,
                null,
                0,
                state == ErasureWork.State.DONE ? 100 : 0,
                null);
    }

    Person personOf(long id) {
        return postgres.sql("SELECT member_no, numbers, identifiers FROM erasure WHERE id = :id")
                .param("id", id)
                .query((row, _) -> new Person(
                        row.getInt(1), List.of((Integer[]) row.getArray(2).getArray()), strings(row.getArray(3))))
                .single();
    }

    private Erasure erasure(ResultSet row) throws SQLException {
        OffsetDateTime finished = row.getObject(7, OffsetDateTime.class);
        return new Erasure(
                row.getLong(1),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant(),
                row.getString(8),
                row.getString(9),
                strings(row.getArray(10)),
                json.readValue(row.getString(11), new TypeReference<List<ErasedPart>>() {}));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String salt() {
        byte[] salt = new byte[16];
        new SecureRandom().nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private static String[] proofs(String salt, List<String> identifiers) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return identifiers.stream()
                    .map(identifier -> digest.digest((salt + identifier).getBytes(StandardCharsets.UTF_8)))
                    .map(HexFormat.of()::formatHex)
                    .sorted()
                    .toArray(String[]::new);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
