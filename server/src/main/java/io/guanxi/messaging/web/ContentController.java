package io.guanxi.messaging.web;

import io.guanxi.messaging.Content;
import io.guanxi.messaging.template.ContentTable.ContentItem;
import io.guanxi.messaging.template.Contents;
import io.guanxi.platform.Page;
import io.guanxi.platform.Parameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The content library. */
@RestController
@RequestMapping("/api/contents")
@Tag(name = "Messaging")
class ContentController {

    private final Contents contents;

    ContentController(Contents contents) {
        this.contents = contents;
    }

    /**
     * A piece somebody wants to keep.
     *
     * @param name 1 to 100 characters
     * @param content what it is
     */
    record WantedContent(String name, Content content) {}

    @GetMapping
    @Operation(summary = "The content library by name")
    Page<ContentItem> all() {
        return new Page<>(contents.all(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add a piece to the library")
    ContentItem create(@RequestBody WantedContent wanted) {
        return contents.create(
                Parameters.words("name", wanted.name(), 1, 100), Parameters.given("content", wanted.content()));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Change a piece, in all templates that use it")
    ContentItem update(@PathVariable long id, @RequestBody WantedContent wanted) {
        return contents.update(
                id, Parameters.words("name", wanted.name(), 1, 100), Parameters.given("content", wanted.content()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a piece out of the library; templates that use it still say it")
    void delete(@PathVariable long id) {
        contents.delete(id);
    }
}
