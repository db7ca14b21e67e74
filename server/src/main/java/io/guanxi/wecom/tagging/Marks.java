package io.guanxi.wecom.tagging;

import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts queued tags on and off in WeCom, the table {@code wecom_mark}. Doing so twice changes nothing there. What WeCom refuses is
 * kept with its reason; what it cannot do now is tried until it does.
 */
@Component
class Marks {

    private static final int AT_ONCE = 50;
    private static final int LONGEST_WAIT = 60;

    private final JdbcClient postgres;
    private final WeCom wecom;
    private final TransactionOperations transaction;
    private final Clock clock;

    Marks(JdbcClient postgres, WeCom wecom, TransactionOperations transaction, Clock clock) {
        this.postgres = postgres;
        this.wecom = wecom;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Contact(String employee, String customer) {}

    private record Wanted(List<String> on, List<String> off) {

        List<String> all() {
            List<String> all = new ArrayList<>(on);
            all.addAll(off);
            return all;
        }

        List<Wanted> each() {
            List<Wanted> each = new ArrayList<>();
            on.forEach(tag -> each.add(new Wanted(List.of(tag), List.of())));
            off.forEach(tag -> each.add(new Wanted(List.of(), List.of(tag))));
            return each;
        }
    }

    /** {@return how many contacts were marked} */
    int work() {
        Map<Contact, Wanted> due = due();
        due.forEach((contact, wanted) -> {
            WeComTrouble trouble = mark(contact, wanted);
            if (trouble != null && refused(trouble) && wanted.all().size() > 1) { // one of them may be to blame
                wanted.each().forEach(one -> note(contact, one, mark(contact, one)));
            } else {
                note(contact, wanted, trouble);
            }
        });
        return due.size();
    }

    private @Nullable WeComTrouble mark(Contact contact, Wanted wanted) {
        try {
            wecom.mark(contact.employee(), contact.customer(), wanted.on(), wanted.off());
            transaction.executeWithoutResult(_ -> done(contact, wanted));
            return null;
        } catch (WeComTrouble trouble) {
            return trouble;
        }
    }

    private static boolean refused(WeComTrouble trouble) {
        return trouble.kind() == WeComTrouble.Kind.REFUSED;
    }

    /** Rows are put off before they are worked, so that another server leaves them alone. */
    private Map<Contact, Wanted> due() {
        Instant now = clock.instant();
        Map<Contact, Wanted> due = new LinkedHashMap<>();
        postgres.sql("""
                        UPDATE wecom_mark m SET due_at = :lease, attempts = attempts + 1
                        FROM (SELECT external_userid, employee FROM wecom_mark WHERE due_at <= :now AND refused_at IS NULL
                              GROUP BY external_userid, employee ORDER BY min(due_at) LIMIT :most) next
                        WHERE m.external_userid = next.external_userid AND m.employee = next.employee AND m.due_at <= :now
                              AND m.refused_at IS NULL
                        RETURNING m.external_userid, m.employee, m.tag, m.put_on
                        """)
                .param("lease", at(now.plus(Duration.ofMinutes(1))))
                .param("now", at(now))
                .param("most", AT_ONCE)
                .query(row -> {
                    Wanted wanted = due.computeIfAbsent(
                            new Contact(row.getString(2), row.getString(1)),
                            _ -> new Wanted(new ArrayList<>(), new ArrayList<>()));
                    (row.getBoolean(4) ? wanted.on() : wanted.off()).add(row.getString(3));
                });
        return due;
    }

    private void done(Contact contact, Wanted wanted) {
        postgres.sql("""
                        UPDATE wecom_contact
                        SET tags = (SELECT coalesce(array_agg(DISTINCT tag ORDER BY tag), '{}')
                                    FROM unnest(tags || :on::text[]) tag WHERE tag <> ALL (:off::text[]))
                        WHERE external_userid = :customer AND employee = :employee
                        """)
                .param("on", wanted.on().toArray(String[]::new))
                .param("off", wanted.off().toArray(String[]::new))
                .param("customer", contact.customer())
                .param("employee", contact.employee())
                .update();
        postgres.sql("""
                        DELETE FROM wecom_mark
                        WHERE external_userid = :customer AND employee = :employee AND tag = ANY (:tags)
                              AND (tag = ANY (:on::text[])) = put_on
                        """)
                .param("customer", contact.customer())
                .param("employee", contact.employee())
                .param("tags", wanted.all().toArray(String[]::new))
                .param("on", wanted.on().toArray(String[]::new))
                .update();
    }

    /** Who is wanted otherwise meanwhile is left alone. */
    private void note(Contact contact, Wanted wanted, @Nullable WeComTrouble trouble) {
        if (trouble == null) {
            return;
        }
        postgres.sql("""
                        UPDATE wecom_mark
                        SET trouble = left(:said, 500), refused_at = CASE WHEN :refused THEN :now::timestamptz END,
                            due_at = :now::timestamptz + make_interval(mins => least(attempts, :longest))
                        WHERE external_userid = :customer AND employee = :employee AND tag = ANY (:tags)
                              AND (tag = ANY (:on::text[])) = put_on
                        """)
                .param("said", trouble.said())
                .param("refused", refused(trouble))
                .param("now", at(clock.instant()))
                .param("longest", LONGEST_WAIT)
                .param("customer", contact.customer())
                .param("employee", contact.employee())
                .param("tags", wanted.all().toArray(String[]::new))
                .param("on", wanted.on().toArray(String[]::new))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
