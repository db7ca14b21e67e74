package io.guanxi.wecom.contact;

import io.guanxi.wecom.client.Customer;
import io.guanxi.wecom.client.Customer.Follow;
import io.guanxi.wecom.contact.Facts.Who;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code wecom_customer}, {@code wecom_contact} and {@code wecom_welcome}. */
@Component
class ContactTable {

    private final JdbcClient postgres;

    ContactTable(JdbcClient postgres) {
        this.postgres = postgres;
    }

    /** A customer of whom something changed. */
    record Changed(Who who, int revision) {}

    /** A contact that is new to us; channel and scene are those of their live code. */
    record Added(
            String externalUserid,
            String employee,
            Instant since,
            @Nullable String state,
            int addWay,
            @Nullable String channel,
            @Nullable String scene) {}

    /** {@return those who are new or of whom something changed} */
    List<Changed> writeCustomers(List<Customer> customers) {
        return postgres.sql("""
                        INSERT INTO wecom_customer AS known (external_userid, unionid, name, gender)
                        SELECT DISTINCT ON (id) id, unionid, name, gender
                        FROM unnest(:ids::text[], :unionids::text[], :names::text[], :genders::integer[])
                             AS c (id, unionid, name, gender)
                        ON CONFLICT (external_userid) DO UPDATE
                        SET unionid = coalesce(excluded.unionid, known.unionid), name = excluded.name, gender = excluded.gender,
                            revision = known.revision + 1
                        WHERE (coalesce(excluded.unionid, known.unionid), excluded.name, excluded.gender)
                              IS DISTINCT FROM (known.unionid, known.name, known.gender)
                        RETURNING external_userid, unionid, revision
                        """)
                .param("ids", customers.stream().map(Customer::externalUserid).toArray(String[]::new))
                .param("unionids", customers.stream().map(Customer::unionid).toArray(String[]::new))
                .param("names", customers.stream().map(Customer::name).toArray(String[]::new))
                .param("genders", customers.stream().map(Customer::gender).toArray(Integer[]::new))
                .query((row, _) -> new Changed(new Who(row.getString(1), row.getString(2)), row.getInt(3)))
                .list();
    }

    /**
     * Writes contacts; those who became contacts after an instant are to be greeted.
     *
     * @return contacts that are new to us, or new again
     */
    List<Added> writeContacts(List<Customer> customers, Instant greetAfter) {
        record Row(String customer, Follow follow) {}
        List<Row> rows = customers.stream()
                .flatMap(customer ->
                        customer.follows().stream().map(follow -> new Row(customer.externalUserid(), follow)))
                .toList();
        return postgres
                .sql("""
                        INSERT INTO wecom_contact AS known (external_userid, employee, since, state, add_way, remark, tags,
                                                            tags_due, greeting_due, marks_due)
                        SELECT DISTINCT ON (id, employee) id, employee, since, state, add_way, remark,
                               string_to_array(tags, ','), tags <> '', since > :greet_after, TRUE
                        FROM unnest(:ids::text[], :employees::text[], :since::timestamptz[], :states::text[], :ways::integer[],
                                    :remarks::text[], :tags::text[])
                             AS c (id, employee, since, state, add_way, remark, tags)
                        ON CONFLICT (external_userid, employee) DO UPDATE
                        SET since = excluded.since, state = excluded.state, add_way = excluded.add_way,
                            remark = excluded.remark, tags = excluded.tags,
                            tags_due = known.tags_due OR known.tags <> excluded.tags,
                            greeting_due = CASE WHEN known.since = excluded.since THEN known.greeting_due
                                                ELSE excluded.greeting_due END,
                            marks_due = known.marks_due OR known.since <> excluded.since OR known.ended_at IS NOT NULL,
                            ended_at = NULL, ended_by = NULL
                        WHERE (known.since, known.state, known.add_way, known.remark, known.tags, known.ended_at)
                              IS DISTINCT FROM (excluded.since, excluded.state, excluded.add_way, excluded.remark,
                                                excluded.tags, NULL)
                        RETURNING new.external_userid, new.employee, new.since, new.state, new.add_way,
                                  old.since IS DISTINCT FROM new.since AS added,
                                  (SELECT l.channel FROM wecom_live_code l WHERE l.state = new.state),
                                  (SELECT l.scene FROM wecom_live_code l WHERE l.state = new.state)
                        """)
                .param("greet_after", at(greetAfter))
                .param("ids", rows.stream().map(Row::customer).toArray(String[]::new))
                .param(
                        "employees",
                        rows.stream().map(row -> row.follow().employee()).toArray(String[]::new))
                .param(
                        "since",
                        rows.stream()
                                .map(row -> row.follow().since().toString())
                                .toArray(String[]::new))
                .param("states", rows.stream().map(row -> row.follow().state()).toArray(String[]::new))
                .param("ways", rows.stream().map(row -> row.follow().addWay()).toArray(Integer[]::new))
                .param(
                        "remarks",
                        rows.stream().map(row -> row.follow().remark()).toArray(String[]::new))
                .param(
                        "tags",
                        rows.stream()
                                .map(row -> String.join(
                                        ",",
                                        row.follow().tags().stream().sorted().toList()))
                                .toArray(String[]::new))
                .query((row, _) -> row.getBoolean(6)
                        ? Stream.of(new Added(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                row.getInt(5),
                                row.getString(7),
                                row.getString(8)))
                        : Stream.<Added>empty())
                .list()
                .stream()
                .flatMap(each -> each)
                .toList();
    }

    /** {@return who it was, if they were a contact until now} */
    Optional<Who> end(String employee, String externalUserid, String by, Instant when) {
        return postgres.sql("""
                        UPDATE wecom_contact c SET ended_at = :at, ended_by = :by, greeting_due = FALSE
                        FROM wecom_customer w
                        WHERE c.external_userid = :id AND c.employee = :employee AND c.ended_at IS NULL AND c.since <= :at
                              AND w.external_userid = c.external_userid
                        RETURNING w.external_userid, w.unionid
                        """)
                .param("at", at(when))
                .param("by", by)
                .param("id", externalUserid)
                .param("employee", employee)
                .query((row, _) -> new Who(row.getString(1), row.getString(2)))
                .optional();
    }

    void keepWelcome(String externalUserid, String employee, String code, Instant until) {
        postgres.sql("""
                        INSERT INTO wecom_welcome (external_userid, employee, code, until) VALUES (:id, :employee, :code, :until)
                        ON CONFLICT (external_userid) DO UPDATE
                        SET employee = excluded.employee, code = excluded.code, until = excluded.until, tried_at = NULL
                        WHERE wecom_welcome.code <> excluded.code
                        """)
                .param("id", externalUserid)
                .param("employee", employee)
                .param("code", code)
                .param("until", at(until))
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
