package io.guanxi.messaging.channel;

import io.guanxi.messaging.Capabilities;
import io.guanxi.messaging.Channel;
import io.guanxi.messaging.Content;
import io.guanxi.messaging.Outcome;
import io.guanxi.messaging.Outgoing;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * E-mail over SMTP, as plain text; links stand below the words. SMTP knows no keys, so mails go out one by one; the same message
 * always has the same Message-ID, by which many mailboxes show a duplicate once.
 */
@Component
final class Email implements Channel.Remote {

    private static final int HUNG_UP = -1;
    private static final String END_OF_MAIL = ".";

    /**
     * Answers to a recipient that say of the mailbox itself that it is not there (RFC 3463, X.1 and X.2.1), or a 550 that does not
     * say why. A 550 for another reason, such as 5.7.1 for the sender's reputation, says nothing of the mailbox.
     */
    private static final Pattern NO_SUCH_MAILBOX =
            Pattern.compile("^5\\d\\d[ -]5\\.(1\\.[01236]|1\\.10|2\\.1)\\b|^550(?![ -]5\\.\\d)");

    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration ANSWERING = Duration.ofSeconds(20);

    /** Of the server, for one mail: greeting, two EHLO, STARTTLS, three of AUTH, MAIL, RCPT, DATA, the mail's end, QUIT. */
    private static final int ANSWERS = 12;

    private final MessagingSettings.Email settings;
    private final Clock clock;
    private final Session session;
    private final Capabilities capabilities;

    Email(MessagingSettings settings, Clock clock) {
        this.settings = settings.email();
        this.clock = clock;
        this.session = Session.getInstance(properties(this.settings));
        this.capabilities = new Capabilities(
                true,
                new Capabilities.Limits(150, 50_000, 200_000),
                Set.of("LINK"),
                9,
                List.of("email"),
                false,
                1,
                1,
                this.settings.perSecond(),
                CONNECTING.plus(ANSWERING.multipliedBy(ANSWERS)));
    }

    private static Properties properties(MessagingSettings.Email settings) {
        String protocol = settings.tls().equals("tls") ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put(prefix + "connectiontimeout", Long.toString(CONNECTING.toMillis()));
        properties.put(prefix + "timeout", Long.toString(ANSWERING.toMillis()));
        properties.put(prefix + "writetimeout", Long.toString(ANSWERING.toMillis()));
        properties.put(prefix + "ssl.checkserveridentity", "true");
        boolean startTls = settings.tls().equals("starttls");
        properties.put(prefix + "starttls.enable", Boolean.toString(startTls));
        properties.put(prefix + "starttls.required", Boolean.toString(startTls));
        return properties;
    }

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Capabilities capabilities() {
        return capabilities;
    }

    @Override
    public boolean ready() {
        return !settings.host().isEmpty() && !settings.from().isEmpty();
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        MimeMessage mail;
        InternetAddress to;
        try {
            to = new InternetAddress(message.address(), true);
            mail = mail(message, to);
        } catch (AddressException wrong) {
            return new Outcome.Blocked("not an address");
        } catch (MessagingException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        }
        boolean handedOver = false;
        boolean taken = false;
        try (Transport transport = session.getTransport()) {
            String user = settings.user().isEmpty() ? null : settings.user();
            transport.connect(settings.host(), settings.port(), user, user == null ? null : settings.password());
            handedOver = true;
            transport.sendMessage(mail, new InternetAddress[] {to});
            taken = true;
        } catch (SendFailedException answered) {
            return refusal(answered);
        } catch (MessagingException broken) {
            if (!taken) { // trouble after that is of the farewell only
                return handedOver ? new Outcome.Unknown(detail(broken)) : new Outcome.TryLater(detail(broken), null);
            }
        }
        return new Outcome.Accepted(identifier(message));
    }

    private MimeMessage mail(Outgoing message, InternetAddress to) throws MessagingException {
        MimeMessage mail = new Named(session, identifier(message));
        mail.setFrom(new InternetAddress(settings.from()));
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(oneLine(message.title()), StandardCharsets.UTF_8.name());
        mail.setText(words(message), StandardCharsets.UTF_8.name());
        unsubscribe(message, mail);
        mail.setSentDate(Date.from(clock.instant()));
        mail.saveChanges();
        return mail;
    }

    /** Mailboxes show a button of their own (RFC 2369), and press it without a page where the link is safe (RFC 8058). */
    private static void unsubscribe(Outgoing message, MimeMessage mail) throws MessagingException {
        String link = message.unsubscribe();
        if (link != null) {
            mail.setHeader("List-Unsubscribe", "<" + link + ">");
            if (link.startsWith("https://")) {
                mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
        }
    }

    private static String oneLine(@Nullable String title) {
        return title == null ? "" : title.replaceAll("[\\r\\n]+", " ");
    }

    private static String words(Outgoing message) {
        StringBuilder words = new StringBuilder(message.text());
        for (Content content : message.attachments()) {
            if (content instanceof Content.Link link) {
                words.append("\n\n").append(link.title()).append("\n").append(link.url());
            }
        }
        if (message.unsubscribe() != null) {
            words.append("\n\n-- \n退订 Unsubscribe: ").append(message.unsubscribe());
        }
        return words.toString();
    }

    private String identifier(Outgoing message) {
        String domain = settings.from().replaceAll(".*@|>.*", "");
        return "<" + UUID.nameUUIDFromBytes(message.key().getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }

    /** A mail whose identifier is its message's. */
    private static final class Named extends MimeMessage {
        private final String identifier;

        Named(Session session, String identifier) {
            super(session);
            this.identifier = identifier;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identifier);
        }
    }

    /**
     * The server answered: 4xx is for now, 5xx for good, and of the latter some mean that there is no such mailbox. Where it
     * hung up instead, it has the mail if that was whole.
     */
    private static Outcome refusal(SendFailedException answered) {
        for (Exception next = answered;
                next != null;
                next = next instanceof MessagingException m ? m.getNextException() : null) {
            if (next instanceof SMTPAddressFailedException address) {
                String detail = detail(address);
                return NO_SUCH_MAILBOX.matcher(detail).find()
                        ? new Outcome.Blocked(detail)
                        : byCode(address.getReturnCode(), detail);
            }
        }
        if (!(answered instanceof SMTPSendFailedException failed)) {
            return new Outcome.TryLater(detail(answered), null);
        }
        boolean whole = failed.getCommand().equals(END_OF_MAIL);
        return failed.getReturnCode() == HUNG_UP && whole
                ? new Outcome.Unknown(detail(failed))
                : byCode(failed.getReturnCode(), detail(failed));
    }

    private static Outcome byCode(int code, String detail) {
        return code >= 500 ? new Outcome.Refused(detail) : new Outcome.TryLater(detail, null);
    }

    private static String detail(Exception e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.length() > 300 ? message.substring(0, 300) : message;
    }
}
