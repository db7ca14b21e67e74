package io.guanxi.experiment.assignment;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which experiments a person met. An erased one is out of them; who was meant keeps a number that leads to nobody. */
@Component
class ExperimentData implements PersonalData {

    private final JdbcClient postgres;

    ExperimentData(JdbcClient postgres) {
        this.postgres = postgres;
    }

    record Met(long experiment, int arm, OffsetDateTime exposedAt) {}

    @Override
    public String name() {
        return "experiments";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return postgres.sql("""
                        SELECT experiment_id AS experiment, arm, exposed_at FROM experiment_exposure
                        WHERE member_no IN (:numbers) ORDER BY exposed_at""")
                .param("numbers", person.numbers())
                .query(Met.class)
                .list();
    }

    @Override
    public ErasedPart erase(Person person) {
        int rows = postgres.sql("DELETE FROM experiment_exposure WHERE member_no IN (:numbers)")
                .param("numbers", person.numbers())
                .update();
        return new ErasedPart("exposures in experiments", rows, List.of());
    }
}
