package io.guanxi.access.keys;

import io.guanxi.access.Actor;
import io.guanxi.access.Role;
import io.guanxi.platform.GuanxiSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first keys. A key preset by the environment works from every start on, and the one preset before it stops; where
 * none is preset, the first start makes one and prints it once.
 */
@Component
class FirstKeys {

    private static final Logger log = LoggerFactory.getLogger(FirstKeys.class);
    private static final int SHORT = 20;

    private final KeyTable table;
    private final GuanxiSettings.FirstAccess preset;
    private final FirstStart firstStart;
    private final TransactionTemplate transaction;

    FirstKeys(KeyTable table, GuanxiSettings settings, FirstStart firstStart, PlatformTransactionManager transactions) {
        this.table = table;
        this.preset = settings.firstAccess();
        this.firstStart = firstStart;
        this.transaction = new TransactionTemplate(transactions);
    }

    void provide() {
        transaction.executeWithoutResult(status -> {
            firstStart.lock();
            provide("api key", "gx_api_", preset.apiKey(), new Right.Call(Role.ADMINISTRATOR));
            provide("write key", "gx_write_", preset.writeKey(), new Right.Track("default"));
        });
    }

    private void provide(String what, String prefix, String given, Right right) {
        String kind = KeyTable.kindOf(right);
        if (!given.isBlank()) {
            if (given.length() < SHORT) {
                log.warn("the preset {} is shorter than {} characters and may be guessed", what, SHORT);
            }
            table.revokePresetExcept(kind, given);
            table.insert("environment", right, given, true, Actor.SYSTEM.name());
        } else if (!table.any(kind)) {
            String secret = Secret.random(prefix);
            table.insert("first " + what, right, secret, false, Actor.SYSTEM.name());
            firstStart.print(what, secret);
        }
    }
}
