package io.guanxi.workbench.tasks;

import io.guanxi.access.Audit;
import io.guanxi.access.Colleagues;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How many tasks guides are given a day. */
@RestController
@RequestMapping("/api/workbench/workload")
@Tag(name = "Workbench")
class WorkloadController {

    private final WorkloadTable workload;
    private final Colleagues colleagues;
    private final Audit audit;
    private final TransactionOperations transaction;

    WorkloadController(WorkloadTable workload, Colleagues colleagues, Audit audit, TransactionOperations transaction) {
        this.workload = workload;
        this.colleagues = colleagues;
        this.audit = audit;
        this.transaction = transaction;
    }

    @GetMapping
    @Operation(summary = "How many tasks guides are given a day")
    Workload workload() {
        return workload.get();
    }

    @PutMapping
    @Operation(
            summary =
                    "Set how many tasks guides are given a day, and where the others go; for tasks opened from now on")
    Workload limit(@RequestBody Workload limits) {
        if (limits.overflow() == null
                || outside(limits.tasksADay(), 1)
                || limits.guides().stream().anyMatch(it -> outside(it.tasksADay(), 0))) {
            throw Problem.badRequest(
                    "workbench.workload", "A limit is 1 to " + Workload.MOST + " tasks a day, a guide's own from 0.");
        }
        Set<String> names = Set.copyOf(colleagues.names());
        for (Workload.GuideLimit guide : limits.guides()) {
            if (guide.guide() == null || !names.contains(guide.guide())) {
                throw Problem.badRequest(
                        "workbench.guide-unknown", "There is no user with the name “" + guide.guide() + "”.");
            }
        }
        if (limits.guides().stream().map(Workload.GuideLimit::guide).distinct().count()
                < limits.guides().size()) {
            throw Problem.badRequest("workbench.workload", "A guide has one limit.");
        }
        transaction.executeWithoutResult(_ -> {
            workload.set(limits);
            audit.record(
                    "workload.changed",
                    "workload",
                    Map.of(
                            "tasksADay", limits.tasksADay() == null ? 0 : limits.tasksADay(),
                            "overflow", limits.overflow().name(),
                            "guides", limits.guides().size()));
        });
        return workload.get();
    }

    private static boolean outside(@Nullable Integer limit, int least) {
        return limit != null && (limit < least || limit > Workload.MOST);
    }
}
