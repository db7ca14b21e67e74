package io.guanxi.workbench.tasks;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many tasks guides are given a day. A guide's open tasks and those done today fill day after day, in the order in which they
 * came. Tasks that are nobody's, handed over or taken are not limited: there a person decides.
 *
 * @param tasksADay of every guide, 1 to 1,000, or null: as many as come
 * @param overflow where a task goes that is over
 * @param guides those with a limit of their own
 */
record Workload(@Nullable Integer tasksADay, Overflow overflow, List<GuideLimit> guides) {

    static final int MOST = 1000;

    /** Copies the list. */
    Workload {
        guides = guides == null ? List.of() : List.copyOf(guides);
    }

    /** Where a task goes that is over a guide's day. */
    @Schema(name = "WorkloadOverflow")
    enum Overflow {
        /** The guide's next day with room. */
        NEXT_DAY,
        /** Whoever has the most room today; where nobody has any, the guide's next day with room. */
        OTHER_GUIDE
    }

    /**
     * A guide's own limit.
     *
     * @param guide user name
     * @param tasksADay 0 to 1,000; 0: none for now, all of theirs are nobody's
     */
    @Schema(name = "GuideLimit")
    record GuideLimit(String guide, int tasksADay) {}
}
