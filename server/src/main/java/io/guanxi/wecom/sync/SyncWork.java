package io.guanxi.wecom.sync;

import io.guanxi.platform.Rounds;
import io.guanxi.wecom.client.CorpTag;
import io.guanxi.wecom.client.Customer;
import io.guanxi.wecom.client.GroupChat;
import io.guanxi.wecom.client.Part;
import io.guanxi.wecom.client.WeCom;
import io.guanxi.wecom.client.WeComSettings;
import io.guanxi.wecom.client.WeComTrouble;
import io.guanxi.wecom.contact.Chats;
import io.guanxi.wecom.contact.Contacts;
import io.guanxi.wecom.sync.Sync.Place;
import io.guanxi.wecom.tagging.CorpTags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Syncs part by part. A part is read outside of any transaction; what it brought and where the next one begins are one. So a sync
 * goes on where it was, whoever dies, and two servers never do a part twice.
 */
@Component
class SyncWork extends Rounds {

    private static final Logger log = LoggerFactory.getLogger(SyncWork.class);
    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(3);
    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final int NAMES_AT_ONCE = 20;

    private final SyncTable syncs;
    private final WeCom wecom;
    private final WeComSettings settings;
    private final Contacts contacts;
    private final Chats chats;
    private final CorpTags tags;
    private final TransactionOperations transaction;
    private final Clock clock;

    SyncWork(
            SyncTable syncs,
            WeCom wecom,
            WeComSettings settings,
            Contacts contacts,
            Chats chats,
            CorpTags tags,
            TransactionOperations transaction,
            Clock clock) {
        super("wecom-sync", "the sync with WeCom stands still");
        this.syncs = syncs;
        this.wecom = wecom;
        this.settings = settings;
        this.contacts = contacts;
        this.chats = chats;
        this.tags = tags;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** {@return whether one begins now; not where one is under way} */
    boolean begin() {
        boolean begun = syncs.begin(clock.instant());
        wake();
        return begun;
    }

    @Override
    protected Duration round() {
        if (!wecom.ready()) {
            return UNUSED;
        }
        Optional<Sync> last = syncs.last();
        if (last.isEmpty() || (last.get().finishedAt() != null && due(last.get()))) {
            syncs.begin(clock.instant());
            return Duration.ZERO;
        }
        Sync sync = last.get();
        if (sync.finishedAt() != null) {
            return LOOK;
        }
        try {
            step(sync);
            return Duration.ZERO;
        } catch (WeComTrouble trouble) {
            syncs.trouble(sync.id(), trouble.said());
            if (trouble.kind() == WeComTrouble.Kind.REFUSED) {
                log.warn("the sync with WeCom ends: {}", trouble.said());
                syncs.finish(sync.id(), clock.instant());
            }
            return AFTER_TROUBLE;
        }
    }

    private boolean due(Sync last) {
        return !last.startedAt().plus(settings.syncEvery()).isAfter(clock.instant());
    }

    private void step(Sync sync) {
        switch (sync.stage()) {
            case EMPLOYEES -> employees(sync);
            case NAMES -> names(sync);
            case TAGS -> tags(sync);
            case CONTACTS -> contacts(sync);
            case CHATS -> chats(sync);
            case CHAT_MEMBERS -> chatMembers(sync);
            case DONE -> syncs.finish(sync.id(), clock.instant());
        }
    }

    private void employees(Sync sync) {
        List<String> employees = wecom.employees();
        part(
                sync,
                Place.start(SyncStage.NAMES),
                employees.size(),
                0,
                0,
                0,
                () -> syncs.writeEmployees(employees, clock.instant()));
    }

    /** Who may not read the address book does without names. */
    private void names(Sync sync) {
        List<String> unnamed = wecom.knowsNames() ? syncs.unnamed(sync.id(), NAMES_AT_ONCE) : List.of();
        try {
            for (String employee : unnamed) {
                syncs.name(employee, nameOf(employee), sync.id());
            }
        } catch (WeComTrouble forbidden) {
            if (forbidden.code() != WeComTrouble.ADDRESS_BOOK_FORBIDDEN) {
                throw forbidden;
            }
            log.warn("employees of WeCom stay without names: {}", forbidden.said());
            unnamed = List.of();
        }
        if (unnamed.isEmpty()) {
            part(sync, Place.start(SyncStage.TAGS), 0, 0, 0, 0, () -> {});
        }
    }

    private @org.jspecify.annotations.Nullable String nameOf(String employee) {
        try {
            return wecom.nameOf(employee);
        } catch (WeComTrouble trouble) {
            if (trouble.kind() != WeComTrouble.Kind.REFUSED || trouble.code() == WeComTrouble.ADDRESS_BOOK_FORBIDDEN) {
                throw trouble;
            }
            return null; // gone meanwhile
        }
    }

    private void tags(Sync sync) {
        Instant asked = clock.instant();
        List<CorpTag> found = wecom.tags();
        part(sync, Place.start(SyncStage.CONTACTS), 0, 0, 0, found.size(), () -> tags.take(found, asked));
    }

    private void contacts(Sync sync) {
        List<String> employees = syncs.employees(sync.block(), WeCom.EMPLOYEES_AT_ONCE);
        if (employees.isEmpty()) {
            part(sync, Place.start(SyncStage.CHATS), 0, 0, 0, 0, () -> syncs.endUnseen(sync, clock.instant()));
            return;
        }
        Part<Customer> found = wecom.customersOf(employees, sync.cursor());
        Place next = found.last()
                ? new Place(SyncStage.CONTACTS, sync.block() + 1, "")
                : new Place(SyncStage.CONTACTS, sync.block(), found.cursor());
        part(sync, next, 0, found.items().size(), 0, 0, () -> {
            contacts.take(found.items(), () -> {
                List<String> customers = new ArrayList<>();
                List<String> whose = new ArrayList<>();
                for (Customer customer : found.items()) {
                    for (Customer.Follow follow : customer.follows()) {
                        customers.add(customer.externalUserid());
                        whose.add(follow.employee());
                    }
                }
                syncs.see(sync.id(), customers, whose);
            });
        });
    }

    private void chats(Sync sync) {
        Part<String> found = wecom.groupChats(sync.cursor());
        Place next = found.last()
                ? Place.start(SyncStage.CHAT_MEMBERS)
                : new Place(SyncStage.CHATS, sync.block() + 1, found.cursor());
        part(sync, next, 0, 0, 0, 0, () -> syncs.owe(found.items()));
    }

    private void chatMembers(Sync sync) {
        Optional<String> owed = syncs.owed();
        if (owed.isEmpty()) {
            part(sync, Place.start(SyncStage.DONE), 0, 0, 0, 0, () -> {});
            return;
        }
        Optional<GroupChat> chat = chat(owed.get());
        part(sync, new Place(SyncStage.CHAT_MEMBERS, sync.block() + 1, ""), 0, 0, 1, 0, () -> {
            syncs.read(owed.get());
            chat.ifPresent(chats::take);
        });
    }

    private Optional<GroupChat> chat(String id) {
        try {
            return Optional.of(wecom.groupChat(id));
        } catch (WeComTrouble trouble) {
            if (trouble.kind() == WeComTrouble.Kind.REFUSED) {
                return Optional.empty(); // dismissed meanwhile
            }
            throw trouble;
        }
    }

    private void part(Sync sync, Place next, int employees, int contacts, int chats, int tags, Runnable effects) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> {
            if (syncs.move(sync, next, employees, contacts, chats, tags)) {
                effects.run();
            }
        });
        if (next.stage() == SyncStage.DONE) {
            syncs.finish(sync.id(), now);
        }
    }
}
