package io.guanxi.value.web;

import io.guanxi.access.CurrentUser;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.value.views.MemberView;
import io.guanxi.value.views.MemberViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved lists of members: one's own, and those which others share. */
@RestController
@RequestMapping("/api/members/views")
@Tag(name = "Members")
class MemberViewController {

    private static final int LONGEST = 500;

    /** The parameters of the list, besides its place, and its columns. */
    private static final Set<String> KNOWN = Stream.concat(
                    Arrays.stream(MemberParameters.class.getRecordComponents()).map(RecordComponent::getName),
                    Stream.of("columns"))
            .filter(name -> !name.equals("cursor") && !name.equals("limit"))
            .collect(Collectors.toUnmodifiableSet());

    private final MemberViews views;
    private final CurrentUser currentUser;

    MemberViewController(MemberViews views, CurrentUser currentUser) {
        this.views = views;
        this.currentUser = currentUser;
    }

    record ViewWish(
            @NotBlank @Size(max = 80) String name, @NotNull Map<String, String> query, boolean shared) {}

    @GetMapping
    @Operation(summary = "Saved lists of members: the caller's own, then the shared ones")
    Page<MemberView> all() {
        return new Page<>(views.seenBy(owner()), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a list of members under a name")
    MemberView add(@RequestBody @Valid ViewWish wish) {
        wish.query().forEach((name, value) -> {
            if (!KNOWN.contains(name) || value.length() > LONGEST) {
                throw Parameters.fault("query." + name, "is no parameter of the list, or is too long");
            }
        });
        return views.add(owner(), wish.name().strip(), wish.query(), wish.shared())
                .orElseThrow(() ->
                        Problem.conflict("member-view.exists", "You have a list of this name; take another name."));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a saved list of one's own")
    void remove(@PathVariable long id) {
        if (!views.remove(owner(), id)) {
            throw Problem.notFound("member-view.unknown", "You have no saved list of this number.");
        }
    }

    private String owner() {
        return currentUser.actor().name();
    }
}
