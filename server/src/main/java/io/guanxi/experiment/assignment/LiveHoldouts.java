package io.guanxi.experiment.assignment;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.HoldoutNames;
import io.guanxi.experiment.HoldoutSubject;
import io.guanxi.experiment.HoldoutSubject.Kind;
import io.guanxi.experiment.Holdouts;
import io.guanxi.experiment.design.Arm;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Unit;
import io.guanxi.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holdouts of things are experiments with two arms; a worker has them too, so no mart is asked. */
@Component
public class LiveHoldouts implements Holdouts {

    private static final int DAYS = 90;
    private static final double SMALLEST_LIFT = 0.05;
    private static final int LONGEST_NAME = 100;

    private final ExperimentTable experiments;
    private final ExposureTable exposures;
    private final GlobalHoldout globalHoldout;
    private final ObjectProvider<HoldoutNames> names;
    private final CurrentUser currentUser;
    private final Audit audit;

    LiveHoldouts(
            ExperimentTable experiments,
            ExposureTable exposures,
            GlobalHoldout globalHoldout,
            ObjectProvider<HoldoutNames> names,
            CurrentUser currentUser,
            Audit audit) {
        this.experiments = experiments;
        this.exposures = exposures;
        this.globalHoldout = globalHoldout;
        this.names = names;
        this.currentUser = currentUser;
        this.audit = audit;
    }

    /**
     * Keeps a share back from now on. It cannot be changed, or its arms would not be comparable: stop it and open another.
     *
     * @param subject of what
     * @param share of members kept back, above 0 and below 1, e.g. 0.05
     * @return the experiment that it is
     */
    @Transactional
    public Experiment open(HoldoutSubject subject, double share) {
        if (!(share > 0 && share < 1)) {
            throw Problem.badRequest("experiment.share-invalid", "A holdout's share is above 0 and below 1.");
        }
        String name = names.orderedStream()
                .filter(known -> known.kind() == subject.kind())
                .flatMap(known -> known.of().apply(subject.number()).stream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound(
                        "experiment.subject-unknown",
                        "There is no " + subject.key().replace(':', ' ') + "."));
        Design design = new Design(
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                "",
                Unit.MEMBER,
                List.of(
                        new Arm(Assignments.HELD_OUT, Assignments.HELD_OUT, share),
                        new Arm(Assignments.TREATED, Assignments.TREATED, 1 - share)),
                null,
                null,
                1,
                List.of(),
                DAYS,
                SMALLEST_LIFT,
                null);
        long id = experiments
                .open(subject.key(), design, currentUser.actor().name())
                .orElseThrow(() -> Problem.conflict(
                        "experiment.holdout-runs",
                        "A share of the members is kept back of this already; stop that holdout first."));
        audit.record("holdout.opened", subject.key(), Map.of("experiment", id, "share", share));
        return experiments.find(id).orElseThrow();
    }

    /**
     * {@return the holdouts of a thing, the latest first}
     *
     * @param subject of what
     */
    public List<Experiment> of(HoldoutSubject subject) {
        return experiments.ofSubject(subject.key());
    }

    @Override
    public Set<Long> running(Kind kind) {
        return experiments.runningSubjects(HoldoutSubject.prefix(kind));
    }

    @Override
    @Transactional
    public RoaringBitmap admit(HoldoutSubject subject, RoaringBitmap members, Instant at) {
        return members.isEmpty()
                ? members
                : experiments
                        .runningOf(subject.key())
                        .map(experiment -> divided(experiment, members, at))
                        .orElse(members);
    }

    private RoaringBitmap divided(Experiment experiment, RoaringBitmap members, Instant at) {
        List<RoaringBitmap> arms =
                experiment.split().divide(RoaringBitmap.andNot(members, globalHoldout.heldOut(members)));
        for (int arm = 0; arm < arms.size(); arm++) {
            exposures.insert(experiment.id(), arm, null, arms.get(arm), at);
        }
        return RoaringBitmap.andNot(members, arms.getFirst());
    }
}
