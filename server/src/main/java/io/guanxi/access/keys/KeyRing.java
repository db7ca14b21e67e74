package io.guanxi.access.keys;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.access.WriteKeys;
import jakarta.annotation.PreDestroy;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All keys that work, in memory: five thousand requests a second ask here. Other servers' changes arrive in seconds. */
@Component
public class KeyRing implements WriteKeys {

    private static final Logger log = LoggerFactory.getLogger(KeyRing.class);

    private record Working(Map<String, Key> calls, Map<String, Key> tracks) {}

    private final KeyTable table;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final TransactionTemplate transaction;
    private final Set<Long> used = ConcurrentHashMap.newKeySet();
    private volatile Working working = new Working(Map.of(), Map.of());

    KeyRing(
            KeyTable table,
            FirstKeys firstKeys,
            Audit audit,
            CurrentUser currentUser,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.audit = audit;
        this.currentUser = currentUser;
        this.transaction = new TransactionTemplate(transactions);
        firstKeys.provide();
        reload();
    }

    @Override
    public Optional<String> sourceOf(String key) {
        Key found = find(working.tracks(), key);
        return found != null && found.right() instanceof Right.Track(String source)
                ? Optional.of(source)
                : Optional.empty();
    }

    /**
     * {@return the API key with this secret, if it works}
     *
     * @param secret what the caller sent
     */
    public Optional<Key> apiKey(String secret) {
        return Optional.ofNullable(find(working.calls(), secret));
    }

    private @Nullable Key find(Map<String, Key> keys, String secret) {
        Key key = keys.get(HexFormat.of().formatHex(Secret.hash(secret)));
        if (key != null && !used.contains(key.id())) {
            used.add(key.id());
        }
        return key;
    }

    /** {@return all keys, revoked ones too, newest first} */
    public List<Key> all() {
        return table.all();
    }

    /**
     * Makes a key that works at once.
     *
     * @param name what it is for
     * @param right what it opens
     * @param secret its secret, from {@link Secret#random}
     * @return the key
     */
    public Key create(String name, Right right, String secret) {
        Key key = transaction.execute(status -> {
            Key made =
                    table.insert(name, right, secret, false, currentUser.actor().name());
            audit.record("key.created", "key:" + made.id(), Map.of("kind", KeyTable.kindOf(right), "right", right));
            return made;
        });
        reload();
        return key;
    }

    /**
     * Stops a key from working, here at once.
     *
     * @param id its number
     * @return whether there was a working key of this number
     */
    public boolean revoke(long id) {
        boolean revoked = transaction.execute(status -> {
            boolean worked = table.revoke(id);
            if (worked) {
                audit.record("key.revoked", "key:" + id, Map.of());
            }
            return worked;
        });
        reload();
        return revoked;
    }

    @Scheduled(fixedDelay = 3000)
    void follow() {
        try {
            reload();
            noteUse();
        } catch (DataAccessException e) {
            log.warn("keys cannot be read again now; those known go on working: {}", e.getMessage());
        }
    }

    private synchronized void reload() {
        working = new Working(table.working("API"), table.working("WRITE"));
    }

    @PreDestroy
    void noteUse() {
        List<Long> ids = List.copyOf(used);
        if (!ids.isEmpty()) {
            ids.forEach(used::remove);
            table.used(ids);
        }
    }
}
