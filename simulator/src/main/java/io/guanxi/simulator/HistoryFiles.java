package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Community;
import io.guanxi.simulator.world.Consent;
import io.guanxi.simulator.world.Day;
import io.guanxi.simulator.world.Deed;
import io.guanxi.simulator.world.Person;
import io.guanxi.simulator.world.Profile;
import io.guanxi.simulator.world.Sign;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes a brand's history as the files its systems would export: {@code members.parquet}, what the CRM knows about people,
 * and {@code events.parquet}, what they did. The maps that import them are the resources {@code members.sql} and
 * {@code events.sql}.
 */
final class HistoryFiles {
    private final BrandLife life;

    /** What was written: two files and how many rows each holds. */
    record Written(Path members, long memberRows, Path events, long eventRows) {}

    HistoryFiles(BrandLife life) {
        this.life = life;
    }

    /** Lives what is left of the history and writes it into a folder. */
    Written write(Path folder) throws SQLException {
        Path members = folder.resolve("members.parquet");
        Path events = folder.resolve("events.parquet");
        try (DuckDBConnection duckdb =
                        DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
                Statement statement = duckdb.createStatement()) {
            statement.execute(Resource.text("history-tables.sql"));
            appendDays(duckdb);
            appendNames(duckdb);
            appendPeople(duckdb);
            return new Written(
                    members,
                    copy(statement, "history-members.sql", members),
                    events,
                    copy(statement, "history-events.sql", events));
        }
    }

    private long copy(Statement statement, String query, Path file) throws SQLException {
        String run =
                "%d-%tY%<tm%<td".formatted(life.world().seed(), life.world().until());
        statement.execute("SET VARIABLE run = '" + run + "'");
        return statement.executeLargeUpdate("COPY (%s) TO '%s' (FORMAT parquet, COMPRESSION zstd)"
                .formatted(Resource.text(query), file.toString().replace("'", "''")));
    }

    private void appendDays(DuckDBConnection duckdb) throws SQLException {
        try (DuckDBAppender deeds = duckdb.createAppender("deed")) {
            int written = 0;
            while (life.today() < life.world().days()) {
                Day day = life.next();
                append(day, written, deeds);
                written += day.size();
            }
        }
    }

    private static void append(Day day, int before, DuckDBAppender deeds) throws SQLException {
        for (int i = 0; i < day.size(); i++) {
            deeds.beginRow()
                    .append(before + i + 1)
                    .appendEpochMillis(day.milli(i))
                    .append((byte) day.deed(i).ordinal())
                    .append((byte) day.seen(i))
                    .append(day.person(i))
                    .append((short) day.community(i))
                    .append(day.amount(i))
                    .append((short) day.quantity(i))
                    .append(day.object(i))
                    .append(day.properties(i))
                    .endRow();
        }
    }

    private void appendNames(DuckDBConnection duckdb) throws SQLException {
        try (DuckDBAppender kinds = duckdb.createAppender("kind");
                DuckDBAppender communities = duckdb.createAppender("community");
                DuckDBAppender words = duckdb.createAppender("word")) {
            for (Deed deed : Deed.values()) {
                kinds.beginRow()
                        .append((byte) deed.ordinal())
                        .append(deed.event())
                        .endRow();
            }
            for (Community community : life.communities()) {
                communities
                        .beginRow()
                        .append((short) community.index())
                        .append(community.name())
                        .endRow();
            }
            int number = 0;
            for (String text : life.words().texts()) {
                words.beginRow().append(number++).append(text).endRow();
            }
        }
    }

    private void appendPeople(DuckDBConnection duckdb) throws SQLException {
        try (DuckDBAppender people = duckdb.createAppender("person");
                DuckDBAppender consents = duckdb.createAppender("consent")) {
            for (Person person : life.people()) {
                append(person, people);
                for (Consent consent : Consent.of(life.world(), person)) {
                    append(person, consent, consents);
                }
            }
        }
    }

    private void append(Person person, DuckDBAppender people) throws SQLException {
        Profile profile = Profile.of(life.world(), person.index());
        people.beginRow()
                .append(person.index())
                .appendEpochMillis(life.world()
                        .milli(person.arrival().day(), person.arrival().second()));
        for (Sign sign : Sign.values()) {
            if (person.arrival().has(sign)) {
                people.append(Profile.key(life.world(), sign, person.index()));
            } else {
                people.appendNull();
            }
        }
        people.append(person.arrival().stranger())
                .append(person.arrival().twofold())
                .append(profile.name())
                .append(profile.woman() ? "female" : "male")
                .append(profile.city())
                .append(profile.birthYear())
                .append(person.arrival().channel().key())
                .append(Profile.guide(life.world(), person.arrival().guide()))
                .endRow();
    }

    private static void append(Person person, Consent consent, DuckDBAppender consents) throws SQLException {
        consents.beginRow().append(person.index()).append(consent.channel()).append(consent.given());
        if (consent.withdrawn().isPresent()) {
            consents.appendEpochMillis(consent.withdrawn().getAsLong());
        } else {
            consents.appendNull();
        }
        consents.endRow();
    }
}
