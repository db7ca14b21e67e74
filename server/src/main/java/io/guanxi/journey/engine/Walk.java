package io.guanxi.journey.engine;

import io.guanxi.journey.engine.Moving.Standing;
import io.guanxi.journey.engine.Moving.Way;
import io.guanxi.journey.graph.Node;
import io.guanxi.journey.graph.Outcome;
import io.guanxi.journey.graph.Replies;
import io.guanxi.journey.graph.Until;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.roaringbitmap.RoaringBitmap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Carries all that move from node to node until they rest or end: some statements for each node, however many stand at it. */
final class Walk {

    private static final Logger log = LoggerFactory.getLogger(Walk.class);

    /** Who has further to go goes on with the next batch. */
    private static final int MOST_ROUNDS = 200;

    private final JdbcClient postgres;
    private final PublishedJourneys published;
    private final Moving moving;
    private final Waits waits;
    private final Enrolment enrolment;
    private final Questions questions;
    private final Deeds deeds;

    Walk(
            JdbcClient postgres,
            PublishedJourneys published,
            Moving moving,
            Enrolment enrolment,
            Questions questions,
            Deeds deeds) {
        this.postgres = postgres;
        this.published = published;
        this.moving = moving;
        this.waits = new Waits(postgres);
        this.enrolment = enrolment;
        this.questions = questions;
        this.deeds = deeds;
    }

    /**
     * Lets those of several journeys walk as far as they get. Where one of the journeys does not get on, they only come to their
     * next nodes, to be carried on with their own journey's batch: none stops another, and no event is lost.
     */
    void goTogether(Moment moment) {
        postgres.sql("SAVEPOINT together").update();
        try {
            go(moment);
            postgres.sql("RELEASE SAVEPOINT together").update();
        } catch (RuntimeException e) {
            postgres.sql("ROLLBACK TO SAVEPOINT together").update();
            log.warn("journeys that events moved go on one by one: {}", e.toString());
            call();
        }
        moving.settle(moment);
    }

    private void call() {
        List<Way> called = new ArrayList<>();
        for (Standing standing : moving.standing(Moving.CALLED)) {
            called.add(way(standing, Outcome.PASSED));
        }
        moving.advance(Moving.CALLED, called);
    }

    /** Lets those leave their waits whose time or event has come, and all walk as far as they get. */
    void go(Moment moment) {
        call();
        leave();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Standing> walking = moving.standing(Moving.WALKING);
            if (walking.isEmpty()) {
                return;
            }
            boolean waited = false;
            List<Way> through = new ArrayList<>();
            for (Standing standing : walking) {
                Node node = node(standing);
                waited |= node instanceof Node.Wait || node instanceof Node.SubJourney;
                carryOut(standing, node, through, moment);
            }
            moving.advance(Moving.WALKING, through);
            if (waited) {
                waits.passOver(moment);
                leave();
            }
        }
    }

    private void carryOut(Standing standing, Node node, List<Way> through, Moment moment) {
        int number = standing.node();
        switch (node) {
            case Node.Wait wait -> {
                waits.rest(number, wait.until(), moment);
                if (wait.until() instanceof Until.Date) {
                    missed(standing);
                }
            }
            case Node.Branch branch -> {
                if (questions.answered()) {
                    branch(standing, branch);
                } else {
                    moving.leaveToOthers(number);
                }
            }
            case Node.Reply reply -> reply(standing, reply);
            case Node.Split split -> split(standing, split);
            case Node.Trial trial -> {
                if (questions.answered()) {
                    part(standing, trial, moment);
                } else {
                    moving.leaveToOthers(number);
                }
            }
            case Node.Message message -> {
                deeds.say(published.get(standing.version()), message, standing);
                through.add(way(standing, Outcome.PASSED));
            }
            case Node.Tagging tagging -> {
                RoaringBitmap members = new RoaringBitmap();
                moving.membersAt(number).forEach(members::add);
                deeds.tag(published.get(standing.version()), tagging, members);
                through.add(way(standing, Outcome.PASSED));
            }
            case Node.Points points -> {
                deeds.grant(published.get(standing.version()), points, moving.atNode(number));
                through.add(way(standing, Outcome.PASSED));
            }
            case Node.Webhook webhook -> {
                call(standing, webhook);
                through.add(way(standing, Outcome.PASSED));
            }
            case Node.SubJourney sub -> enter(standing, sub, through, moment);
            case Node.ReachGoal _ -> {
                postgres.sql("""
                                WITH reached AS (
                                    UPDATE moving SET goal_at = at WHERE node = :node AND rest = 0 AND goal_at IS NULL RETURNING id)
                                INSERT INTO journey_count (node, outcome, n)
                                SELECT :node, 'converted', count(*) FROM reached HAVING count(*) > 0
                                """).param("node", number).update();
                through.add(way(standing, Outcome.PASSED));
            }
            case Node.Exit _ -> through.add(new Way(number, null, Outcome.PASSED));
        }
    }

    /** Those whose time has come leave: by the way of time, which for an event's wait is that it did not come. */
    private void leave() {
        List<Way> ways = new ArrayList<>();
        for (Standing standing : moving.standing(Moving.LEAVING)) {
            boolean waitedInVain = node(standing) instanceof Node.Wait wait && wait.until() instanceof Until.Event;
            ways.add(way(standing, waitedInVain ? Outcome.MISSED : Outcome.PASSED));
        }
        moving.advance(Moving.LEAVING, ways);
    }

    private void missed(Standing standing) {
        postgres.sql("UPDATE moving SET rest = 4 WHERE node = ? AND rest = 1 AND due_at IS NULL")
                .param(standing.node())
                .update();
        moving.advance(Moving.CALLED, List.of(way(standing, Outcome.MISSED)));
    }

    /** Of who is held out globally no other system is told, since it would reach them; they go on, and it is noted why. */
    private void call(Standing standing, Node.Webhook webhook) {
        RoaringBitmap here = new RoaringBitmap();
        moving.membersAt(standing.node()).forEach(here::add);
        RoaringBitmap heldOut = deeds.heldOut(here);
        Published journey = published.get(standing.version());
        if (!heldOut.isEmpty()) {
            moving.advance(new Way(standing.node(), journey.next(webhook.next()), Outcome.HELD_OUT), heldOut.toArray());
        }
        deeds.call(journey, webhook, moving.atNode(standing.node()));
    }

    private void branch(Standing standing, Node.Branch branch) {
        RoaringBitmap here = new RoaringBitmap();
        moving.membersAt(standing.node()).forEach(here::add);
        RoaringBitmap holds = questions.holding(branch.audience(), here);
        moving.advance(
                way(standing, Outcome.YES), RoaringBitmap.and(holds, here).toArray());
        moving.advance(Moving.WALKING, List.of(way(standing, Outcome.NO)));
    }

    /** By the arm in the experiment; who is in none goes the way of those outside. */
    private void part(Standing standing, Node.Trial trial, Moment moment) {
        RoaringBitmap here = new RoaringBitmap();
        moving.membersAt(standing.node()).forEach(here::add);
        Map<String, RoaringBitmap> members = deeds.part(trial, here, moment.now());
        for (int i = 0; i < trial.arms().size(); i++) {
            RoaringBitmap arm = members.getOrDefault(trial.arms().get(i).arm(), new RoaringBitmap());
            if (!arm.isEmpty()) {
                moving.advance(way(standing, Outcome.arm(i)), arm.toArray());
            }
        }
        moving.advance(Moving.WALKING, List.of(way(standing, Outcome.OUTSIDE)));
    }

    /** By the last answer, as events left it at the instance; which answers are the same {@link Replies} alone knows. */
    private void reply(Standing standing, Node.Reply node) {
        Map<String, Integer> arms = new HashMap<>();
        for (int i = 0; i < node.answers().size(); i++) {
            for (String word : node.answers().get(i).is()) {
                arms.put(Replies.plain(word), i + 1);
            }
        }
        List<String> said = new ArrayList<>();
        List<Integer> arm = new ArrayList<>();
        for (String text : moving.repliesAt(standing.node())) {
            Integer found = arms.get(Replies.plain(text));
            if (found != null) {
                said.add(text);
                arm.add(found);
            }
        }
        moving.part(
                """
                SELECT m.ctid AS place, coalesce(a.arm, :others) AS arm
                FROM moving m JOIN journey_instance i ON i.id = m.id
                LEFT JOIN unnest(:said::text[], :arms::integer[]) AS a (text, arm) ON a.text = i.reply
                WHERE m.node = :node AND m.rest = 0 AND i.id = ANY (ARRAY(SELECT id FROM moving WHERE node = :node AND rest = 0))
                """,
                Map.of(
                        "others",
                        node.answers().size() + 1,
                        "said",
                        said.toArray(String[]::new),
                        "arms",
                        arm.toArray(Integer[]::new)),
                standing.node(),
                ways(standing, node));
    }

    private List<Way> ways(Standing standing, Node node) {
        return node.ways().stream().map(way -> way(standing, way.outcome())).toList();
    }

    /** The first 32 bits of the MD5 of salt and member number, as a fraction, say which arm. */
    private void split(Standing standing, Node.Split split) {
        List<Integer> upTo = new ArrayList<>();
        int sum = 0;
        for (Node.Arm arm : split.arms().subList(0, split.arms().size() - 1)) {
            sum += arm.percent();
            upTo.add(sum);
        }
        moving.part(
                """
                SELECT ctid AS place, width_bucket(
                    ('x' || left(md5(:salt || ':' || member_no), 8))::bit(32)::bigint * 100.0 / 4294967296.0,
                    :bounds::numeric[]) + 1 AS arm
                FROM moving WHERE node = :node AND rest = 0
                """,
                Map.of("salt", split.salt(), "bounds", upTo.toArray(Integer[]::new)),
                standing.node(),
                ways(standing, split));
    }

    private void enter(Standing standing, Node.SubJourney sub, List<Way> through, Moment moment) {
        enrolment.fromParents(sub.journey(), standing.node(), sub.await(), moment);
        if (sub.await()) {
            postgres.sql("""
                            UPDATE moving SET rest = 1, due_at = NULL WHERE node = ? AND rest = 0
                              AND EXISTS (SELECT FROM journey_instance child WHERE child.parent = moving.id
                                          AND child.member_no = moving.member_no AND child.journey_id = ? AND child.ended = 0)
                            """).params(standing.node(), sub.journey()).update();
        }
        through.add(way(standing, Outcome.PASSED));
    }

    private Node node(Standing standing) {
        return Objects.requireNonNull(published.get(standing.version()).nodes().get(standing.node()));
    }

    private Way way(Standing standing, String outcome) {
        Published journey = published.get(standing.version());
        Node.Way way = node(standing).ways().stream()
                .filter(it -> it.outcome().equals(outcome))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("node " + standing.node() + " has no way " + outcome));
        return new Way(standing.node(), journey.next(way.next()), outcome);
    }
}
