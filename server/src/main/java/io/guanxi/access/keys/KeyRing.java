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
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** All keys that work, in memory: five thousand requests a second ask here. Other servers' changes arrive in seconds. */
@Component
public class KeyRing implements WriteKeys {

    private record Working(Map<String, Key> calls, Map<String, Key> tracks) {}

    private final KeyTable table;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final Set<Long> used = ConcurrentHashMap.newKeySet();
    private volatile Working working = new Working(Map.of(), Map.of());

    KeyRing(KeyTable table, FirstKeys firstKeys, Audit audit, CurrentUser currentUser) {
        this.table = table;
        this.audit = audit;
        this.currentUser = currentUser;
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
        Key key = table.insert(name, right, secret, false, currentUser.actor().name());
        audit.record("key.created", "key:" + key.id(), Map.of("kind", KeyTable.kindOf(right), "right", right));
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
        Optional<Key> revoked = table.revoke(id);
        revoked.ifPresent(key -> {
            audit.record("key.revoked", "key:" + id, Map.of());
            reload();
        });
        return revoked.isPresent();
    }

    @Scheduled(fixedDelay = 3000)
    final synchronized void reload() {
        working = new Working(table.working("API"), table.working("WRITE"));
        noteUse();
    }

    @PreDestroy
    final void noteUse() {
        List<Long> ids = List.copyOf(used);
        if (!ids.isEmpty()) {
            used.clear();
            table.used(ids);
        }
    }
}
