package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A file and a map become events, each once. */
class ImportWorkTests {

    private static final String ORDERS = """
            order_id,customer,when,total
            1,00042,2026-03-01 08:00:00,19.90
            2,00042,2026-03-02 23:59:59,5
            3,00007,2026-03-03 00:00:00,7.25
            """;
    private static final String MAP = """
            SELECT 'Order Completed' AS event, "when" AS ts, order_id AS event_id, customer AS id_customer,
                   total AS amount
            FROM input
            """;

    private final Bench bench = new Bench();

    @AfterEach
    void close() throws SQLException, IOException {
        bench.close();
    }

    @Test
    void rowsBecomeEventsInTheBrandsTime() {
        Bench.Outcome outcome = bench.run("orders.csv", ORDERS, MAP);

        assertThat(outcome).isEqualTo(new Bench.Outcome(3, 3, 3, 0, 0, "line,code,reason,raw\n"));
        assertThat(bench.events("event_id, ts, day, identifiers::VARCHAR AS who, amount, currency, type, source")
                        .getFirst()
                        .toString())
                .isEqualTo("{event_id=1, ts=2026-03-01T00:00Z, day=2026-03-01, who=['customer:00042'], amount=19.90, "
                        + "currency=CNY, type=track, source=shop}");
        assertThat(bench.count("day = DATE '2026-03-03' AND ts::DATE = DATE '2026-03-02'"))
                .as("midnight in the brand's zone begins its day")
                .isEqualTo(1);
    }

    @Test
    void theSameFileTwiceAddsNothing() {
        String map = MAP.replace("order_id AS event_id, ", "");
        bench.run("orders.csv", ORDERS, map);

        Bench.Outcome again = bench.run("orders.csv", ORDERS, map);

        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(3);
        assertThat(bench.count("true")).isEqualTo(3);
    }

    @Test
    void rowsThatSayTheSameAllCount() {
        String file = "user,what,time\n1,view,2026-03-01 08:00\n1,view,2026-03-01 08:00\n1,view,2026-03-01 08:00\n";
        String map = "SELECT what AS event, time AS ts, user AS id_user FROM input";

        assertThat(bench.run("clicks.csv", file, map).accepted()).isEqualTo(3);
        assertThat(bench.run("clicks.csv", file, map).accepted()).isZero();
    }

    @Test
    void theOrderOfTheMapsColumnsIsNotPartOfARow() {
        bench.run(
                "a.csv",
                ORDERS,
                "SELECT 'O' AS event, \"when\" AS ts, customer AS id_customer, total AS amount FROM input");

        Bench.Outcome again = bench.run(
                "a.csv",
                ORDERS,
                "SELECT total AS amount, customer AS id_customer, 'O' AS event, \"when\" AS ts FROM input");

        assertThat(again.duplicate()).isEqualTo(3);
    }

    @Test
    void aMapMayUseAllOfDuckDbsSyntax() {
        bench.run("a.csv", ORDERS, """
                -- a comment; with a semicolon
                WITH priced AS (FROM input SELECT *, total::DECIMAL(9,2) AS price QUALIFY row_number() OVER
                                (PARTITION BY order_id ORDER BY "when") = 1)
                SELECT 'Order ' || 'Completed'[1:9] AS event, "when" AS ts, customer[4:] AS id_customer,
                       price AS amount, {'x:y': [1, 2, 3][2:], 'l': list_transform([1], lambda e: e + 1)} AS properties
                FROM priced WHERE price > 6; -- the end
                """);

        assertThat(bench.events("event, identifiers::VARCHAR AS who, amount, properties")
                        .toString())
                .isEqualTo("[{event=Order Completed, who=['customer:07'], amount=7.25, "
                        + "properties={\"x:y\":[2,3],\"l\":[2]}}, {event=Order Completed, who=['customer:42'], amount=19.90, "
                        + "properties={\"x:y\":[2,3],\"l\":[2]}}]");
    }

    @Test
    void theStrongestIdentifierStandsFirst() {
        bench.run("p.csv", "p,d\n13800000000,\n,device-1\n139,device-2\n", """
                SELECT 'Seen' AS event, TIMESTAMP '2026-01-01' AS ts, p AS id_phone, d AS id_device FROM input
                """);

        assertThat(bench.events("identifiers::VARCHAR AS who").toString())
                .isEqualTo("[{who=['device:device-1']}, {who=['phone:13800000000']}, "
                        + "{who=['phone:139', 'device:device-2']}]");
    }

    @Test
    void compressedFilesAreReadAsTheyAre() throws IOException {
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(ORDERS.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream zstd = new ByteArrayOutputStream();
        try (var out = new io.airlift.compress.zstd.ZstdOutputStream(zstd)) {
            out.write(ORDERS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(bench.run("orders.csv.gz", gzip.toByteArray(), MAP, "UTF-8").accepted())
                .isEqualTo(3);
        assertThat(bench.run("orders.csv.zst", zstd.toByteArray(), MAP, "UTF-8").duplicate())
                .isEqualTo(3);
    }

    @Test
    void jsonLinesKeepTheirStructure() {
        Bench.Outcome outcome = bench.run(
                "e.ndjson",
                """
                {"user": "a", "seen": "2026-03-01T08:00:00Z", "props": {"sku": "007", "n": 2, "none": null}}
                {"user": "b", "seen": 1772352000000, "props": {"sku": "x"}, "more": [1, 2]}
                not json
                {"user": "c"
                """,
                "SELECT 'Seen' AS event, seen AS ts, \"user\" AS id_user, props AS properties FROM input");

        assertThat(outcome.accepted()).isEqualTo(2);
        assertThat(outcome.rejects())
                .contains("3,line-no-json,the line is no JSON object,not json")
                .contains("4,line-no-json");
        assertThat(bench.events("ts, properties").toString())
                .contains("{ts=2026-03-01T08:00Z, properties={\"sku\":\"007\",\"n\":2}}")
                .contains("{ts=2026-03-01T08:00Z, properties={\"sku\":\"x\"}}");
    }

    @Test
    void parquetKeepsItsTypes() throws IOException {
        java.nio.file.Path file = bench.root.resolve("in.parquet");
        bench.staging.client().sql("""
                COPY (SELECT 'u' || range AS u, TIMESTAMPTZ '2026-01-01 00:00:00+00' AS seen, MAP {'k': range} AS p,
                             range::DECIMAL(9,3) AS total FROM range(1000)) TO '%s'
                """.formatted(file)).update();

        Bench.Outcome outcome = bench.run(
                file,
                "in.parquet",
                "SELECT 'Seen' AS event, seen AS ts, u AS id_user, p AS properties, total AS amount FROM input",
                "UTF-8",
                new io.guanxi.platform.Progress(bench.clock));

        assertThat(outcome.read()).isEqualTo(1000);
        assertThat(outcome.accepted()).isEqualTo(1000);
        assertThat(bench.count("properties = '{\"k\":7}' AND amount = 7.00")).isEqualTo(1);
    }

    @Test
    void linesOfAnyTextAreOneColumn() {
        bench.run("log.txt", "\"a 1700000000\nb 1700000060\n", """
                SELECT 'Seen' AS event, string_split(line, ' ')[2] AS ts, string_split(line, ' ')[1] AS id_user FROM input
                """);

        assertThat(bench.events("ts, identifiers::VARCHAR AS who").toString())
                .isEqualTo("[{ts=2023-11-14T22:13:20Z, who=['user:\"a']}, {ts=2023-11-14T22:14:20Z, who=['user:b']}]");
    }

    @Test
    void traitsAreOneObjectWithoutWhatIsEmpty() {
        bench.run("t.csv", "u,age,city\n1,30,上海\n2,,\n", """
                SELECT 'Identified' AS event, 'identify' AS type, DATE '2026-01-01' AS ts, u AS id_user, age AS trait_age,
                       city AS trait_city FROM input
                """);

        assertThat(bench.events("traits, type").toString())
                .contains("{traits={\"age\":30,\"city\":\"上海\"}, type=identify}")
                .contains("{traits=null, type=identify}");
    }
}
