package io.guanxi.messaging.web;

import io.guanxi.messaging.template.Preview;
import io.guanxi.messaging.template.Preview.TemplatePreview;
import io.guanxi.messaging.template.Template;
import io.guanxi.messaging.template.TemplateTable;
import io.guanxi.messaging.template.TemplateTable.TemplateVersion;
import io.guanxi.messaging.template.Templates;
import io.guanxi.messaging.template.Templates.Wish;
import io.guanxi.messaging.template.Wording;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Templates: what is said, with variables. */
@RestController
@RequestMapping("/api/templates")
@Tag(name = "Messaging")
class TemplateController {

    private final Templates templates;
    private final TemplateTable table;
    private final Preview preview;
    private final PreviewAudit audit;

    TemplateController(Templates templates, TemplateTable table, Preview preview, PreviewAudit audit) {
        this.templates = templates;
        this.table = table;
        this.preview = preview;
        this.audit = audit;
    }

    /**
     * What somebody wants to save.
     *
     * @param name 1 to 100 characters
     * @param channel a channel's name; a template stays on it
     * @param category a lower-case word to which caps and consents count it, e.g. {@code marketing}
     * @param note what it is for, or null
     * @param wording what it says
     * @param version the version that was edited; null for a new template
     */
    record WantedTemplate(
            String name,
            String channel,
            String category,
            @Nullable String note,
            Wording wording,
            @Nullable Integer version) {}

    /**
     * What somebody wants to see.
     *
     * @param channel a channel's name
     * @param wording what it says
     * @param memberNo for whom
     * @param values of the template's own variables
     */
    record WantedPreview(
            String channel,
            Wording wording,
            int memberNo,
            @Nullable Map<String, String> values) {}

    @GetMapping
    @Operation(summary = "Templates by channel and name")
    Page<Template> all() {
        return new Page<>(table.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Save a new template; refused where it could not be said on its channel")
    Template create(@RequestBody WantedTemplate wanted) {
        return templates.create(wish(wanted));
    }

    @GetMapping("/{id}")
    @Operation(summary = "A template")
    Template one(@PathVariable long id) {
        return templates.get(id);
    }

    @PutMapping("/{id}")
    @Operation(summary = "Save another version; what waits is said in its words")
    Template update(@PathVariable long id, @RequestBody WantedTemplate wanted) {
        if (wanted.version() == null) {
            throw Parameters.fault("version", "must say which version was edited");
        }
        return templates.update(id, wanted.version(), wish(wanted));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a template out of use; what was intended with it is still said")
    void delete(@PathVariable long id) {
        templates.delete(id);
    }

    @GetMapping("/{id}/versions")
    @Operation(summary = "What a template said, the latest first")
    Page<TemplateVersion> versions(@PathVariable long id) {
        templates.get(id);
        return new Page<>(table.versions(id), null);
    }

    @PostMapping("/preview")
    @Operation(summary = "What a member would read; personal data masked where the caller may not see them")
    TemplatePreview preview(@RequestBody WantedPreview wanted) {
        Wish wish = new Wish(
                "preview", Parameters.word("channel", wanted.channel()), "preview", "", whole(wanted.wording()));
        templates.check(wish);
        TemplatePreview seen = preview.of(wish, wanted.memberNo(), Values.of(wanted.values()));
        audit.looked(seen.memberNo());
        return seen;
    }

    private static Wish wish(WantedTemplate wanted) {
        return new Wish(
                Parameters.words("name", wanted.name(), 1, 100),
                Parameters.word("channel", wanted.channel()),
                Parameters.word("category", wanted.category()),
                Parameters.words("note", wanted.note(), 0, 1000),
                whole(wanted.wording()));
    }

    private static Wording whole(@Nullable Wording said) {
        Wording wording = Parameters.given("wording", said);
        return new Wording(
                wording.title() == null ? null : Parameters.words("title", wording.title(), 0, 10_000),
                unbroken("text", Parameters.given("text", wording.text())),
                wording.attachments(),
                wording.variables(),
                wording.url());
    }

    /** White space around a text is the writer's own. */
    private static String unbroken(String field, String text) {
        Parameters.words(field, text, 0, 100_000);
        return text;
    }
}
