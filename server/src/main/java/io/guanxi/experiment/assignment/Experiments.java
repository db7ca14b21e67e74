package io.guanxi.experiment.assignment;

import io.guanxi.access.Audit;
import io.guanxi.access.CurrentUser;
import io.guanxi.audience.AudienceMembership;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.assignment.Experiment.Slice;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Unit;
import io.guanxi.platform.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plans, starts and stops experiments. What runs cannot be changed, only stopped. */
@Component
public class Experiments {

    private final ExperimentTable table;
    private final Assignments assignments;
    private final AudienceMembership audiences;
    private final Standings standings;
    private final CurrentUser currentUser;
    private final Audit audit;
    private final Clock clock;

    Experiments(
            ExperimentTable table,
            Assignments assignments,
            AudienceMembership audiences,
            Standings standings,
            CurrentUser currentUser,
            Audit audit,
            Clock clock) {
        this.table = table;
        this.assignments = assignments;
        this.audiences = audiences;
        this.standings = standings;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** {@return all, the latest first} */
    public List<Experiment> all() {
        return table.all();
    }

    /**
     * {@return one}
     *
     * @param id its number
     */
    public Experiment get(long id) {
        return table.find(id).orElseThrow(() -> unknown(id));
    }

    /**
     * Keeps a plan.
     *
     * @param design what is planned
     * @return the draft
     */
    @Transactional
    public Experiment plan(Design design) {
        check(design);
        long id = table.insert(design, currentUser.actor().name());
        audit.record("experiment.planned", "experiment:" + id, Map.of());
        return get(id);
    }

    /**
     * Changes a plan, as long as it does not run.
     *
     * @param id which
     * @param design what is planned now
     * @return the draft
     */
    @Transactional
    public Experiment replan(long id, Design design) {
        table.lock();
        requireState(
                id,
                State.DRAFT,
                "experiment.runs-already",
                "what runs cannot be changed, or its arms would not be comparable; stop it and plan another");
        check(design);
        table.redesign(id, design);
        audit.record("experiment.replanned", "experiment:" + id, Map.of());
        return get(id);
    }

    /**
     * Starts: takes a part of its layer, and notes the audience of today as meant, or every member where there is none.
     *
     * @param id which
     * @return how it stands
     */
    @Transactional
    public Experiment start(long id) {
        table.lock();
        Design design = requireState(id, State.DRAFT, "experiment.not-draft", "only a draft can be started")
                .design();
        table.start(id, slice(design));
        if (design.unit() == Unit.MEMBER) {
            Long audience = design.audience();
            RoaringBitmap members = audience == null
                    ? standings.everybody()
                    : audiences.members(audience).orElseGet(RoaringBitmap::new);
            assignments.intend(id, members, clock.instant());
        }
        audit.record("experiment.started", "experiment:" + id, Map.of());
        return get(id);
    }

    /**
     * Stops exposing.
     *
     * @param id which
     * @return how it stands
     */
    @Transactional
    public Experiment stop(long id) {
        table.lock();
        requireState(id, State.RUNNING, "experiment.not-running", "only a running experiment can be stopped");
        table.stop(id);
        audit.record("experiment.stopped", "experiment:" + id, Map.of());
        return get(id);
    }

    /**
     * Forgets a draft.
     *
     * @param id which
     */
    @Transactional
    public void delete(long id) {
        table.lock();
        requireState(id, State.DRAFT, "experiment.not-draft", "only a draft can be deleted; what ran stays to be read");
        table.delete(id);
        audit.record("experiment.deleted", "experiment:" + id, Map.of());
    }

    /**
     * Fixes at how many units the verdict is to be sharpest, unless that is fixed already.
     *
     * @param id which
     * @param intended whether of the intended, else of the exposed
     * @param units of all arms together
     * @return what is fixed
     */
    public long planUnits(long id, boolean intended, long units) {
        return table.planUnits(id, intended, units);
    }

    private Slice slice(Design design) {
        String layer = design.layer();
        if (layer == null) {
            return new Slice(0, Slice.ALL);
        }
        List<Experiment> others = table.inLayer(layer);
        if (others.stream().anyMatch(other -> other.design().unit() != design.unit())) {
            throw Problem.conflict(
                    "experiment.layer-other-unit",
                    "Layer “" + layer + "” is divided by "
                            + (design.unit() == Unit.MEMBER ? "communities" : "members")
                            + " now, so that members could be in two experiments of it; take another layer.");
        }
        int width = Math.max(1, (int) Math.round(design.layerShare() * Slice.ALL));
        return Layers.free(others.stream().map(Experiment::slice).toList(), width)
                .orElseThrow(() -> Problem.conflict(
                        "experiment.layer-full",
                        "Layer “" + layer
                                + "” has not so much room left; stop an experiment in it or take a smaller share."));
    }

    private void check(Design design) {
        Long audience = design.audience();
        if (audience != null && audiences.members(audience).isEmpty()) {
            throw Problem.badRequest("experiment.audience-unknown", "There is no audience " + audience + ".");
        }
    }

    private Experiment requireState(long id, State state, String code, String why) {
        Experiment experiment = get(id);
        if (experiment.state() != state) {
            throw Problem.conflict(code, "Experiment " + id + " is " + experiment.state() + ": " + why + ".");
        }
        return experiment;
    }

    static Problem unknown(long id) {
        return Problem.notFound("experiment.unknown", "There is no experiment " + id + ".");
    }
}
