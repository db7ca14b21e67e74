package io.guanxi.wecom.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outgoing;
import io.guanxi.messaging.Withdrawal;
import io.guanxi.testing.Answer;
import io.guanxi.testing.Waiting;
import io.guanxi.wecom.WeComTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is said through employees is a task until one confirms it; its receipts are those of the message. */
class SendingTests extends WeComTest {

    @Autowired
    GroupSendTable tasks;

    @Autowired
    Messages messages;

    private final String guide = "send-" + own;

    private String friend(String name) {
        enterprise.hire(guide, "赵导购");
        String customer = enterprise.person(name + own, null);
        tell(enterprise.adds(customer, guide, null));
        settle();
        return customer;
    }

    private long template(String text) {
        Answer made = caller.post(
                "/api/templates",
                "{\"name\":\"t-%s-%s\",\"channel\":\"wecom\",\"category\":\"service\",\"wording\":{\"text\":\"%s\",\"attachments\":[],\"variables\":[]}}"
                        .formatted(own, text.hashCode(), text));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asLong();
    }

    private long say(long template, String customer) {
        Answer made = caller.post(
                "/api/messages", "{\"templateId\":%d,\"memberNo\":%d}".formatted(template, member(customer)));
        assertThat(made.status()).as(made.text()).isBetween(200, 202);
        return postgres.sql("SELECT max(id) FROM message WHERE member_no = ?")
                .param(member(customer))
                .query(Long.class)
                .single();
    }

    private boolean is(long message, String condition) {
        return postgres.sql("SELECT " + condition + " FROM message WHERE id = ?")
                .param(message)
                .query(Boolean.class)
                .single();
    }

    @Test
    void aMessageIsDeliveredOnceTheEmployeeConfirmedIt() {
        String one = friend("一");
        String two = friend("二");
        long template = template("新茶到了" + own);
        long first = say(template, one);
        long second = say(template, two);

        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
        assertThat(is(first, "state = 'SENT' AND delivered_at IS NULL")).isTrue();
        assertThat(enterprise.messages().reached(one)).isEmpty();

        enterprise.messages().confirm(guide);
        Waiting.until(() -> is(first, "delivered_at IS NOT NULL") && is(second, "delivered_at IS NOT NULL"));
        assertThat(enterprise.messages().reached(one)).containsExactly("新茶到了" + own);
        assertThat(enterprise.messages().reached(two)).containsExactly("新茶到了" + own);
    }

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");

    private long showing(String attachments) {
        Answer made = caller.post(
                "/api/templates",
                "{\"name\":\"p-%s-%s\",\"channel\":\"wecom\",\"category\":\"service\",\"wording\":{\"text\":\"看\",\"attachments\":[%s],\"variables\":[]}}"
                        .formatted(own, attachments.hashCode(), attachments));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asLong();
    }

    private long content(String content) {
        Answer made = caller.post(
                "/api/contents", "{\"name\":\"c-%s-%s\",\"content\":%s}".formatted(own, content.hashCode(), content));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().path("id").asLong();
    }

    @Test
    void picturesAndCardsAreHandedOverOnceForThreeDays() throws IOException {
        AtomicInteger fetched = new AtomicInteger();
        HttpServer web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/tea.png", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(200, PNG.length);
            exchange.getResponseBody().write(PNG);
            exchange.close();
        });
        web.createContext("/page.html", exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("page".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        web.start();
        try {
            String base = "http://localhost:" + web.getAddress().getPort();
            String customer = friend("图");
            long picture =
                    content("{\"kind\":\"PICTURE\",\"url\":\"%s/tea.png\",\"alternative\":\"新茶\"}".formatted(base));
            long card = content(
                    "{\"kind\":\"MINI_PROGRAM\",\"appId\":\"wx1\",\"path\":\"pages/tea\",\"title\":\"下单\",\"picture\":\"%s/tea.png\"}"
                            .formatted(base));
            long template = showing(picture + "," + card);
            int before = enterprise.media().shown().size();

            say(template, customer);
            Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
            List<String> shown = enterprise.media().shown().subList(before, before + 2);
            assertThat(shown.getFirst()).isEqualTo(shown.getLast()).startsWith("media-");
            assertThat(fetched).hasValue(1);
            enterprise.messages().confirm(guide);
            Waiting.until(() -> !enterprise.messages().reached(customer).isEmpty());

            // WeCom has forgotten it, and is handed it again.
            enterprise.media().forget();
            long again = say(template, friend("再图"));
            Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
            enterprise.messages().confirm(guide);
            Waiting.until(() -> is(again, "delivered_at IS NOT NULL"));
            assertThat(fetched).hasValue(2);

            // What is no picture is said so, at the message.
            long page =
                    content("{\"kind\":\"PICTURE\",\"url\":\"%s/page.html\",\"alternative\":\"页\"}".formatted(base));
            long none = say(showing(Long.toString(page)), customer);
            Waiting.until(() -> is(none, "state = 'FAILED'"));
            assertThat(caller.get("/api/messages/" + none).text()).contains("neither a JPEG nor a PNG");
        } finally {
            web.stop(0);
        }
    }

    @Test
    void tooManyCallsAtOnceOnlyTakeTime() {
        String customer = friend("忙");
        WECOM.refuse("externalcontact/add_msg_template", 45033, 1);
        long message = say(template("忙时" + own), customer);

        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
        enterprise.messages().confirm(guide);
        Waiting.until(() -> is(message, "delivered_at IS NOT NULL"));

        assertThat(enterprise.messages().reached(customer)).hasSize(1);
    }

    @Test
    void whoWentAwayBeforeItWasConfirmedIsBlocked() {
        String customer = friend("走");
        long message = say(template("再见" + own), customer);
        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));

        enterprise.deletes(customer, guide);
        enterprise.messages().confirm(guide);

        Waiting.until(() -> is(message, "failed_at IS NOT NULL"));
        assertThat(enterprise.messages().reached(customer)).isEmpty();
    }

    @Test
    void whatWeComRefusesHasFailed() {
        String customer = friend("拒");
        WECOM.refuse("externalcontact/add_msg_template", 40058, 1);
        long message = say(template("不行" + own), customer);

        Waiting.until(() -> is(message, "state = 'FAILED'"));
    }

    @Test
    void twentyFiveThousandCustomersAreThreeTasks() {
        enterprise.hire(guide, "赵导购");
        List<String> customers = new ArrayList<>();
        List<Outgoing> outgoing = new ArrayList<>();
        for (int i = 0; i < 25_000; i++) {
            String customer = enterprise.person("众" + own, null);
            enterprise.adds(customer, guide, null);
            customers.add(customer);
            outgoing.add(new Outgoing(
                    "many-" + own + i,
                    1,
                    customer,
                    null,
                    "大家好" + own,
                    List.of(),
                    new Origin("test", own, null),
                    "service",
                    null,
                    null));
        }
        int before = enterprise.messages().sizes().size();

        tasks.write(outgoing);
        tasks.write(outgoing.subList(0, 100)); // the same keys are the same messages

        Waiting.until(() -> enterprise.messages().sizes().size() == before + 3);
        enterprise.messages().confirm(guide);
        customers.forEach(customer -> enterprise.deletes(customer, guide));
        Waiting.until(() -> postgres.sql("SELECT count(*) FROM wecom_task_message WHERE key LIKE ? AND done_at IS NULL")
                        .param("many-" + own + "%")
                        .query(Long.class)
                        .single()
                == 0);

        assertThat(enterprise.messages().sizes().subList(before, before + 3)).containsExactly(10_000, 10_000, 5_000);
        assertThat(customers)
                .allSatisfy(customer ->
                        assertThat(enterprise.messages().reached(customer)).hasSize(1));
        assertThat(postgres.sql(
                                "SELECT count(DISTINCT msgid) FROM wecom_task t WHERE EXISTS (SELECT FROM wecom_task_message m"
                                        + " WHERE m.task = t.id AND m.key LIKE ?)")
                        .param("many-" + own + "%")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void aCallOfWhichNobodyKnowsTheEndIsMadeOnceMoreAndNoMore() {
        String customer = friend("疑");
        int before = WECOM.calls("externalcontact/add_msg_template");
        WECOM.refuse("externalcontact/get_groupmsg_task", 45033, 1);
        tasks.write(List.of(new Outgoing(
                "doubt-" + own,
                1,
                customer,
                null,
                "疑" + own,
                List.of(),
                new Origin("test", own, null),
                "service",
                null,
                null)));
        WECOM.dropAfter(20);
        Waiting.until(() -> postgres.sql("SELECT done_at IS NOT NULL FROM wecom_task_message WHERE key = ?")
                .param("doubt-" + own)
                .query(Boolean.class)
                .single());
        WECOM.dropAfter(0);

        assertThat(WECOM.calls("externalcontact/add_msg_template") - before).isEqualTo(2);
    }

    private List<String> notes(long message) {
        return caller.get("/api/messages/" + message)
                .json()
                .path("notes")
                .valueStream()
                .map(note ->
                        note.path("kind").asString() + " " + note.path("reason").asString())
                .toList();
    }

    @Test
    void whatWeComMayHaveTwiceIsCountedAndSaidAtTheMessage() {
        String customer = friend("疑二");
        long template = template("疑二" + own);
        member(customer);
        WECOM.dropAfter(20);
        long message = say(template, customer);
        Waiting.until(() -> is(message, "state = 'FAILED'"));
        WECOM.dropAfter(0);

        assertThat(is(message, "doubts = 2")).isTrue();
        assertThat(notes(message))
                .containsExactly("UNCERTAIN NO_ANSWER", "UNCERTAIN NO_ANSWER", "FAILED NOT_DELIVERED");
        assertThat(messages.tally("api", "hand"))
                .filteredOn(it -> it.outcome().equals("UNCERTAIN"))
                .extracting(Messages.Tally::messages)
                .satisfiesExactly(many -> assertThat(many).isGreaterThanOrEqualTo(2));
    }

    private int withdraw(long message) {
        return messages.withdraw(new Withdrawal(
                "JOURNEY_STOPPED",
                true,
                new Withdrawal.OfMembers("SELECT member_no, key AS prefix FROM message WHERE id = " + message)));
    }

    @Test
    void whatIsTakenBackNoEmployeeCanConfirmAnyMore() {
        String customer = friend("撤");
        long message = say(template("撤" + own), customer);
        Waiting.until(
                () -> postgres.sql("""
                        SELECT EXISTS (SELECT FROM wecom_task t JOIN wecom_task_message w ON w.task = t.id
                                       JOIN message m ON m.key = w.key WHERE m.id = ? AND t.state = 'ASKING')""").param(message).query(Boolean.class).single());
        int before = WECOM.calls("externalcontact/cancel_groupmsg_send");

        assertThat(withdraw(message)).as("WeCom has to give it back first").isZero();
        Waiting.until(() -> is(message, "state = 'WITHDRAWN' AND reason = 'JOURNEY_STOPPED'"));
        enterprise.messages().confirm(guide);

        assertThat(enterprise.messages().reached(customer)).isEmpty();
        assertThat(WECOM.calls("externalcontact/cancel_groupmsg_send") - before).isOne();
        assertThat(notes(message)).containsExactly("WITHDRAWN JOURNEY_STOPPED");
    }

    @Test
    void aTaskOthersAreInIsNotCalledOff() {
        String stays = friend("留");
        String leaves = friend("离");
        long template = template("同" + own);
        long kept = say(template, stays);
        long left = say(template, leaves);
        Waiting.until(() -> postgres.sql(
                                "SELECT count(*) FROM wecom_task_message WHERE key IN (SELECT key FROM message WHERE id IN (?, ?)) AND task IS NOT NULL")
                        .params(kept, left)
                        .query(Long.class)
                        .single()
                == 2);
        boolean together = postgres.sql(
                        "SELECT count(DISTINCT task) = 1 FROM wecom_task_message WHERE key IN (SELECT key FROM message WHERE id IN (?, ?))")
                .params(kept, left)
                .query(Boolean.class)
                .single();
        assertThat(together).isTrue();

        withdraw(left);
        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
        enterprise.messages().confirm(guide);

        Waiting.until(() -> is(kept, "delivered_at IS NOT NULL") && is(left, "delivered_at IS NOT NULL"));
        assertThat(enterprise.messages().reached(leaves))
                .as("WeCom takes nobody out of a task")
                .hasSize(1);
    }

    @Test
    void whatNobodyConfirmedInAWeekIsCalledOffAndHasFailed() {
        String customer = friend("久");
        long message = say(template("久" + own), customer);
        Waiting.until(() -> enterprise.messages().waitingEmployees().contains(guide));
        Waiting.until(() -> postgres.sql("""
                        UPDATE wecom_task SET made_at = made_at - interval '8 days', due_at = now()
                        WHERE state = 'ASKING' AND made_at > now() - interval '1 day' AND id = (
                            SELECT task FROM wecom_task_message WHERE key = (SELECT key FROM message WHERE id = ?))""").param(message).update() == 1);

        Waiting.until(() -> is(message, "state = 'FAILED'"));
        enterprise.messages().confirm(guide);
        assertThat(enterprise.messages().reached(customer)).isEmpty();
        assertThat(caller.get("/api/messages/" + message).text()).contains("did not confirm it within 7 days");
    }
}
