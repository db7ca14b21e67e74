package io.guanxi.wecom.contact;

import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Codes by which customers can be welcomed, the table {@code wecom_welcome}. */
@Component
public class Welcomes {

    private final JdbcClient postgres;
    private final Clock clock;

    Welcomes(JdbcClient postgres, Clock clock) {
        this.postgres = postgres;
        this.clock = clock;
    }

    /**
     * A code that still works.
     *
     * @param code WeCom's
     * @param triedBefore whether it was handed to WeCom before, and nobody knows what came of it
     */
    public record Welcome(String code, boolean triedBefore) {}

    /**
     * {@return the code of a customer, marked as tried; empty where there is none or it is too late}
     *
     * @param externalUserid who
     */
    public Optional<Welcome> use(String externalUserid) {
        return postgres.sql("""
                        UPDATE wecom_welcome SET tried_at = :now WHERE external_userid = :id AND until > :now
                        RETURNING new.code, old.tried_at IS NOT NULL
                        """)
                .param("now", ContactTable.at(clock.instant()))
                .param("id", externalUserid)
                .query((row, _) -> new Welcome(row.getString(1), row.getBoolean(2)))
                .optional();
    }

    /**
     * WeCom did not take the code.
     *
     * @param externalUserid whose
     */
    public void untouched(String externalUserid) {
        postgres.sql("UPDATE wecom_welcome SET tried_at = NULL WHERE external_userid = ?")
                .param(externalUserid)
                .update();
    }
}
