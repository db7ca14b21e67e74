package io.guanxi.access;

import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RealTime;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What the brand is called, and the language of whoever has chosen none. A setting of the server wins; where there is none, an
 * administrator says it, and until then both have a default. In memory, for every message asks; other servers' changes arrive in
 * seconds.
 */
@Component
public class BrandFace {

    private static final Logger log = LoggerFactory.getLogger(BrandFace.class);
    private static final String NAME = "Guanxi";
    private static final String LOCALE = "zh-CN";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LOCALE = 35;

    private final String givenName;
    private final String givenLocale;
    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final Audit audit;
    private final CurrentUser currentUser;
    private final Clock clock;
    private volatile Kept kept;

    private record Kept(@Nullable String name, @Nullable String locale) {}

    BrandFace(
            @Value("${guanxi.brand.name:}") String givenName,
            @Value("${guanxi.brand.locale:}") String givenLocale,
            JdbcClient postgres,
            TransactionOperations transaction,
            Audit audit,
            CurrentUser currentUser,
            @RealTime Clock clock) {
        this.givenName = givenName.strip();
        this.givenLocale = givenLocale.strip();
        this.postgres = postgres;
        this.transaction = transaction;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
        this.kept = read();
    }

    /** {@return what the brand is called} */
    public String name() {
        String said = kept.name();
        return nameGiven() ? givenName : said == null ? NAME : said;
    }

    /** {@return the language tag of whoever has chosen no language} */
    public String locale() {
        String said = kept.locale();
        return localeGiven() ? givenLocale : said == null ? LOCALE : said;
    }

    /** {@return whether a setting of the server names the brand, so that nobody can change it here} */
    public boolean nameGiven() {
        return !givenName.isEmpty();
    }

    /** {@return whether a setting of the server says the language, so that nobody can change it here} */
    public boolean localeGiven() {
        return !givenLocale.isEmpty();
    }

    /**
     * Changes them; what is as it was is no change.
     *
     * @param name what the brand is called from now on, or null to leave it
     * @param locale the language tag, or null to leave it
     */
    public void change(@Nullable String name, @Nullable String locale) {
        String newName = name == null ? null : good(name);
        String newLocale = locale == null ? null : goodLocale(locale);
        Map<String, String> changed = new LinkedHashMap<>();
        if (newName != null && !newName.equals(name())) {
            requireOurs(nameGiven(), "name", "GUANXI_BRAND");
            changed.put("name", newName);
        }
        if (newLocale != null && !newLocale.equals(locale())) {
            requireOurs(localeGiven(), "locale", "GUANXI_LOCALE");
            changed.put("locale", newLocale);
        }
        if (!changed.isEmpty()) {
            transaction.executeWithoutResult(_ -> {
                keep(changed);
                audit.record("brand.changed", "brand:0", changed);
            });
            kept = read();
        }
    }

    private void keep(Map<String, String> changed) {
        postgres.sql("""
                        INSERT INTO brand_face (name, locale, changed_by, changed_at)
                        VALUES (:name, :locale, :by, :at)
                        ON CONFLICT (sole) DO UPDATE
                        SET name = coalesce(excluded.name, brand_face.name), locale = coalesce(excluded.locale, brand_face.locale),
                            changed_by = excluded.changed_by, changed_at = excluded.changed_at
                        """)
                .param("name", changed.get("name"))
                .param("locale", changed.get("locale"))
                .param("by", currentUser.actor().name())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    private static void requireOurs(boolean given, String field, String setting) {
        if (given) {
            throw Problem.conflict(
                    "brand.given",
                    "The " + field + " is given by " + setting
                            + " where the server is started; take that setting away to change it here.");
        }
    }

    private static String good(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()
                || stripped.length() > LONGEST_NAME
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Parameters.fault("name", "has 1 to " + LONGEST_NAME + " characters");
        }
        return stripped;
    }

    private static String goodLocale(String locale) {
        String stripped = locale.strip();
        if (!isLanguage(stripped)) {
            throw Parameters.fault("locale", "is a language tag such as zh-CN or en");
        }
        return stripped;
    }

    /**
     * {@return whether a text is a language tag that can be kept}
     *
     * @param tag the text
     */
    public static boolean isLanguage(String tag) {
        return tag.length() <= LONGEST_LOCALE
                && !Locale.forLanguageTag(tag).getLanguage().isEmpty();
    }

    @Scheduled(fixedDelay = 3000)
    void follow() {
        try {
            kept = read();
        } catch (DataAccessException e) {
            log.warn("the brand's name cannot be read again now; the one known stays: {}", e.getMessage());
        }
    }

    private Kept read() {
        return postgres.sql("SELECT name, locale FROM brand_face")
                .query((row, _) -> new Kept(row.getString("name"), row.getString("locale")))
                .optional()
                .orElse(new Kept(null, null));
    }
}
