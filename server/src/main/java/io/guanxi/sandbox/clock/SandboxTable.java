package io.guanxi.sandbox.clock;

import io.guanxi.platform.CannotStart;
import io.guanxi.platform.GuanxiSettings;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code sandbox_time}. Whether a brand is a sandbox is fixed by its first start; another start is refused. */
@Component
final class SandboxTable {

    private final JdbcClient postgres;
    private final boolean sandbox;

    SandboxTable(JdbcClient postgres, GuanxiSettings settings) {
        this.postgres = postgres;
        this.sandbox = settings.sandbox();
        postgres.sql("INSERT INTO sandbox_time (sandbox) VALUES (?) ON CONFLICT DO NOTHING")
                .param(sandbox)
                .update();
        boolean kept = postgres.sql("SELECT sandbox FROM sandbox_time")
                .query(Boolean.class)
                .single();
        if (kept && !sandbox) {
            throw new CannotStart(
                    "this brand is a sandbox: its clock may be ahead, and what is in it was tried, not done",
                    "start it with GUANXI_SANDBOX=true, or begin a real brand in a data folder of its own");
        }
        if (!kept && sandbox) {
            throw new CannotStart(
                    "GUANXI_SANDBOX=true, but this brand is a real one: its clock must not be advanced",
                    "start it without that setting, or try things in a data folder of its own (./guanxi demo)");
        }
    }

    boolean sandbox() {
        return sandbox;
    }

    Duration ahead() {
        return Duration.ofSeconds(postgres.sql("SELECT ahead_seconds FROM sandbox_time")
                .query(Long.class)
                .single());
    }

    void advance(Duration ahead) {
        postgres.sql("UPDATE sandbox_time SET ahead_seconds = greatest(ahead_seconds, ?) WHERE sandbox")
                .param(ahead.toSeconds())
                .update();
    }
}
