package io.guanxi.audience;

import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.engine.Limit;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.live.SavedAudiences;
import java.time.Duration;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/** Who is in audiences, for modules that act on members. */
@Component
public class Audiences {

    private final Engine engine;
    private final SavedAudiences saved;

    Audiences(Engine engine, SavedAudiences saved) {
        this.engine = engine;
        this.saved = saved;
    }

    /**
     * {@return the live members for whom an expression holds; what the engine keeps answers at once}
     *
     * @param expression what is asked
     * @param longest after which time a {@code Problem} ends it
     */
    public RoaringBitmap ask(Expression expression, Duration longest) {
        return engine.ask(expression, Limit.of(longest)).members();
    }

    /**
     * {@return the members of a saved audience}
     *
     * @param id its number; a {@code Problem} where there is none
     * @param longest after which time a {@code Problem} ends it
     */
    public RoaringBitmap members(long id, Duration longest) {
        return ask(saved.get(id).expression(), longest);
    }

    /**
     * {@return the name of a saved audience; empty where there is none}
     *
     * @param id its number
     */
    public Optional<String> name(long id) {
        return saved.find(id);
    }

    /**
     * {@return the number of a ready-made audience; empty where it was deleted or is not there yet}
     *
     * @param key by which it is known for ever
     */
    public Optional<Long> ready(String key) {
        return saved.ready(key);
    }

    /**
     * Refuses what refers to audiences or lists that are not there.
     *
     * @param expression what is asked
     */
    public void check(Expression expression) {
        saved.check(expression, null);
    }
}
