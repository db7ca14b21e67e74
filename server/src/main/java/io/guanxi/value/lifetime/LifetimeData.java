package io.guanxi.value.lifetime;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.mart.Mart;
import io.guanxi.value.scoring.Scoring;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** What is expected of a person. Erasing waits for the run or the prediction in progress. */
@Component
class LifetimeData implements PersonalData {

    private static final List<String> TABLES = List.of("lifetime_case", "member_lifetime");

    private final Mart mart;
    private final Scoring scoring;

    LifetimeData(Mart mart, Scoring scoring) {
        this.mart = mart;
        this.scoring = scoring;
    }

    @Override
    public String name() {
        return "lifetime";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return mart.sql()
                .sql(
                        "SELECT * FROM lifetime_case LEFT JOIN member_lifetime USING (member_no) WHERE member_no IN (:numbers)")
                .param("numbers", person.numbers())
                .query()
                .listOfRows();
    }

    @Override
    public ErasedPart erase(Person person) {
        AtomicLong rows = new AtomicLong();
        scoring.betweenRuns(() -> mart.write(sql -> {
            for (String table : TABLES) {
                rows.addAndGet(sql.sql("DELETE FROM " + table + " WHERE member_no IN (:numbers)")
                        .param("numbers", person.numbers())
                        .update());
            }
        }));
        return new ErasedPart("predictions of the mart", rows.get(), List.of());
    }
}
