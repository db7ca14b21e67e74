package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.lake.Lake;
import io.guanxi.mart.Mart;
import io.guanxi.platform.DuckDb;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerTest;
import io.guanxi.testing.Waiting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * For any file: importing it twice is importing it once, and neither the order of its rows nor cutting it into several files
 * changes the lake or a member's figures. Each seed is another file; the ways of importing it differ in source and in the
 * kinds of identifiers, so that they do not know of each other, and must come out alike.
 */
@ServerTest
class ImportedOnceTests {

    private static final List<String> EVENTS = List.of("Order Completed", "Product Viewed", "Message Sent");

    @Autowired
    Caller caller;

    @Autowired
    Lake lake;

    @Autowired
    Mart mart;

    @Autowired
    DuckDb staging;

    private record Counts(long read, long accepted, long duplicate, long rejected) {

        Counts plus(Counts other) {
            return new Counts(
                    read + other.read,
                    accepted + other.accepted,
                    duplicate + other.duplicate,
                    rejected + other.rejected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300, 4000, 50_000})
    void twiceShuffledOrCutIntoPiecesItIsTheSame(long seed) {
        Random random = new Random(seed);
        List<String> rows = rows(random);
        List<String> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        Counts once = run(rows, seed + "a");
        Counts twice = run(rows, seed + "a");
        Counts otherwise = run(shuffled, seed + "b");
        Counts inPieces = pieces(shuffled, 2 + random.nextInt(4)).stream()
                .map(piece -> run(piece, seed + "c"))
                .reduce(new Counts(0, 0, 0, 0), Counts::plus);

        assertThat(once.read()).isEqualTo(rows.size());
        assertThat(once.accepted() + once.duplicate() + once.rejected()).isEqualTo(once.read());
        assertThat(twice).isEqualTo(new Counts(once.read(), 0, once.accepted() + once.duplicate(), once.rejected()));
        assertThat(otherwise).isEqualTo(once);
        assertThat(inPieces).isEqualTo(once);
        assertThat(inLake(seed + "a")).hasSize((int) once.accepted());
        assertThat(inLake(seed + "b")).isEqualTo(inLake(seed + "a"));
        assertThat(inLake(seed + "c")).isEqualTo(inLake(seed + "a"));
        assertThat(figures(seed + "a")).isNotEmpty();
        assertThat(figures(seed + "b")).isEqualTo(figures(seed + "a"));
        assertThat(figures(seed + "c")).isEqualTo(figures(seed + "a"));
    }

    /** Some with an id, some without, some twice, some nobody's, some never; people have a card, a phone or both. */
    private static List<String> rows(Random random) {
        int people = 3 + random.nextInt(10);
        List<String> rows = new ArrayList<>();
        for (int n = 0; n < 40 + random.nextInt(80); n++) {
            int person = random.nextInt(people);
            String card = random.nextInt(4) == 0 ? "" : "card" + person;
            String phone = random.nextInt(3) == 0 ? "1380000%04d".formatted(person) : "";
            String time = random.nextInt(15) == 0
                    ? "some day"
                    : "2026-%02d-%02d 1%d:00:00"
                            .formatted(1 + random.nextInt(3), 1 + random.nextInt(28), random.nextInt(10));
            String row = "%s,%s,%s,%s,%s,%d.%d"
                    .formatted(
                            random.nextBoolean() ? "" : "row" + n,
                            EVENTS.get(random.nextInt(EVENTS.size())),
                            time,
                            card,
                            phone,
                            random.nextInt(100),
                            random.nextInt(100));
            for (int copies = random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1; copies > 0; copies--) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Rows that say the same stay together: in files of their own they would be the same row. */
    private static List<List<String>> pieces(List<String> rows, int number) {
        Map<Integer, List<String>> pieces = new LinkedHashMap<>();
        rows.forEach(row -> pieces.computeIfAbsent(Math.floorMod(row.hashCode(), number), _ -> new ArrayList<>())
                .add(row));
        return List.copyOf(pieces.values());
    }

    private Counts run(List<String> rows, String brand) {
        String map = """
                SELECT event, t AS ts, '%1$s' || nullif(CAST(id AS VARCHAR), '') AS event_id, '%1$s' || nullif(CAST(card AS VARCHAR), '') AS "id_card%1$s",
                       '%1$s' || nullif(CAST(phone AS VARCHAR), '') AS "id_mobile%1$s", amount FROM input
                """.formatted(brand);
        Answer started = Form.anImport(
                        brand + ".csv", "id,event,t,card,phone,amount\n" + String.join("\n", rows) + "\n", map, brand)
                .post(caller, "/api/imports");
        assertThat(started.status()).as(started.text()).isEqualTo(202);
        String path = "/api/imports/" + started.json().path("id").asLong();
        Waiting.until(() -> List.of("DONE", "FAILED")
                .contains(caller.get(path).json().path("state").asString()));
        JsonNode done = caller.get(path).json();
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        return new Counts(
                done.path("read").asLong(),
                done.path("accepted").asLong(),
                done.path("duplicate").asLong(),
                done.path("rejected").asLong());
    }

    private List<String> inLake(String brand) {
        return staging.client()
                .sql("""
                        SELECT replace(concat_ws('|', event, ts, day, identifiers::VARCHAR, amount, currency), '%s', '') AS said
                        FROM %s WHERE source = '%s' ORDER BY said
                        """.formatted(brand, lake.relation(day -> true), brand))
                .query(String.class)
                .list();
    }

    /** What the mart says of each of a brand's people, who are named by the least of their identifiers. */
    private List<String> figures(String brand) {
        mart.settle();
        String numbers = staging.client()
                .sql("""
                        SELECT string_agg(DISTINCT '(' || member_no || ', ''' || identifier || ''')', ',')
                        FROM (SELECT member_no, unnest(identifiers) AS identifier FROM %s WHERE source = '%s') told
                        """.formatted(lake.relation(day -> true), brand))
                .query(String.class)
                .single();
        return mart.sql().sql("""
                        WITH told(member_no, identifier) AS (VALUES %s),
                             live AS (SELECT coalesce(into_no, member_no) AS no, member_no, identifier
                                      FROM told LEFT JOIN member_alias USING (member_no)),
                             named AS (SELECT no, min(replace(identifier, '%s', '')) AS name FROM live GROUP BY no),
                             numbers AS (SELECT DISTINCT no, member_no FROM live UNION SELECT no, no FROM live)
                        SELECT concat_ws('|', name, event, day, sum(n), sum(amount), min(first_ts), max(last_ts)) AS said
                        FROM member_day JOIN event_name USING (event_no) JOIN numbers USING (member_no) JOIN named USING (no)
                        GROUP BY name, event, day ORDER BY said
                        """.formatted(numbers, brand)).query(String.class).list();
    }
}
