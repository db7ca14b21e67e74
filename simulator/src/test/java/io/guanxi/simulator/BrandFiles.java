package io.guanxi.simulator;

import io.guanxi.simulator.world.BrandLife;
import io.guanxi.simulator.world.Community;
import io.guanxi.simulator.world.World;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A brand's files, open for questions: views {@code member}, {@code event}, {@code owner} and {@code lively}. */
final class BrandFiles implements AutoCloseable {
    private final Connection duckdb;

    BrandFiles(World world, Path folder) throws SQLException {
        BrandLife life = new BrandLife(world);
        HistoryFiles.Written written = new HistoryFiles(life).write(folder);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        run("SET TimeZone = 'Asia/Shanghai'");
        run("CREATE VIEW member AS FROM '%s'".formatted(written.members()));
        run("CREATE TABLE event AS FROM '%s'".formatted(written.events()));
        run("CREATE TABLE lively (name VARCHAR, opened INTEGER, lively BOOLEAN)");
        for (Community community : life.communities()) {
            run("INSERT INTO lively VALUES ('%s', %d, %b)"
                    .formatted(community.name(), community.opened(), community.lively()));
        }
        // whose phone, card, openid and external_userid it is: said by the CRM, or by the binding of a phone
        run("""
                CREATE TABLE owner AS
                WITH profile AS (FROM member WHERE unionid IS NOT NULL),
                bound AS (SELECT p.unionid, e.phone, e.card
                          FROM event e JOIN profile p USING (external_userid) WHERE e.event = 'Phone Bound')
                SELECT openid AS key, unionid FROM profile
                UNION ALL SELECT phone, unionid FROM profile WHERE phone IS NOT NULL
                UNION ALL SELECT card, unionid FROM profile WHERE card IS NOT NULL
                UNION ALL SELECT phone, unionid FROM bound
                UNION ALL SELECT card, unionid FROM bound WHERE card IS NOT NULL
                """);
        run("""
                CREATE TABLE purchase AS
                SELECT o.unionid, e.ts, e.amount, e.properties
                FROM event e JOIN owner o ON o.key = coalesce(e.openid, e.card, e.phone)
                WHERE e.event = 'Order Completed'
                """);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The one number that a query yields. */
    double number(String sql) {
        try (Statement statement = duckdb.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException wrong) {
            throw new IllegalArgumentException(sql, wrong);
        }
    }

    /** A number that is the same for the same rows in any order, and else is not. */
    double checksum() {
        return number("SELECT bit_xor(hash(event)) % 1_000_000_007 FROM event")
                + number("SELECT bit_xor(hash(member)) % 1_000_000_007 FROM member");
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
