package io.guanxi.wecom.contact;

import io.guanxi.collect.Intake;
import io.guanxi.collect.OwnEvent;
import io.guanxi.wecom.client.Customer;
import io.guanxi.wecom.contact.ContactTable.Added;
import io.guanxi.wecom.contact.ContactTable.Changed;
import io.guanxi.wecom.contact.Facts.Who;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Customers and whose contacts they are. What changes becomes events, in the caller's transaction. */
@Component
public class Contacts {

    /** Within so long after a customer came the fact is news; what is older is the past, to which nothing is to react. */
    static final Duration NEWS = Duration.ofDays(1);

    private static final Duration WELCOME = Duration.ofSeconds(20);

    private final ContactTable table;
    private final Facts facts;
    private final Intake intake;
    private final Clock clock;

    Contacts(ContactTable table, Facts facts, Intake intake, Clock clock) {
        this.table = table;
        this.facts = facts;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Takes what WeCom says of customers. It is the caller's last statement, for others wait for the inbox.
     *
     * @param customers any number; each with all or some of the employees who have them
     */
    public void take(List<Customer> customers) {
        take(customers, () -> {});
    }

    /**
     * Takes what WeCom says of customers, and does something before others have to wait for the inbox.
     *
     * @param customers any number; each with all or some of the employees who have them
     * @param before what is to be done in the same transaction
     */
    public void take(List<Customer> customers, Runnable before) {
        Instant now = clock.instant();
        Map<String, Changed> changed = table.writeCustomers(customers).stream()
                .collect(Collectors.toMap(each -> each.who().externalUserid(), Function.identity()));
        List<Added> added = table.writeContacts(customers, now.minus(NEWS));
        Map<String, Customer> byId = customers.stream()
                .collect(Collectors.toMap(Customer::externalUserid, Function.identity(), (a, _) -> a));
        List<OwnEvent> events = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Added contact : added) {
            Customer customer = byId.get(contact.externalUserid());
            if (customer != null && contact.since().isAfter(now.minus(NEWS))) {
                Who who = new Who(customer.externalUserid(), customer.unionid());
                Map<String, @Nullable Object> traits = traits(customer);
                if (contact.channel() != null) {
                    traits.put("channel", contact.channel());
                }
                events.add(facts.added(who, contact.employee(), contact.since(), how(contact), traits));
                told.add(customer.externalUserid());
            }
        }
        changed.forEach((id, change) -> {
            Customer customer = byId.get(id);
            if (customer != null && !told.contains(id)) {
                events.add(facts.profile(change.who(), change.revision(), now, traits(customer)));
            }
        });
        before.run();
        intake.note(events);
    }

    /**
     * Somebody is no contact any more. It is the caller's last statement.
     *
     * @param employee whose
     * @param externalUserid who
     * @param by {@code customer} or {@code employee}: who deleted whom
     * @param at when
     */
    public void end(String employee, String externalUserid, String by, Instant at) {
        table.end(employee, externalUserid, by, at)
                .ifPresent(who -> intake.note(List.of(facts.removed(who, employee, by, at))));
    }

    /**
     * Keeps the code by which a customer can be welcomed.
     *
     * @param externalUserid who
     * @param employee by whom
     * @param code WeCom's code
     * @param at when it was given; it holds for twenty seconds
     */
    public void welcome(String externalUserid, String employee, String code, Instant at) {
        table.keepWelcome(externalUserid, employee, code, at.plus(WELCOME));
    }

    private static Map<String, String> how(Added contact) {
        Map<String, String> how = new LinkedHashMap<>();
        how.put("way", AddWay.word(contact.addWay()));
        if (contact.state() != null) {
            how.put("live_code", contact.state());
        }
        if (contact.channel() != null && contact.scene() != null) {
            how.put("channel", contact.channel());
            how.put("scene", contact.scene());
        }
        return how;
    }

    private static Map<String, @Nullable Object> traits(Customer customer) {
        Map<String, @Nullable Object> traits = new LinkedHashMap<>();
        if (!customer.name().isEmpty()) {
            traits.put("name", customer.name());
        }
        if (customer.gender() == 1 || customer.gender() == 2) {
            traits.put("gender", customer.gender() == 1 ? "male" : "female");
        }
        return traits;
    }
}
