package io.guanxi.messaging.web;

import io.guanxi.access.Audit;
import io.guanxi.access.Masking;
import io.guanxi.identity.Identities;
import io.guanxi.messaging.outbox.BlockTable;
import io.guanxi.messaging.outbox.BlockTable.MessageBlock;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whom a channel's provider cannot or may not reach, and the way back for who was blocked by mistake. */
@RestController
@RequestMapping("/api/messages/blocks")
@Tag(name = "Messaging")
class BlockController {

    private final BlockTable blocks;
    private final Identities identities;
    private final Masking masking;
    private final TransactionOperations transaction;
    private final Audit audit;

    BlockController(
            BlockTable blocks, Identities identities, Masking masking, TransactionOperations transaction, Audit audit) {
        this.blocks = blocks;
        this.identities = identities;
        this.masking = masking;
        this.transaction = transaction;
        this.audit = audit;
    }

    @GetMapping
    @Operation(summary = "On which channels a member is blocked, the latest first")
    Page<MessageBlock> of(@RequestParam int member) {
        return new Page<>(
                blocks.of(numbers(member)).stream()
                        .map(block -> new MessageBlock(
                                block.memberNo(),
                                block.channel(),
                                block.everyAddress(),
                                masking.text(block.reason()),
                                block.since()))
                        .toList(),
                null);
    }

    @DeleteMapping("/{channel}/{member}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a member's block on a channel; what is intended from now on is said")
    void lift(@PathVariable String channel, @PathVariable int member) {
        transaction.executeWithoutResult(_ -> {
            if (!blocks.lift(numbers(member), channel)) {
                throw Problem.notFound("block.unknown", "Member " + member + " is not blocked on " + channel + ".");
            }
            audit.record("message.block-lifted", "member:" + member, Map.of("channel", channel));
        });
    }

    private Set<Integer> numbers(int member) {
        int survivor = identities.survivorOf(member).orElse(member);
        Set<Integer> numbers =
                new HashSet<>(identities.mergedInto(List.of(survivor)).keySet());
        numbers.add(survivor);
        return numbers;
    }
}
