package io.guanxi;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.simulator.wecom.Enterprise;
import io.guanxi.simulator.wecom.WeComStandIn;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Caller;
import io.guanxi.testing.ServerProcess;
import io.guanxi.testing.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Kill -9 while WeCom is making a task of what is to be said and putting tags on, both done there and never heard of here, and while
 * callbacks that were acknowledged wait. A callback has a strong key and tags are put on once, however often they are asked for; a
 * task has no key, so a crash may cost one duplicate, which is counted.
 */
class KilledWeComTests {

    private static final int CUSTOMERS = 60;
    private static final int KILLS = 2;
    private static final String GUIDE = "killed-guide";
    private static final String MAKE = "externalcontact/add_msg_template";
    private static final String MARK = "externalcontact/mark_tag";

    private final WeComStandIn wecom = new WeComStandIn(Clock.systemUTC());
    private final Enterprise enterprise = wecom.enterprise();
    private final List<Enterprise.Happening> added = new ArrayList<>();
    private final List<String> customers = new ArrayList<>();

    @Test
    void nothingIsLostAndNothingIsSaidTwiceUncountedHoweverOftenTheServerIsKilled(@TempDir Path data)
            throws IOException {
        try (wecom;
                ServerProcess server = connected(new ServerProcess(data))) {
            String address = server.start();
            enterprise.hire(GUIDE, "赵导购");
            come(address, CUSTOMERS / 2);
            Waiting.until(() -> known(server) == CUSTOMERS / 2);
            List<String> names = new ArrayList<>();
            for (int kill = 1; kill <= KILLS; kill++) {
                names.add("标签" + kill);
                address = workAndKill(server, address, kill, names.getLast());
            }

            Waiting.until(() -> count(server, "message WHERE state <> 'SENT'") == 0);
            Waiting.until(() -> count(server, """
                            wecom_task_message m LEFT JOIN wecom_task t ON t.id = m.task
                            WHERE m.done_at IS NULL AND t.state IS DISTINCT FROM 'ASKING'""") == 0);
            enterprise.messages().confirm(GUIDE);
            database(server)
                    .sql("UPDATE wecom_task SET due_at = now() WHERE state = 'ASKING'")
                    .update();
            Waiting.until(() -> count(server, "message WHERE delivered_at IS NULL") == 0);
            Waiting.until(() -> count(server, "wecom_mark") == 0);

            assertSaid(server);
            assertMarkedAndTaken(server, names);
            assertThat(server.stop()).isTrue();
        }
    }

    /** Lets a message and a tag be asked of WeCom, which does both and answers neither before the server is dead. */
    private String workAndKill(ServerProcess server, String address, int kill, String tag) throws IOException {
        Caller caller = Caller.at(address);
        int tasks = enterprise.messages().sizes().size();
        int marks = wecom.calls(MARK);
        CountDownLatch dead = new CountDownLatch(1);
        wecom.hold(MAKE, dead);
        wecom.hold(MARK, dead);
        say(caller, server, "第" + kill + "次");
        put(caller, server, tag);
        Waiting.until(() -> enterprise.messages().sizes().size() > tasks && wecom.calls(MARK) > marks);
        assertThat(count(server, "wecom_task WHERE state = 'CALLING'"))
                .as("killed while the task is made")
                .isOne();
        assertThat(count(server, "wecom_mark"))
                .as("killed while tags are put on")
                .isPositive();
        if (kill == 1) {
            come(address, CUSTOMERS - customers.size());
        }
        server.kill();
        dead.countDown();
        String next = server.start();
        added.forEach(happening -> tell(next, happening)); // WeCom repeats itself
        // The claims of the dead are a minute old.
        database(server)
                .sql("UPDATE wecom_task SET due_at = now() WHERE state = 'CALLING'")
                .update();
        database(server).sql("UPDATE wecom_mark SET due_at = now()").update();
        database(server)
                .sql("UPDATE message SET claimed_until = now() WHERE state = 'SENDING'")
                .update();
        Waiting.until(() -> known(server) == CUSTOMERS);
        return next;
    }

    private void assertSaid(ServerProcess server) throws IOException {
        JdbcClient postgres = database(server);
        assertThat(count(server, "message")).isEqualTo(messages());
        assertThat(count(server, "inbox WHERE event = 'Message Dispatched'"))
                .as("each noted once")
                .isEqualTo(messages());
        assertThat(count(server, "inbox WHERE event = 'Message Delivered'")).isEqualTo(messages());
        int twice = 0;
        for (String customer : customers) {
            List<String> heard = enterprise.messages().reached(customer);
            boolean first = customers.indexOf(customer) < CUSTOMERS / 2;
            for (int kill = first ? 1 : 2; kill <= KILLS; kill++) {
                int times = Collections.frequency(heard, "第" + kill + "次");
                assertThat(times).as("heard, and twice at most").isBetween(1, 2);
                twice += times - 1;
            }
        }
        int doubts = postgres.sql("SELECT coalesce(sum(doubts), 0) FROM message")
                .query(Integer.class)
                .single();
        assertThat(twice)
                .as("the answer never came, so all are asked for again")
                .isPositive();
        assertThat(twice).as("and each of them is counted").isEqualTo(doubts);
        assertThat(count(server, "message_note WHERE kind = 'UNCERTAIN'")).isEqualTo(doubts);
        assertThat(count(server, "message WHERE doubts > 1")).as("one a crash").isZero();
    }

    private void assertMarkedAndTaken(ServerProcess server, List<String> names) throws IOException {
        for (String name : names) {
            String tag = enterprise.corpTags().id("杀", name);
            assertThat(enterprise.corpTags().named("杀")).as("made once").containsOnlyOnce(name);
            for (int i = 0; i < (name.equals(names.getFirst()) ? CUSTOMERS / 2 : CUSTOMERS); i++) {
                assertThat(enterprise.tagsOf(GUIDE, customers.get(i))).contains(tag);
            }
        }
        assertThat(enterprise.tagsOf(GUIDE, customers.getLast()))
                .as("and on nobody else")
                .isEqualTo(Set.of(enterprise.corpTags().id("杀", names.getLast())));
        assertThat(count(server, "inbox WHERE event = 'Friend Added'"))
                .as("what WeCom says twice happened once")
                .isEqualTo(CUSTOMERS);
    }

    /** How many messages are intended: the first to those who were there, the others to all. */
    private static int messages() {
        return CUSTOMERS / 2 + (KILLS - 1) * CUSTOMERS;
    }

    private ServerProcess connected(ServerProcess server) {
        return server.with("GUANXI_WECOM_ADDRESS", wecom.address())
                .with("GUANXI_WECOM_CORPID", WeComStandIn.CORP)
                .with("GUANXI_WECOM_SECRET", WeComStandIn.SECRET)
                .with("GUANXI_WECOM_CONTACTSSECRET", WeComStandIn.CONTACTS_SECRET)
                .with("GUANXI_WECOM_CALLBACKTOKEN", WeComStandIn.CALLBACK_TOKEN)
                .with("GUANXI_WECOM_CALLBACKAESKEY", WeComStandIn.CALLBACK_AES_KEY)
                .with("GUANXI_MESSAGING_ALLOWPRIVATE", "true");
    }

    private void come(String address, int many) {
        for (int i = 0; i < many; i++) {
            String customer = enterprise.person("客" + customers.size(), null);
            customers.add(customer);
            added.add(enterprise.adds(customer, GUIDE, null));
            tell(address, added.getLast());
        }
    }

    /** Again where the answer takes longer than WeCom waits. */
    private void tell(String address, Enterprise.Happening happening) {
        Waiting.until(() -> {
            try {
                return wecom.send(address + "/wecom/callback", happening).body().equals("success");
            } catch (UncheckedIOException e) {
                return false;
            }
        });
    }

    private void say(Caller caller, ServerProcess server, String text) throws IOException {
        long template = ok(caller.post("/api/templates", """
                        {"name": "%1$s", "channel": "wecom", "category": "service",
                         "wording": {"text": "%1$s", "attachments": [], "variables": []}}""".formatted(text)))
                .path("id")
                .asLong();
        String journey = "/api/journeys/"
                + ok(caller.post("/api/journeys", """
                                {"definition": {"name": "%s", "entry": {"kind": "api"}, "start": "say", "nodes": [
                                 {"kind": "message", "key": "say", "template": %d}]}}""".formatted(text, template)))
                        .at("/summary/id")
                        .asLong();
        ok(caller.post(journey + "/publish", "{\"revision\": 1}"));
        ok(caller.post(journey + "/entries", "{\"members\": %s}".formatted(members(server))));
    }

    private void put(Caller caller, ServerProcess server, String tag) throws IOException {
        JsonNode groups = ok(caller.get("/api/tags")).path("groups");
        int group = groups.valueStream()
                .filter(it -> it.path("name").asString().equals("杀"))
                .findFirst()
                .orElseGet(() -> ok(caller.post("/api/tags/groups", "{\"name\": \"杀\"}")))
                .path("id")
                .asInt();
        int made = ok(caller.post("/api/tags", "{\"group\": %d, \"name\": \"%s\"}".formatted(group, tag)))
                .path("id")
                .asInt();
        ok(caller.post("/api/tags/" + made + "/tag", "{\"members\": %s}".formatted(members(server))));
        ok(caller.put("/api/wecom/tags/groups/" + group, "{\"inWeCom\": true}"));
    }

    private static String members(ServerProcess server) throws IOException {
        return database(server)
                .sql("SELECT member_no FROM member")
                .query(Integer.class)
                .list()
                .toString();
    }

    /** A contact is told of at once, the member comes with the event. */
    private static int known(ServerProcess server) {
        return Math.min(count(server, "wecom_contact WHERE ended_at IS NULL"), count(server, "member"));
    }

    private static JdbcClient database(ServerProcess server) throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(server.database()));
    }

    private static int count(ServerProcess server, String of) {
        try {
            return database(server)
                    .sql("SELECT count(*) FROM " + of)
                    .query(Integer.class)
                    .single();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
        return answer.json();
    }
}
