package io.guanxi.wecom.livecode;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.journey.JourneyEntries;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.TemplateSummary;
import io.guanxi.platform.Problem;
import io.guanxi.platform.Problem.Fault;
import io.guanxi.tag.Tags;
import io.guanxi.wecom.client.WeComLiveCodes;
import io.guanxi.wecom.client.WeComSettings;
import io.guanxi.wecom.client.WeComTrouble;
import io.guanxi.wecom.livecode.LiveCodeTable.Wish;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes live codes, here and in WeCom. */
@Component
class LiveCodes {

    /** What greets newcomers goes out on this channel. */
    static final String WELCOME = "wecom-welcome";

    private static final int LONGEST = 60;
    private static final int MOST_EMPLOYEES = 100;

    private final LiveCodeTable table;
    private final WeComLiveCodes wecom;
    private final WeComSettings settings;
    private final Tags tags;
    private final Messages messages;
    private final JourneyEntries journeys;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    LiveCodes(
            LiveCodeTable table,
            WeComLiveCodes wecom,
            WeComSettings settings,
            Tags tags,
            Messages messages,
            JourneyEntries journeys,
            CurrentUser currentUser,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.wecom = wecom;
        this.settings = settings;
        this.tags = tags;
        this.messages = messages;
        this.journeys = journeys;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    List<LiveCode> all() {
        return table.all();
    }

    /** The row is there before WeCom is asked: who scans the code in the same second is known to come by it. */
    LiveCode create(Wish wish) {
        check(wish);
        byte[] bytes = new byte[8];
        random.nextBytes(bytes);
        String state = "gx" + HexFormat.of().formatHex(bytes);
        long id = table.insert(wish, state, currentUser.actor().name(), clock.instant())
                .orElseThrow(() -> nameTaken(wish));
        try {
            WeComLiveCodes.Code code = wecom.add(wish.employees(), state, wish.name());
            table.made(id, code.config(), code.picture());
        } catch (WeComTrouble trouble) {
            table.remove(id);
            throw refused(trouble);
        }
        audit.record("live-code.created", "live-code:" + id, Map.of("name", wish.name()));
        return get(id);
    }

    /**
     * The row is changed before WeCom is asked, as with a new one; where it refuses, the row becomes what it was. A code that its
     * maker's server did not live to make is made now.
     */
    LiveCode change(long id, Wish wish) {
        LiveCode before = get(id);
        if (before.archivedAt() != null) {
            throw Problem.conflict("live-code.archived", "Live code " + id + " is out of use.");
        }
        check(wish);
        if (!table.change(id, wish)) {
            throw nameTaken(wish);
        }
        try {
            Optional<String> config = table.config(id);
            if (config.isEmpty()) {
                WeComLiveCodes.Code code = wecom.add(wish.employees(), before.state(), wish.name());
                table.made(id, code.config(), code.picture());
            } else if (!wish.employees().equals(before.employees())
                    || !wish.name().equals(before.name())) {
                wecom.update(config.get(), wish.employees(), before.state(), wish.name());
            }
        } catch (WeComTrouble trouble) {
            table.change(id, wish(before));
            throw refused(trouble);
        }
        table.settle(id); // all it names was there a moment ago
        audit.record("live-code.changed", "live-code:" + id, Map.of("name", wish.name()));
        return get(id);
    }

    private static Wish wish(LiveCode code) {
        return new Wish(
                code.name(),
                code.channel(),
                code.scene(),
                code.employees(),
                code.tags(),
                code.templateId(),
                code.journeyId());
    }

    private static Problem nameTaken(Wish wish) {
        return Problem.conflict(
                "live-code.name-taken", "There is a live code of the name " + wish.name() + "; choose another.");
    }

    LiveCode archive(long id) {
        LiveCode code = get(id);
        Optional<String> config = code.archivedAt() == null ? table.config(id) : Optional.empty();
        if (config.isPresent()) {
            try {
                wecom.delete(config.get());
            } catch (WeComTrouble trouble) {
                if (trouble.kind() != WeComTrouble.Kind.REFUSED) { // what is gone there already may go here
                    throw refused(trouble);
                }
            }
        }
        table.archive(id, clock.instant());
        audit.record("live-code.archived", "live-code:" + id, Map.of("name", code.name()));
        return get(id);
    }

    private LiveCode get(long id) {
        return table.find(id)
                .orElseThrow(() ->
                        Problem.notFound("live-code.unknown", "There is no live code with the number " + id + "."));
    }

    private static Problem refused(WeComTrouble trouble) {
        return new Problem(HttpStatus.BAD_GATEWAY, "wecom.refused", trouble.said(), List.of());
    }

    private void check(Wish wish) {
        if (!settings.ready()) {
            throw Problem.conflict("wecom.not-set-up", "Set GUANXI_WECOM_CORPID and GUANXI_WECOM_SECRET first.");
        }
        List<Fault> faults = new ArrayList<>();
        word(faults, "name", wish.name(), 1);
        word(faults, "channel", wish.channel(), 1);
        word(faults, "scene", wish.scene(), 0);
        if (wish.employees().isEmpty() || wish.employees().size() > MOST_EMPLOYEES) {
            faults.add(new Fault(null, "employees", "Name 1 to " + MOST_EMPLOYEES + " employees."));
        }
        for (int tag : wish.tags()) {
            if (tags.find(tag).filter(found -> found.archivedAt() == null).isEmpty()) {
                faults.add(new Fault(null, "tags", "There is no tag with the number " + tag + " in use."));
            }
        }
        Long template = wish.template();
        if (template != null) {
            checkTemplate(faults, messages.template(template).orElse(null));
        }
        Long journey = wish.journey();
        if (journey != null && !journeys.published(journey)) {
            faults.add(new Fault(null, "journeyId", "There is no published journey with the number " + journey + "."));
        }
        if (!faults.isEmpty()) {
            throw new Problem(
                    HttpStatus.BAD_REQUEST, "live-code.invalid", "The live code cannot be made like that.", faults);
        }
    }

    private static void checkTemplate(List<Fault> faults, @Nullable TemplateSummary template) {
        if (template == null
                || !template.channel().equals(WELCOME)
                || !template.variables().isEmpty()) {
            faults.add(new Fault(
                    null,
                    "templateId",
                    "Choose a template of the channel " + WELCOME + " without variables of its own."));
        }
    }

    private static void word(List<Fault> faults, String field, String value, int least) {
        if (value.strip().length() < least || value.length() > LONGEST) {
            faults.add(new Fault(null, field, "Give " + least + " to " + LONGEST + " characters."));
        }
    }
}
