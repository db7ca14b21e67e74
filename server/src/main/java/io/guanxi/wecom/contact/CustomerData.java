package io.guanxi.wecom.contact;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we know of a person as a customer in WeCom. Who stays an employee's contact there comes back with the next sync. */
@Component
class CustomerData implements PersonalData {

    private static final String PREFIX = "external_userid:";

    private final JdbcClient postgres;

    CustomerData(JdbcClient postgres) {
        this.postgres = postgres;
    }

    @Override
    public String name() {
        return "weComContacts";
    }

    @Override
    public Stage stage() {
        return Stage.INTAKE;
    }

    private static String[] ids(Person person) {
        return person.identifiers().stream()
                .filter(identifier -> identifier.startsWith(PREFIX))
                .map(identifier -> identifier.substring(PREFIX.length()))
                .toArray(String[]::new);
    }

    @Override
    public Object export(Person person) {
        return Map.of(
                "contacts",
                postgres.sql("""
                                SELECT w.name, c.employee, c.since::text, c.state, c.remark, c.ended_at::text
                                FROM wecom_customer w JOIN wecom_contact c USING (external_userid)
                                WHERE w.external_userid = ANY (?) ORDER BY c.since""").param(ids(person)).query().listOfRows(),
                "chats",
                postgres.sql("""
                                SELECT c.name, m.joined_at::text, m.left_at::text
                                FROM wecom_chat_member m JOIN wecom_chat c USING (chat)
                                WHERE m.person = ANY (?) ORDER BY m.joined_at""").param(ids(person)).query().listOfRows());
    }

    @Override
    public ErasedPart erase(Person person) {
        String[] ids = ids(person);
        long rows = 0;
        for (String table : List.of(
                "wecom_callback",
                "wecom_mark",
                "wecom_task_message",
                "wecom_contact",
                "wecom_welcome",
                "wecom_customer")) {
            rows += postgres.sql("DELETE FROM " + table + " WHERE external_userid = ANY (?)")
                    .param(ids)
                    .update();
        }
        rows += postgres.sql("DELETE FROM wecom_chat_member WHERE person = ANY (?)")
                .param(ids)
                .update();
        return new ErasedPart("contacts in WeCom", rows, List.of());
    }
}
