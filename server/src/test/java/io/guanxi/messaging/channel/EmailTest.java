package io.guanxi.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mails, to a real SMTP server. */
class EmailTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Email email(int port) {
        return new Email(
                Settings.of(Map.of(
                        "email.host", "127.0.0.1",
                        "email.port", Integer.toString(port),
                        "email.tls", "none",
                        "email.from", "Brand <hello@brand.example>")),
                Clock.systemUTC());
    }

    private static Outgoing message(String to) {
        return message(to, null);
    }

    private static Outgoing message(String to, @Nullable String unsubscribe) {
        return new Outgoing(
                "k1",
                17,
                to,
                "你好\r\nBcc: x@x.example",
                "小林，你好",
                List.of(new Content.Link("https://brand.example/l/abc", "新品", "", null)),
                new Origin("test", "1", null),
                "marketing",
                null,
                unsubscribe);
    }

    @Test
    void aMailArrivesWithItsWordsAndLinks() throws MessagingException, IOException {
        List<Outcome> outcomes = email(server.getSmtp().getPort()).send(List.of(message("lin@member.example")));

        assertThat(outcomes.getFirst()).isInstanceOf(Outcome.Accepted.class);
        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("你好 Bcc: x@x.example");
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getContent().toString()).contains("小林，你好").contains("https://brand.example/l/abc");
        assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo("lin@member.example");
    }

    @ParameterizedTest
    @CsvSource({"https://brand.example/u/1-abc, List-Unsubscribe=One-Click", "http://brand.example/u/1-abc,"})
    void aMailTellsMailboxesHowToUnsubscribe(String link, @Nullable String oneClick)
            throws MessagingException, IOException {
        email(server.getSmtp().getPort()).send(List.of(message("lin@member.example", link)));

        MimeMessage mail = server.getReceivedMessages()[0];
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo(oneClick);
        assertThat(mail.getContent().toString()).contains("Unsubscribe: " + link);
    }

    @Test
    void whereThereIsNothingToUnsubscribeFromNothingIsSaidOfIt() throws MessagingException, IOException {
        email(server.getSmtp().getPort()).send(List.of(message("lin@member.example")));

        assertThat(server.getReceivedMessages()[0].getHeader("List-Unsubscribe"))
                .isNull();
        assertThat(server.getReceivedMessages()[0].getContent().toString()).doesNotContain("Unsubscribe");
    }

    @Test
    void theSameMessageHasTheSameIdentifier() throws MessagingException {
        Email email = email(server.getSmtp().getPort());
        email.send(List.of(message("lin@member.example")));
        email.send(List.of(message("lin@member.example")));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void aServerThatIsAwayIsAskedLater() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThat(email(port).send(List.of(message("lin@member.example"))).getFirst())
                .isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void whatIsNoAddressIsNeverTriedAgain() {
        assertThat(email(server.getSmtp().getPort())
                        .send(List.of(message("no address")))
                        .getFirst())
                .isInstanceOf(Outcome.Blocked.class);
    }

    @ParameterizedTest
    @CsvSource({
        "., '', Unknown", // the whole mail went out: it may have it
        "., break, Unknown",
        "RCPT, '', TryLater",
        "QUIT, '', Accepted", // it has it, with or without farewell
        "QUIT, break, Accepted"
    })
    void whereTheConnectionEndsSaysWhetherTheMailMayHaveArrived(String command, String end, String outcome)
            throws IOException {
        assertThat(sent(Map.of(command, end))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, Blocked",
        "550-5.1.1 no such user, Blocked",
        "550 no such user, Blocked",
        "551 5.1.6 moved, Blocked",
        "550 5.7.1 we do not like you, Refused",
        "552 5.2.2 mailbox full, Refused",
        "451 4.7.1 come again, TryLater"
    })
    void onlyWhatSaysThatThereIsNoMailboxBlocksIt(String answer, String outcome) throws IOException {
        String whole = answer.contains("-") ? answer + "\r\n" + answer.replace('-', ' ') : answer;
        assertThat(sent(Map.of("RCPT", whole))).isEqualTo(outcome);
    }

    private String sent(Map<String, String> script) throws IOException {
        try (ScriptedMailServer server = new ScriptedMailServer(script)) {
            return email(server.port())
                    .send(List.of(message("lin@member.example")))
                    .getFirst()
                    .getClass()
                    .getSimpleName();
        }
    }
}
