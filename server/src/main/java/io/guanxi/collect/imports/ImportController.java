package io.guanxi.collect.imports;

import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/imports")
class ImportController {

    private static final int MOST = 200;

    private final Imports imports;
    private final Clock clock;

    ImportController(Imports imports, Clock clock) {
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * Takes a file, its map (text or file part), its source's name, and optionally encoding and format; with {@code trial=true}
     * it is only tried as a whole: what would become of each row.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Import> start(MultipartHttpServletRequest parts) throws IOException {
        MultipartFile file = file(parts);
        Import started = imports.start(request(parts, file), target -> file.transferTo(target.toFile()));
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + started.id()))
                .body(started);
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportPreview preview(MultipartHttpServletRequest parts) throws IOException, InterruptedException {
        MultipartFile file = file(parts);
        return imports.preview(request(parts, file), target -> file.transferTo(target.toFile()));
    }

    /** History, the newest first; with {@code state} only those that stand so, with {@code rejected} only those that refused rows. */
    @GetMapping
    Page<Import> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) Optional<String> cursor,
            @RequestParam(defaultValue = "") List<ImportState> state,
            @RequestParam(defaultValue = "false") boolean rejected) {
        return imports.list(
                Math.clamp(limit, 1, MOST),
                cursor.map(ImportController::position).orElse(Long.MAX_VALUE),
                state,
                rejected);
    }

    @GetMapping("/{id}")
    Import get(@PathVariable long id) {
        return imports.get(id);
    }

    /** Takes what was tried. */
    @PostMapping("/{id}/take")
    ResponseEntity<Import> take(@PathVariable long id) {
        return ResponseEntity.accepted().body(imports.take(id));
    }

    @PostMapping("/{id}/cancel")
    ResponseEntity<Import> cancel(@PathVariable long id) {
        return ResponseEntity.accepted().body(imports.cancel(id));
    }

    /** Rows that were not taken: line (where known), code, reason, raw. */
    @GetMapping(path = "/{id}/rejects", produces = "text/csv")
    ResponseEntity<Resource> rejects(@PathVariable long id) {
        Path file = imports.rejects(id);
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"rejects-" + id + ".csv\"")
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(new FileSystemResource(file));
    }

    private ImportRequest request(MultipartHttpServletRequest parts, MultipartFile file) throws IOException {
        String fileName = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        String source = text(parts, "source").strip();
        if (source.isEmpty() || source.length() > 100) {
            throw Problem.badRequest(
                    "import.source-missing",
                    "Name the source, in 1 to 100 characters: the shop or system it comes from.");
        }
        String encoding = text(parts, "encoding").strip();
        return new ImportRequest(
                source,
                fileName,
                InputFormat.of(text(parts, "format"), fileName),
                encoding.isEmpty() ? "UTF-8" : encoding,
                text(parts, "map"),
                clock.instant(),
                text(parts, "trial").strip().equals("true"));
    }

    private static MultipartFile file(MultipartHttpServletRequest parts) {
        MultipartFile file = parts.getFile("file");
        if (file == null) {
            throw Problem.badRequest("import.file-missing", "The request has no part called file.");
        }
        return file;
    }

    private static String text(MultipartHttpServletRequest parts, String name) throws IOException {
        MultipartFile file = parts.getFile(name);
        if (file != null) {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        }
        return Optional.ofNullable(parts.getParameter(name)).orElse("");
    }

    private static long position(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("request.cursor", "This cursor is none that a list answered.");
        }
    }
}
