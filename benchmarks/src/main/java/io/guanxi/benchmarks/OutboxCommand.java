package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The outbox: due messages judged by every rule, filled in, handed to a provider and noted, with their events. */
@Command(name = "outbox", description = "Outbox: messages a second to a provider, within its rate limit.")
final class OutboxCommand extends Measurement {

    private static final String MAP = """
            SELECT 'Identified' AS event, 'identify' AS type, DATE '2026-01-01' AS ts, phone AS id_phone, name AS trait_name,
                   true AS trait_consent_sms, phone AS event_id
            FROM input
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Option(names = "--messages", defaultValue = "100000", description = "a member each; default ${DEFAULT-VALUE}")
    private int messages = 100_000;

    @Option(
            names = "--warm-up",
            defaultValue = "50000",
            description = "messages before those that are measured; default ${DEFAULT-VALUE}")
    private int warmUp = 50_000;

    @Option(
            names = "--rate",
            defaultValue = "20000",
            description = "the provider's, a second; default ${DEFAULT-VALUE}")
    private int rate = 20_000;

    OutboxCommand(Clock clock) {
        super(clock);
    }

    @Override
    void measure(Path folder, Report report) throws Exception {
        try (FakeProvider provider = new FakeProvider();
                ServerUnderTest server = options.start(folder, settings(provider))) {
            measure(server, provider, report);
        }
    }

    private Map<String, String> settings(FakeProvider provider) {
        return Map.of(
                "GUANXI_MESSAGING_ALLOWPRIVATE", "true",
                "GUANXI_MESSAGING_SMS_URL", provider.url(),
                "GUANXI_MESSAGING_SMS_SECRET", "the benchmarks' own secret",
                "GUANXI_MESSAGING_SMS_KNOWSKEYS", "true",
                "GUANXI_MESSAGING_SMS_BATCH", "100",
                "GUANXI_MESSAGING_SMS_PERSECOND", Integer.toString(rate));
    }

    private void measure(ServerUnderTest server, FakeProvider provider, Report report)
            throws IOException, SQLException {
        try (Api api = server.api();
                Postgres postgres = new Postgres(server.data())) {
            members(api, server.data().resolve("members.csv"));
            api.put("/api/reach-policy", policy());
            long template = api.post("/api/templates", """
                            {"name": "benchmark", "channel": "sms", "category": "marketing", "wording": {
                             "text": "{{member.name|friend}}, your code is {{var.code}}", "attachments": [], "variables": ["code"]}}
                            """).path("id").asLong();
            intend(postgres, template, 0, warmUp);
            await(postgres, provider, warmUp);
            provider.forget();
            ProcessTree processes = new ProcessTree(server);
            ProcessTree.Processor before = processes.processor();
            intend(postgres, template, warmUp, messages);
            await(postgres, provider, warmUp + messages);
            ProcessTree.Processor spent = processes.processor().minus(before);
            report.add(Figure.of(
                    "outbox, %,d messages through every rule to a provider".formatted(messages),
                    provider.perSecond(),
                    "messages/s",
                    new Target.AtLeast(5_000)));
            report.add(Figure.of(
                    "… the most within a second", provider.mostInASecond(), "messages", new Target.AtMost(rate)));
            report.add(Figure.of("… processor time of the JVM", spent.jvm() * 1e6 / messages, "µs/message"));
            report.add(Figure.of("… processor time of PostgreSQL", spent.postgres() * 1e6 / messages, "µs/message"));
            prove(postgres, provider);
            report.say("");
            report.say("The provider got each message once, within the rate, and each is noted with its event.");
        }
    }

    /** A message to each of some members. */
    private static void intend(Postgres postgres, long template, int after, int many) throws SQLException {
        postgres.execute("""
                INSERT INTO message (key, member_no, template_id, channel, category, priority, origin_kind, origin_id, said,
                                     state, created_at, due_at)
                SELECT 'benchmark:' || member_no, member_no, %d, 'sms', 'marketing', 5, 'benchmark', '1', '{"code": "A1"}',
                       'WAITING', now(), now()
                FROM member ORDER BY member_no OFFSET %d LIMIT %d""".formatted(template, after, many));
    }

    private void prove(Postgres postgres, FakeProvider provider) throws SQLException {
        Proof.equal("messages that came", messages, provider.came());
        Proof.equal("messages that came twice", 0, provider.cameTwice());
        Proof.equal(
                "events of messages",
                warmUp + messages,
                postgres.number("SELECT count(*) FROM inbox WHERE event = 'Message Dispatched'"));
        Proof.equal(
                "messages in the tally",
                warmUp + messages,
                postgres.number("SELECT sum(messages) FROM message_tally WHERE outcome = 'SENT'"));
    }

    private static void await(Postgres postgres, FakeProvider provider, int sent) throws SQLException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (postgres.number("SELECT count(*) FROM message WHERE state = 'SENT'") < sent) {
            if (System.nanoTime() > end) {
                throw new IOException("only " + provider.came() + " of " + sent + " messages came");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
    }

    private void members(Api api, Path csv) throws IOException {
        try (var out = Files.newBufferedWriter(csv)) {
            out.write("phone,name\n");
            for (int n = 0; n < warmUp + messages; n++) {
                out.write("138%08d,Member %d%n".formatted(n, n));
            }
        }
        String id = api.upload(csv, MAP, "members").path("id").asString();
        Proof.equal(
                "members",
                warmUp + messages,
                api.awaitDone("/api/imports/" + id).path("accepted").asLong());
        Files.delete(csv);
    }

    /** The rules of a new brand, with a night that is not now. */
    private String policy() {
        LocalTime from = LocalTime.now(clock.withZone(ZoneId.of("Asia/Shanghai")))
                .plusHours(8)
                .withMinute(0);
        String all = "{\"channels\": [], \"categories\": [], \"exceptCategories\": [\"service\"]}";
        return """
                {"version": 0, "note": "benchmark", "rules": [
                 {"kind": "CONSENT", "name": "consent", "applies": %1$s, "mustBeGiven": true},
                 {"kind": "HOLDOUT", "name": "holdout", "applies": %1$s},
                 {"kind": "QUIET_HOURS", "name": "night", "applies": %1$s, "from": "%2$tH:00", "to": "%3$tH:00", "then": "LATER"},
                 {"kind": "FREQUENCY_CAP", "name": "week", "applies": %1$s, "most": 2, "hours": 168, "then": "SKIP"},
                 {"kind": "FREQUENCY_CAP", "name": "day", "applies": %1$s, "most": 3, "hours": 24, "then": "LATER"},
                 {"kind": "YIELD", "name": "first things first", "applies": %1$s, "minutes": 30}]}
                """.formatted(all, from, from.plusHours(4));
    }
}
