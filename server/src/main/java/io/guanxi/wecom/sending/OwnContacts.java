package io.guanxi.wecom.sending;

import io.guanxi.access.Colleagues;
import io.guanxi.identity.HeldIdentifier;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.GuideContacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose contacts members are: users are employees of WeCom by their userid. */
@Component
class OwnContacts implements GuideContacts {

    private static final String KIND = "external_userid";

    private final JdbcClient postgres;
    private final Identities identities;
    private final Colleagues colleagues;

    OwnContacts(JdbcClient postgres, Identities identities, Colleagues colleagues) {
        this.postgres = postgres;
        this.identities = identities;
        this.colleagues = colleagues;
    }

    private record Contact(int member, String employee) {}

    /** {@return live contacts, of each member those first whom they spoke with, or added, last} */
    private List<Contact> contacts(Collection<Integer> memberNos) {
        Map<String, Integer> members = new HashMap<>();
        identities.identifiersOf(memberNos).forEach((no, held) -> held.stream()
                .filter(it -> it.kind().equals(KIND))
                .map(HeldIdentifier::key)
                .forEach(key -> members.put(key, no)));
        if (members.isEmpty()) {
            return List.of();
        }
        return postgres.sql("""
                        SELECT external_userid, employee FROM wecom_contact
                        WHERE ended_at IS NULL AND external_userid = ANY (?)
                        ORDER BY greatest(since, talked_at) DESC, employee
                        """)
                .param(members.keySet().toArray(String[]::new))
                .query((row, _) -> new Contact(Objects.requireNonNull(members.get(row.getString(1))), row.getString(2)))
                .list();
    }

    @Override
    public Map<Integer, String> guidesOf(Collection<Integer> memberNos) {
        Map<String, String> users = colleagues.byWeComEmployee();
        Map<Integer, String> guides = new HashMap<>();
        if (!users.isEmpty()) {
            for (Contact contact : contacts(memberNos)) {
                String user = users.get(contact.employee());
                if (user != null) {
                    guides.putIfAbsent(contact.member(), user);
                }
            }
        }
        return guides;
    }

    @Override
    public Set<Integer> aloneWith(String guide, Collection<Integer> memberNos) {
        Map<String, String> users = colleagues.byWeComEmployee();
        if (!users.containsValue(guide)) {
            return Set.of();
        }
        Set<Integer> theirs = new HashSet<>();
        Set<Integer> others = new HashSet<>();
        for (Contact contact : contacts(memberNos)) {
            (guide.equals(users.get(contact.employee())) ? theirs : others).add(contact.member());
        }
        theirs.removeAll(others);
        return theirs;
    }

    @Override
    public String channel() {
        return WeComChannel.NAME;
    }
}
