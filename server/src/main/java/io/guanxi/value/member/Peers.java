package io.guanxi.value.member;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom a member is compared with.
 *
 * @param no number
 * @param median the middle member of the same stage, or null where the last run did not know the member
 * @param cells how many buyers stand in each cell of RFM; empty cells are left out
 */
public record Peers(int no, @Nullable Median median, List<Cell> cells) {

    /** Copies the list. */
    public Peers {
        cells = List.copyOf(cells);
    }

    /**
     * Half of the members of a stage have no more than this of each figure.
     *
     * @param stage AIPL stage
     * @param members how many stand in it
     * @param value 0 to 100
     * @param consumption 0 to 100
     * @param content 0 to 100
     * @param interaction 0 to 100
     * @param social 0 to 100
     */
    public record Median(
            String stage,
            long members,
            double value,
            double consumption,
            double content,
            double interaction,
            double social) {}

    /**
     * A cell of RFM.
     *
     * @param r 1 to 5
     * @param f 1 to 5
     * @param m 1 to 5
     * @param members buyers in it
     * @param monetary what they spent in the window
     */
    @Schema(name = "PeersCell")
    public record Cell(int r, int f, int m, long members, BigDecimal monetary) {}
}
