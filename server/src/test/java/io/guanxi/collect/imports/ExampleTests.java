package io.guanxi.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.guanxi.platform.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The maps of {@code docs/examples} on the public data they are for; the counts are those of the data's description. */
class ExampleTests {

    private static final Optional<Path> DATA = inOrAbove("../shared/data");

    private final Bench bench = new Bench();

    @BeforeEach
    void needsTheData() {
        assumeTrue(DATA.isPresent(), "skipped: the public data sets are not at ../shared/data");
    }

    @AfterEach
    void close() throws SQLException, IOException {
        bench.close();
    }

    @Test
    void linesOfBasketsBecomeOrdersOfHouseholds() {
        Bench.Outcome outcome = run("complete-journey/transactions_sample.csv.gz", "complete-journey/orders.sql");

        assertThat(outcome)
                .extracting(Bench.Outcome::read, Bench.Outcome::accepted, Bench.Outcome::rejected)
                .containsExactly(75_000L, 47_243L, 0L);
        assertThat(bench.count("true")).isEqualTo(47_243);
        assertThat(members()).isEqualTo(2_377);
        assertThat(bench.lake
                        .client()
                        .sql("SELECT sum(len(json_extract(properties, '$.products[*]'))) FROM event")
                        .query(Long.class)
                        .single())
                .isEqualTo(75_000);
        assertThat(run("complete-journey/coupon_redemptions.csv.gz", "complete-journey/coupon-redemptions.sql"))
                .extracting(Bench.Outcome::accepted, Bench.Outcome::rejected)
                .containsExactly(2_102L, 0L);
        assertThat(run("complete-journey/demographics.csv.gz", "complete-journey/demographics.sql"))
                .extracting(Bench.Outcome::accepted, Bench.Outcome::rejected)
                .containsExactly(801L, 0L);
    }

    @Test
    void messagesOfAChannelBelongToACommunity() {
        assertThat(run("slack-racket/messages.csv.gz", "slack/messages.sql").accepted())
                .isEqualTo(16_466);
        assertThat(bench.count("object LIKE '2017-%'")).isEqualTo(6_757);
        assertThat(bench.count("object LIKE '2018-%'")).isEqualTo(9_709);
        assertThat(people("object LIKE '2017-%'")).isEqualTo(85);
        assertThat(people("object LIKE '2018-%'")).isEqualTo(144);
        assertThat(bench.count("community = 'racket/general'")).isEqualTo(16_466);
    }

    @Test
    void rowsThatSayTheSameInAnHourAllCount() {
        assertThat(run("tianchi/user_behavior_sample.csv.gz", "tianchi/behaviour.sql")
                        .accepted())
                .isEqualTo(1_999);
        assertThat(bench.count("event = 'Product Viewed'")).isEqualTo(1_876);
        assertThat(bench.count("event = 'Product Added to Wishlist'")).isEqualTo(18);
        assertThat(bench.count("event = 'Product Added'")).isEqualTo(70);
        assertThat(bench.count("event = 'Order Completed'")).isEqualTo(35);
        assertThat(members()).isEqualTo(34);

        Bench.Outcome again = run("tianchi/user_behavior_sample.csv.gz", "tianchi/behaviour.sql");
        assertThat(again.accepted()).isZero();
        assertThat(again.duplicate()).isEqualTo(1_999);
    }

    @Test
    void customersOfABlankSeparatedFileKeepTheirLeadingZeros() {
        assertThat(run("cdnow/CDNOW_sample.txt", "cdnow/orders.sql").accepted()).isEqualTo(6_919);
        assertThat(members()).isEqualTo(2_357);
        assertThat(bench.count("identifiers = ['customer:00004']")).isEqualTo(4);
    }

    @Test
    void privateMessagesHaveASenderAndAReceiver() {
        assertThat(run("college-msg/messages.txt.gz", "college-msg/messages.sql")
                        .accepted())
                .isEqualTo(59_835);
        assertThat(bench.lake.client().sql("""
                        SELECT count(*) FROM (SELECT object FROM event
                                              UNION SELECT substr(identifiers[1], 9) FROM event) people
                        """).query(Long.class).single()).isEqualTo(1_899);
    }

    @Test
    void postsHaveAuthors() {
        assertThat(run("hacker-news/posts.csv.gz", "hacker-news/posts.sql").accepted())
                .isEqualTo(20_099);
        assertThat(members()).isEqualTo(10_382);
    }

    private Bench.Outcome run(String file, String map) {
        Path path = DATA.orElseThrow().resolve(file);
        try {
            String sql =
                    Files.readString(inOrAbove("docs/examples").orElseThrow().resolve(map));
            return bench.run(path, String.valueOf(path.getFileName()), sql, "UTF-8", new Progress(bench.clock));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private long members() {
        return people("true");
    }

    private long people(String condition) {
        return bench.lake
                .client()
                .sql("SELECT count(DISTINCT identifiers) FROM event WHERE " + condition)
                .query(Long.class)
                .single();
    }

    private static Optional<Path> inOrAbove(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve(name).normalize())
                .filter(Files::isDirectory)
                .findFirst();
    }
}
