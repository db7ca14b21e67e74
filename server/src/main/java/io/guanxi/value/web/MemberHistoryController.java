package io.guanxi.value.web;

import io.guanxi.access.Audit;
import io.guanxi.identity.Identities;
import io.guanxi.platform.Parameters;
import io.guanxi.value.member.Histories;
import io.guanxi.value.member.History;
import io.guanxi.value.member.PeerFigures;
import io.guanxi.value.member.Peers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A member against their own past, and against others. */
@RestController
@RequestMapping("/api/members/{no}")
@Tag(name = "Members")
class MemberHistoryController {

    /** Ten years: a day costs what the member did before it, and one member's days are few. */
    private static final int MOST_WEEKS = 520;

    private final Histories histories;
    private final PeerFigures peers;
    private final Identities identities;
    private final Audit audit;

    MemberHistoryController(Histories histories, PeerFigures peers, Identities identities, Audit audit) {
        this.histories = histories;
        this.peers = peers;
        this.identities = identities;
        this.audit = audit;
    }

    @GetMapping("/history")
    @Operation(summary = "What the member was worth week by week, and every change of stage and layer")
    History history(@PathVariable int no, @RequestParam(defaultValue = "52") int weeks) {
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw Parameters.fault("weeks", "is " + weeks + "; it must be from 1 to " + MOST_WEEKS);
        }
        int live = live(no);
        audit.viewed("member:" + live);
        return histories.of(live, weeks);
    }

    @GetMapping("/peers")
    @Operation(summary = "The median member of the same stage, and the cells of RFM")
    Peers peers(@PathVariable int no) {
        return peers.of(live(no));
    }

    private int live(int no) {
        return identities.survivorOf(no).orElseThrow(() -> MemberController.unknown(no));
    }
}
