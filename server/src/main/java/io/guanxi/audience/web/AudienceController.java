package io.guanxi.audience.web;

import io.guanxi.audience.AudienceUses.AudienceUse;
import io.guanxi.audience.engine.Engine;
import io.guanxi.audience.expression.Expression;
import io.guanxi.audience.expression.Sentence;
import io.guanxi.audience.live.ListUpload;
import io.guanxi.audience.live.Memberships;
import io.guanxi.audience.live.SavedAudiences;
import io.guanxi.audience.store.AudienceRow;
import io.guanxi.audience.store.AudienceTable;
import io.guanxi.audience.store.AudienceTable.Wish;
import io.guanxi.audience.store.ListTable;
import io.guanxi.audience.store.ListTable.UploadedList;
import io.guanxi.audience.store.MembershipTable;
import io.guanxi.audience.store.MembershipTable.AudienceTrend;
import io.guanxi.identity.MemberFacts;
import io.guanxi.mart.Mart;
import io.guanxi.platform.Bounds;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.guanxi.platform.Problem;
import io.guanxi.platform.RunningQuestions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Saved audiences, and lists of members. */
@RestController
@RequestMapping("/api/audiences")
@Tag(name = "Audiences")
class AudienceController {

    private static final Duration LONGEST_UPLOAD = Duration.ofMinutes(5);

    private final SavedAudiences audiences;
    private final AudienceTable table;
    private final Memberships memberships;
    private final ListUpload upload;
    private final ListTable lists;
    private final MembershipTable trends;
    private final Engine engine;
    private final Mart mart;
    private final MemberFacts facts;
    private final RunningQuestions questions;

    AudienceController(
            SavedAudiences audiences,
            AudienceTable table,
            Memberships memberships,
            ListUpload upload,
            ListTable lists,
            MembershipTable trends,
            Engine engine,
            Mart mart,
            MemberFacts facts,
            RunningQuestions questions) {
        this.audiences = audiences;
        this.table = table;
        this.memberships = memberships;
        this.upload = upload;
        this.lists = lists;
        this.trends = trends;
        this.engine = engine;
        this.mart = mart;
        this.facts = facts;
        this.questions = questions;
    }

    /**
     * What somebody wants to save.
     *
     * @param name 1 to 100 characters
     * @param note what it is for, or null
     * @param folder where it lies, or null
     * @param expression what it asks
     * @param version the version that was edited; null for a new audience
     * @param why it was changed, or null
     */
    record WantedAudience(
            String name,
            @Nullable String note,
            @Nullable String folder,
            @Schema(implementation = Expression.class) JsonNode expression,
            @Nullable Integer version,
            @Nullable String why) {}

    /**
     * One version of what an audience asks.
     *
     * @param version counted from 1
     * @param expression what it asked
     * @param sentence the same in words
     * @param note why it was changed
     * @param createdBy by whom
     * @param createdAt when
     */
    record AudienceVersion(
            int version, Expression expression, Sentence sentence, String note, String createdBy, Instant createdAt) {}

    @GetMapping
    @Operation(summary = "Saved audiences by folder and name; q looks in names and notes")
    Page<AudienceSummary> page(
            @RequestParam(required = false) @Nullable String folder,
            @RequestParam(required = false) @Nullable String q) {
        Map<Long, List<AudienceUse>> uses = audiences.uses();
        String sought = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return new Page<>(
                audiences.all().stream()
                        .filter(row -> folder == null
                                || row.folder().equals(folder)
                                || row.folder().startsWith(folder + "/"))
                        .filter(row -> (row.name() + "\n" + row.note())
                                .toLowerCase(Locale.ROOT)
                                .contains(sought))
                        .map(row -> AudienceSummary.of(
                                row, memberships.of(row.id()), uses.getOrDefault(row.id(), List.of())))
                        .toList(),
                null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a new audience")
    AudienceSummary create(@RequestBody WantedAudience wanted) {
        return summary(audiences.create(wish(wanted)));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A saved audience")
    AudienceSummary one(@PathVariable long id) {
        return summary(audiences.get(id));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Save another version; refused where somebody saved one meanwhile")
    AudienceSummary update(@PathVariable long id, @RequestBody WantedAudience wanted) {
        if (wanted.version() == null) {
            throw Problem.badRequest("audience.version-missing", "Say which version was edited.");
        }
        return summary(audiences.update(id, wanted.version(), wish(wanted)));
    }

    /**
     * Whose an audience is to be.
     *
     * @param owner a user's name
     */
    record WantedOwner(@Nullable String owner) {}

    @PutMapping("/{id}/owner")
    @Operation(summary = "Give an audience to another user; what it asks, and its version, stay")
    AudienceSummary give(@PathVariable long id, @RequestBody WantedOwner wanted) {
        return summary(audiences.give(id, words("owner", wanted.owner(), 1, 100)));
    }

    /**
     * Who can own audiences.
     *
     * @param name the user's name
     */
    record AudienceOwner(String name) {}

    @GetMapping("/owners")
    @Operation(summary = "Users who can own an audience: those who may see audiences")
    Page<AudienceOwner> owners() {
        return new Page<>(audiences.owners().stream().map(AudienceOwner::new).toList(), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete an audience that nothing uses")
    void delete(@PathVariable long id) {
        audiences.delete(id);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "What an audience asked, the latest first")
    Page<AudienceVersion> versions(@PathVariable long id) {
        audiences.get(id);
        return new Page<>(
                table.versions(id).stream()
                        .map(it -> new AudienceVersion(
                                it.version(),
                                it.expression(),
                                Sentence.of(it.expression()),
                                it.note(),
                                it.createdBy(),
                                it.createdAt()))
                        .toList(),
                null);
    }

    @GetMapping("/{id}/uses")
    @Operation(
            summary = "What uses an audience: audiences that ask for it, tags it keeps current, journeys, experiments")
    Page<AudienceUse> uses(@PathVariable long id) {
        audiences.get(id);
        return new Page<>(audiences.uses().getOrDefault(id, List.of()), null);
    }

    @PostMapping(path = "/lists", consumes = "text/plain")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Upload a list of identifiers, one a line; the members found are kept, the list is not")
    UploadedList upload(
            @RequestParam String name,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String token,
            InputStream text) {
        String called = words("name", name, 1, 100);
        Bounds limit = new Bounds(LONGEST_UPLOAD, ListUpload.BOUNDED);
        return questions.ask(token, limit, () -> upload.take(called, kind, text, limit));
    }

    @GetMapping("/lists")
    @Operation(summary = "Uploaded lists, the latest first")
    Page<UploadedList> lists() {
        return new Page<>(lists.all(), null);
    }

    @GetMapping("/trends")
    @Operation(summary = "How many were in each audience at the end of the last days")
    Page<AudienceTrend> trends(@RequestParam(defaultValue = "30") int days) {
        LocalDate today = engine.version().today();
        return new Page<>(trends.trends(today.minusDays(Math.clamp(days, 1, 400) - 1L)), null);
    }

    /**
     * Words that this brand's data give to conditions; names of events, their properties and communities have lists of their
     * own.
     *
     * @param channels by which members came, the most frequent first
     * @param traits names of traits, likewise
     * @param consents channels of consent, likewise
     */
    record AudienceVocabulary(List<String> channels, List<String> traits, List<String> consents) {}

    @GetMapping("/vocabulary")
    @Operation(summary = "Words that conditions can use: channels, traits, consents")
    AudienceVocabulary vocabulary() {
        return new AudienceVocabulary(
                mart.sql().sql("""
                                SELECT channel FROM member WHERE channel IS NOT NULL
                                GROUP BY channel ORDER BY count(*) DESC, channel LIMIT 200""").query(String.class).list(), facts.traitNames(), facts.consentChannels());
    }

    private AudienceSummary summary(AudienceRow row) {
        return AudienceSummary.of(
                row, memberships.of(row.id()), audiences.uses().getOrDefault(row.id(), List.of()));
    }

    private static Wish wish(WantedAudience wanted) {
        return new Wish(
                words("name", wanted.name(), 1, 100),
                words("note", wanted.note(), 0, 1000),
                words("folder", wanted.folder(), 0, 200),
                PreviewController.expression(wanted.expression()),
                words("why", wanted.why(), 0, 1000));
    }

    private static String words(String field, @Nullable String text, int least, int most) {
        String stripped = text == null ? "" : text.strip();
        if (stripped.length() < least || stripped.length() > most || stripped.indexOf('\0') >= 0) {
            throw Parameters.fault(field, "must have " + least + " to " + most + " characters");
        }
        return stripped;
    }
}
