package io.guanxi.collect;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the inbox still keeps of a person, and what was rejected and names them. The road is run first, so that nothing of
 * theirs is on its way when the stores behind are erased.
 */
@Component
final class IntakeData implements PersonalData {

    private static final String NAMES_PERSON = """
            EXISTS (SELECT FROM jsonb_array_elements_text(identifiers::jsonb) sent
                    WHERE regexp_replace(lower(sent), '[ +-]', '', 'g') IN
                          (SELECT regexp_replace(lower(known), '[ +-]', '', 'g') FROM unnest(:identifiers::text[]) known))
            """;

    private static final String MENTIONS_PERSON = """
            EXISTS (SELECT FROM unnest(:keys::text[]) key WHERE length(key) >= 6 AND position(key IN body) > 0)
            """;

    private final JdbcClient sql;
    private final Intake intake;

    IntakeData(JdbcClient sql, Intake intake) {
        this.sql = sql;
        this.intake = intake;
    }

    @Override
    public String name() {
        return "rejected";
    }

    @Override
    public Stage stage() {
        return Stage.INTAKE;
    }

    /** The inbox's events are those of the lake, so only what was rejected is given out here. */
    @Override
    public Object export(Person person) {
        return sql.sql("SELECT received_at::text, source, code, message, body FROM malformed_event WHERE "
                        + MENTIONS_PERSON)
                .param("keys", keys(person))
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        intake.drain();
        String[] identifiers = person.identifiers().toArray(String[]::new);
        int events = sql.sql("DELETE FROM inbox WHERE " + NAMES_PERSON)
                .param("identifiers", identifiers)
                .update();
        int rejected = sql.sql("DELETE FROM malformed_event WHERE " + MENTIONS_PERSON)
                .param("keys", keys(person))
                .update();
        return new ErasedPart("events of the inbox and rejected ones", (long) events + rejected, List.of());
    }

    private static String[] keys(Person person) {
        return person.identifiers().stream()
                .map(identifier -> identifier.substring(identifier.indexOf(':') + 1))
                .toArray(String[]::new);
    }
}
