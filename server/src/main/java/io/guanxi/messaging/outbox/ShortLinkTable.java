package io.guanxi.messaging.outbox;

import io.guanxi.messaging.channel.MessagingSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table {@code short_link}. A link's code is made from message and page: it is the same for every attempt.
 */
@Component
public class ShortLinkTable {

    private final JdbcClient postgres;
    private final MessagingSettings settings;
    private final LinkCodes codes;

    ShortLinkTable(JdbcClient postgres, MessagingSettings settings, LinkCodes codes) {
        this.postgres = postgres;
        this.settings = settings;
        this.codes = codes;
    }

    /**
     * Where a short link leads.
     *
     * @param messageId the message it was in
     * @param contentId the page, in the library
     * @param url the page
     */
    public record Target(long messageId, long contentId, String url) {}

    /** Links of one batch: saved in one statement, before any of them is sent. */
    final class Making {
        private final Instant now;
        private final List<String> made = new ArrayList<>();
        private final List<Target> targets = new ArrayList<>();

        private Making(Instant now) {
            this.now = now;
        }

        /** {@return the link, or null where nobody has said where members reach this server} */
        @Nullable
        String link(long messageId, long contentId, String url) {
            if (settings.address().isEmpty()) {
                return null;
            }
            String code = codes.code(messageId + "/" + contentId);
            made.add(code);
            targets.add(new Target(messageId, contentId, url));
            return settings.address() + "/l/" + code;
        }

        void save() {
            if (made.isEmpty()) {
                return;
            }
            postgres.sql("""
                            INSERT INTO short_link (code, message_id, content_id, url, made_at)
                            SELECT code, message_id, content_id, url, :now
                            FROM unnest(:codes::text[], :messages::bigint[], :contents::bigint[], :urls::text[])
                                 AS made (code, message_id, content_id, url)
                            ON CONFLICT (code) DO NOTHING
                            """)
                    .param("now", MessageTable.at(now))
                    .param("codes", made.toArray(String[]::new))
                    .param("messages", targets.stream().map(Target::messageId).toArray(Long[]::new))
                    .param("contents", targets.stream().map(Target::contentId).toArray(Long[]::new))
                    .param("urls", targets.stream().map(Target::url).toArray(String[]::new))
                    .update();
        }
    }

    Making making(Instant now) {
        return new Making(now);
    }

    /**
     * {@return where a code leads}
     *
     * @param code as it was called
     */
    public Optional<Target> find(String code) {
        return postgres.sql("SELECT message_id, content_id, url FROM short_link WHERE code = ?")
                .param(code)
                .query((row, _) -> new Target(row.getLong(1), row.getLong(2), row.getString(3)))
                .optional();
    }

    /**
     * Counts a click.
     *
     * @param code which link
     * @param now when
     */
    public void clicked(String code, Instant now) {
        postgres.sql("UPDATE short_link SET clicks = clicks + 1, last_click = ? WHERE code = ?")
                .params(MessageTable.at(now), code)
                .update();
    }
}
