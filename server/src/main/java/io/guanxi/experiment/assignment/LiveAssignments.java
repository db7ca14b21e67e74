package io.guanxi.experiment.assignment;

import io.guanxi.audience.AudienceMembership;
import io.guanxi.experiment.Assignments;
import io.guanxi.experiment.GlobalHoldout;
import io.guanxi.experiment.Split;
import io.guanxi.experiment.design.Arm;
import io.guanxi.experiment.design.Design;
import io.guanxi.experiment.design.Unit;
import io.guanxi.platform.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Arms by hash; first exposures in PostgreSQL. */
@Component
class LiveAssignments implements Assignments {

    private final ExperimentTable experiments;
    private final ExposureTable exposures;
    private final GlobalHoldout globalHoldout;
    private final AudienceMembership audiences;

    LiveAssignments(
            ExperimentTable experiments,
            ExposureTable exposures,
            GlobalHoldout globalHoldout,
            AudienceMembership audiences) {
        this.experiments = experiments;
        this.exposures = exposures;
        this.globalHoldout = globalHoldout;
        this.audiences = audiences;
    }

    @Override
    public Map<String, RoaringBitmap> assign(long id, RoaringBitmap members) {
        Experiment experiment = running(id, Unit.MEMBER);
        return byArm(experiment, divide(experiment, members));
    }

    @Override
    @Transactional
    public Map<String, RoaringBitmap> admit(long id, RoaringBitmap members, Instant at) {
        return ofMembers(id)
                .filter(experiment -> experiment.state() == State.RUNNING)
                .map(experiment -> {
                    List<RoaringBitmap> divided = divide(experiment, members);
                    expose(id, divided, at);
                    return byArm(experiment, divided);
                })
                .orElse(Map.of());
    }

    @Override
    public Map<String, RoaringBitmap> foresee(long id, RoaringBitmap members) {
        return ofMembers(id)
                .map(experiment -> byArm(experiment, divide(experiment, members)))
                .orElse(Map.of());
    }

    @Override
    public Optional<Plan> plan(long id) {
        return experiments.find(id).filter(it -> it.subject() == null).map(experiment -> {
            Design design = experiment.design();
            return new Plan(
                    design.name(),
                    design.unit() == Unit.MEMBER,
                    experiment.state() == State.STOPPED,
                    design.arms().stream().map(Arm::key).toList());
        });
    }

    @Override
    public Map<String, List<String>> assignCommunities(long id, List<String> communities) {
        Experiment experiment = running(id, Unit.COMMUNITY);
        Map<String, List<String>> arms = new LinkedHashMap<>();
        experiment.design().arms().forEach(arm -> arms.put(arm.key(), new ArrayList<>()));
        Split split = experiment.split();
        for (String community : communities) {
            if (inSlice(experiment, community)) {
                String arm =
                        experiment.design().arms().get(split.armOf(community)).key();
                arms.getOrDefault(arm, List.of()).add(community);
            }
        }
        return arms;
    }

    @Override
    @Transactional
    public long expose(long id, RoaringBitmap members, Instant at) {
        Experiment experiment = running(id, Unit.MEMBER);
        return expose(id, divide(experiment, members), at);
    }

    @Override
    @Transactional
    public long exposeCommunities(long id, Map<String, RoaringBitmap> communities, Instant at) {
        Experiment experiment = running(id, Unit.COMMUNITY);
        Split split = experiment.split();
        List<Long> others = othersOfLayer(experiment);
        long first = 0;
        for (Map.Entry<String, RoaringBitmap> community : new TreeMap<>(communities).entrySet()) {
            String key = community.getKey();
            if (inSlice(experiment, key)) {
                RoaringBitmap members =
                        RoaringBitmap.andNot(community.getValue(), globalHoldout.heldOut(community.getValue()));
                members.andNot(exposures.exposedIn(others, members));
                int arm = split.armOf(key);
                first += exposures.insert(id, arm, key, members, at);
                exposures.noteOtherArm(id, arm, members);
            }
        }
        return first;
    }

    /** Of communities: their slices lie apart, but a member may belong to communities of two slices. */
    private List<Long> othersOfLayer(Experiment experiment) {
        String layer = experiment.design().layer();
        return layer == null
                ? List.of()
                : experiments.inLayer(layer).stream()
                        .map(Experiment::id)
                        .filter(id -> id != experiment.id())
                        .toList();
    }

    @Override
    @Transactional
    public void intend(long id, RoaringBitmap members, Instant at) {
        Experiment experiment = running(id, Unit.MEMBER);
        List<RoaringBitmap> divided = divide(experiment, members);
        for (int arm = 0; arm < divided.size(); arm++) {
            if (!divided.get(arm).isEmpty()) {
                exposures.intend(id, arm, divided.get(arm), at);
            }
        }
    }

    private long expose(long id, List<RoaringBitmap> divided, Instant at) {
        long first = 0;
        for (int arm = 0; arm < divided.size(); arm++) {
            first += exposures.insert(id, arm, null, divided.get(arm), at);
        }
        return first;
    }

    private static Map<String, RoaringBitmap> byArm(Experiment experiment, List<RoaringBitmap> divided) {
        Map<String, RoaringBitmap> arms = new LinkedHashMap<>();
        for (int arm = 0; arm < divided.size(); arm++) {
            arms.put(experiment.design().arms().get(arm).key(), divided.get(arm));
        }
        return arms;
    }

    private Optional<Experiment> ofMembers(long id) {
        return experiments
                .find(id)
                .filter(it -> it.subject() == null && it.design().unit() == Unit.MEMBER);
    }

    private List<RoaringBitmap> divide(Experiment experiment, RoaringBitmap members) {
        RoaringBitmap in = RoaringBitmap.andNot(members, globalHoldout.heldOut(members));
        Long audience = experiment.design().audience();
        if (audience != null) {
            in.and(audiences.members(audience).orElseGet(RoaringBitmap::new));
        }
        String layer = experiment.design().layer();
        if (layer != null && experiment.state() != State.DRAFT) {
            in = Layers.split(layer, experiment.slice()).divide(in).get(1);
        }
        return experiment.split().divide(in);
    }

    private static boolean inSlice(Experiment experiment, String unit) {
        String layer = experiment.design().layer();
        return layer == null || Layers.contains(layer, experiment.slice(), unit);
    }

    private Experiment running(long id, Unit unit) {
        Experiment experiment = experiments.find(id).orElseThrow(() -> Experiments.unknown(id));
        if (experiment.state() != State.RUNNING) {
            throw Problem.conflict("experiment.not-running", "Experiment " + id + " does not run.");
        }
        if (experiment.design().unit() != unit) {
            throw Problem.conflict(
                    "experiment.other-unit",
                    "Experiment " + id + " assigns "
                            + (unit == Unit.MEMBER ? "whole communities, not members." : "members, not communities."));
        }
        return experiment;
    }
}
