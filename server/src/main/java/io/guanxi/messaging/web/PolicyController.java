package io.guanxi.messaging.web;

import io.guanxi.messaging.policy.Policies;
import io.guanxi.messaging.policy.PolicyTable.ReachPolicy;
import io.guanxi.messaging.policy.Rule;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The reach policy. */
@RestController
@RequestMapping("/api/reach-policy")
@Tag(name = "Messaging")
class PolicyController {

    private final Policies policies;

    PolicyController(Policies policies) {
        this.policies = policies;
    }

    /**
     * Rules somebody wants in force.
     *
     * @param version the version that was edited
     * @param rules in the order in which they are asked
     * @param note why, or null
     */
    record WantedPolicy(
            int version, List<Rule> rules, @Nullable String note) {}

    @GetMapping
    @Operation(summary = "The reach policy in force")
    ReachPolicy current() {
        return policies.current();
    }

    @PutMapping
    @Operation(summary = "Put rules into force; what waits is judged by them")
    ReachPolicy save(@RequestBody WantedPolicy wanted) {
        return policies.save(
                wanted.version(),
                Parameters.given("rules", wanted.rules()),
                Parameters.words("note", wanted.note(), 0, 1000));
    }

    @GetMapping("/versions")
    @Operation(summary = "Versions of the policy, the latest first")
    Page<ReachPolicy> versions() {
        return new Page<>(policies.versions(), null);
    }
}
