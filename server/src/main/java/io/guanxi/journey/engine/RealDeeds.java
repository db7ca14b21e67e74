package io.guanxi.journey.engine;

import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.journey.PointsHook;
import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.engine.Moving.Walker;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.store.CallTable;
import io.guanxi.journey.store.KeyWords;
import io.guanxi.messaging.Messages;
import io.guanxi.messaging.Origin;
import io.guanxi.messaging.SameIntent;
import io.guanxi.messaging.Withdrawal;
import io.guanxi.messaging.Withdrawal.OfMembers;
import io.guanxi.messaging.Withdrawal.OfOrigin;
import io.guanxi.tag.TagSource;
import io.guanxi.tag.Tagging;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Messages and tags, by the modules that keep them. A message is stopped by the reach policy, a tag reaches nobody. */
@Component
class RealDeeds implements Deeds {

    private static final String WALKING =
            "SELECT " + Moving.KEY + " AS key, member_no, %s AS said FROM moving WHERE node = :node AND rest = 0";

    private final ObjectProvider<Assignments> assignments;
    private final Messages messages;
    private final Tagging tagging;
    private final ObjectProvider<PointsHook> points;
    private final CallTable calls;
    private final KeyWords words;
    private final GlobalHoldout global;
    private final JsonMapper json;
    private final Clock clock;

    RealDeeds(
            ObjectProvider<Assignments> assignments,
            Messages messages,
            Tagging tagging,
            ObjectProvider<PointsHook> points,
            CallTable calls,
            KeyWords words,
            GlobalHoldout global,
            JsonMapper json,
            Clock clock) {
        this.assignments = assignments;
        this.messages = messages;
        this.tagging = tagging;
        this.points = points;
        this.calls = calls;
        this.words = words;
        this.global = global;
        this.json = json;
        this.clock = clock;
    }

    /** Only now are experiments asked for: a worker, which has no audiences to ask, cannot make them. */
    @Override
    public Map<String, RoaringBitmap> part(Node.Trial trial, RoaringBitmap members, Instant at) {
        return assignments.getObject().admit(trial.experiment(), members, at);
    }

    @Override
    public void say(Published journey, Node.Message message, Standing walkers) {
        messages.intendAlike(
                new SameIntent(
                        message.template(),
                        new Origin("journey", Long.toString(journey.journey()), message.key()),
                        journey.graph().priority(),
                        message.values(),
                        message.within() == null ? null : message.within().length()),
                WALKING.formatted(
                        words.any(journey.journey()) ? KeyWords.OF_INSTANCE.formatted("moving") : "NULL::jsonb"),
                Map.of("node", walkers.node()));
    }

    @Override
    public int unsay(String reason, boolean service) {
        return messages.withdraw(
                new Withdrawal(reason, service, new OfMembers("SELECT member_no, prefix FROM leaving")));
    }

    @Override
    public int unsayAll(long journey, int except, String reason) {
        OfOrigin all = new OfOrigin(
                "journey",
                Long.toString(journey),
                except == 0
                        ? "TRUE"
                        : "EXISTS (SELECT FROM journey_instance i WHERE i.id = " + Silence.instance("o.key")
                                + " AND i.version_id <> :except)",
                except == 0 ? Map.of() : Map.of("except", except));
        return messages.withdraw(new Withdrawal(reason, true, all));
    }

    @Override
    public void grant(Published journey, Node.Points node, List<Walker> walkers) {
        PointsHook hook = points.getIfAvailable();
        if (hook == null) {
            throw new IllegalStateException("no module keeps points");
        }
        hook.grant(walkers.stream()
                .map(walker -> new PointsHook.Grant(
                        walker.key(), walker.memberNo(), node.points(), node.reason(), journey.journey()))
                .toList());
    }

    @Override
    public RoaringBitmap heldOut(RoaringBitmap members) {
        return global.heldOut(members);
    }

    @Override
    public void call(Published journey, Node.Webhook node, List<Walker> walkers) {
        calls.write(
                journey.journey(),
                journey.number(node.key()),
                node.url(),
                walkers.stream()
                        .map(walker -> new CallTable.Call(walker.key(), walker.memberNo(), body(journey, node, walker)))
                        .toList(),
                clock.instant());
    }

    private String body(Published journey, Node.Webhook node, Walker walker) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("key", walker.key());
        body.put("journey", journey.journey());
        body.put("version", journey.version());
        body.put("name", journey.graph().name());
        body.put("node", node.key());
        body.put("member", walker.memberNo());
        body.put("at", walker.at().toString());
        body.put("values", node.values());
        return json.writeValueAsString(body);
    }

    @Override
    public void tag(Published journey, Node.Tagging node, RoaringBitmap members) {
        TagSource by = new TagSource(TagSource.Kind.JOURNEY, journey.graph().name(), Long.toString(journey.journey()));
        tagging.alone();
        node.add().forEach(tag -> tagging.tag(tag, members, by, null));
        node.remove().forEach(tag -> tagging.untag(tag, members, by));
    }
}
