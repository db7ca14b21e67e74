package io.guanxi.collect;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Mentions;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The calls that were rejected and name a person. The road is run first, so that nothing of theirs is on its way when the stores
 * behind are asked or erased.
 */
@Component
final class IntakeData implements PersonalData {

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

    @Override
    public Object export(Person person) {
        intake.drain();
        return sql.sql("SELECT received_at::text, source, code, message, body FROM malformed_event WHERE "
                        + new Mentions(person).inCall("body"))
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        intake.drain();
        int rejected = sql.sql("DELETE FROM malformed_event WHERE " + new Mentions(person).inCall("body"))
                .update();
        return new ErasedPart("rejected events", rejected, List.of());
    }
}
