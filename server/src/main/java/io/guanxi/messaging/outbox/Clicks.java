package io.guanxi.messaging.outbox;

import io.guanxi.collect.Intake;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.outbox.ShortLinkTable.Target;
import io.guanxi.messaging.outbox.Tallies.Count;
import io.guanxi.messaging.policy.Due;
import io.guanxi.messaging.policy.Known;
import io.guanxi.messaging.policy.Known.Members;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** Follows short links. Clicks on one link within ten seconds are one: people click twice, and browsers fetch again. */
@Component
public class Clicks {

    private static final int ONE_CLICK_SECONDS = 10;

    private final JdbcClient postgres;
    private final ShortLinkTable links;
    private final Known known;
    private final Tallies tallies;
    private final Intake intake;
    private final TransactionOperations transaction;
    private final JsonMapper json;
    private final Clock clock;

    Clicks(
            JdbcClient postgres,
            ShortLinkTable links,
            Known known,
            Tallies tallies,
            Intake intake,
            TransactionOperations transaction,
            JsonMapper json,
            Clock clock) {
        this.postgres = postgres;
        this.links = links;
        this.known = known;
        this.tallies = tallies;
        this.intake = intake;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * {@return where a link leads; empty where there is none}
     *
     * @param code as it was called
     * @param counts whether this is a click, not somebody who only looks where it leads
     */
    public Optional<String> follow(String code, boolean counts) {
        Optional<Target> target = links.find(code);
        if (counts) {
            target.ifPresent(it -> transaction.executeWithoutResult(_ -> note(code, it)));
        }
        return target.map(Target::url);
    }

    private void note(String code, Target target) {
        Instant now = clock.instant();
        Optional<Due> message = postgres.sql("""
                        UPDATE message SET clicked_at = coalesce(clicked_at, :now)
                        WHERE id = :id
                        RETURNING id, key, member_no, template_id, channel, category, priority, origin_kind, origin_id,
                                  origin_node, said, due_at, expires_at, attempts, doubts, recalled,
                                  clicked_at = :now AS first
                        """)
                .param("now", MessageTable.at(now))
                .param("id", target.messageId())
                .query((row, _) -> {
                    Due due = MessageTable.due(row);
                    if (row.getBoolean("first")) {
                        Count count = new Count();
                        MessageTable.count(count, due, "CLICKED", "");
                        tallies.add(count, now);
                    }
                    return due;
                })
                .optional();
        links.clicked(code, now); // after the message, whose row everybody holds first
        message.ifPresent(due -> {
            Members members = known.of(List.of(due.memberNo()));
            int member = members.survivors().getOrDefault(due.memberNo(), due.memberNo());
            Origin origin = due.origin();
            intake.note(List.of(Deeds.of(
                    due.id(),
                    "click:" + target.contentId() + ":" + now.getEpochSecond() / ONE_CLICK_SECONDS,
                    "Link Clicked",
                    now,
                    members.names(member),
                    due.channel(),
                    due.templateId(),
                    due.category(),
                    origin,
                    Map.of("content", target.contentId()),
                    json)));
        });
    }
}
