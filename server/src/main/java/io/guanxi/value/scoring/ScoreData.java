package io.guanxi.value.scoring;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.mart.Mart;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** A person's scores. Erasing waits for the run in progress, which has read the person's facts already. */
@Component
class ScoreData implements PersonalData {

    /** What a run leaves of single members. */
    private static final List<String> TABLES = List.of("member_score", "member_untouched", "mover", "mover_reason");

    private final Mart mart;
    private final Scoring scoring;

    ScoreData(Mart mart, Scoring scoring) {
        this.mart = mart;
        this.scoring = scoring;
    }

    @Override
    public String name() {
        return "scores";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return mart.sql()
                .sql("SELECT * FROM member_score WHERE member_no IN (:numbers)")
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
            rows.addAndGet(new GroundTables(sql).forget(person.numbers()));
        }));
        return new ErasedPart("scores of the mart", rows.get(), List.of());
    }
}
