package io.guanxi.tag.web;

import io.guanxi.platform.Parameters;
import io.guanxi.tag.carry.TagFile;
import io.guanxi.tag.carry.TagFileResult;
import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tags by file. */
@RestController
@RequestMapping("/api/tags")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Tags")
class TagFileController {

    private final TagFile file;

    TagFileController(TagFile file) {
        this.file = file;
    }

    @PostMapping(
            path = "/import",
            consumes = {"text/csv", "text/plain"})
    @Operation(summary = "Tag members by a CSV file with the columns kind, key, tag and, where needed, group")
    TagFileResult all(
            @RequestParam String name, @RequestParam(required = false) @Nullable Instant expiresAt, InputStream text) {
        return file.take(name(name), null, null, expiresAt, text);
    }

    @PostMapping(path = "/{tag}/tag/list", consumes = "text/plain")
    @Operation(summary = "Tag members by a list of identifiers of one kind, one a line")
    TagFileResult one(
            @PathVariable int tag,
            @RequestParam String name,
            @RequestParam String kind,
            @RequestParam(required = false) @Nullable Instant expiresAt,
            InputStream text) {
        return file.take(name(name), tag, Parameters.words("kind", kind, 1, 40), expiresAt, text);
    }

    private static String name(String name) {
        return Parameters.words("name", name, 1, 200);
    }
}
