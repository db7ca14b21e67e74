package io.guanxi.journey.store;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** In which journeys a person is and was. */
@Component
class JourneyData implements PersonalData {

    private final InstanceTable instances;
    private final JdbcClient postgres;
    private final TransactionOperations transaction;

    JourneyData(InstanceTable instances, JdbcClient postgres, TransactionOperations transaction) {
        this.instances = instances;
        this.postgres = postgres;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "journeys";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return instances.of(person.numbers(), Integer.MAX_VALUE);
    }

    /** Counts stay: they name nobody. Who lived is counted as having left, so that they still add up. */
    @Override
    public ErasedPart erase(Person person) {
        Integer[] numbers = person.numbers().toArray(Integer[]::new);
        Integer rows = transaction.execute(_ -> {
            postgres.sql("""
                            INSERT INTO journey_count (node, outcome, n)
                            SELECT node, 'left', count(*) FROM journey_instance WHERE member_no = ANY (?) AND ended = 0 GROUP BY node
                            """).param(numbers).update();
            int steps = postgres.sql("""
                            DELETE FROM journey_history WHERE instance_id IN
                                (SELECT id FROM journey_instance WHERE member_no = ANY (?))""").param(numbers).update();
            postgres.sql("DELETE FROM journey_call WHERE member_no = ANY (?)")
                    .param(numbers)
                    .update();
            return steps
                    + postgres.sql("DELETE FROM journey_instance WHERE member_no = ANY (?)")
                            .param(numbers)
                            .update();
        });
        return new ErasedPart("journeys and their steps", rows == null ? 0 : rows, List.of());
    }
}
