package io.guanxi.collect.imports;

import io.guanxi.platform.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Taking imports back, over HTTP. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class UndoController {

    private final Undos undos;

    UndoController(Undos undos) {
        this.undos = undos;
    }

    @PostMapping("/imports/{id}/undo")
    @Operation(
            summary = "Take back exactly the events that an import brought; the file may be imported again afterwards")
    ResponseEntity<Undo> undo(@PathVariable long id) {
        return ResponseEntity.accepted().body(undos.start(id));
    }

    @GetMapping("/imports/{id}/undo")
    @Operation(summary = "How far taking an import back has come")
    Undo undone(@PathVariable long id) {
        return undos.get(id);
    }

    @GetMapping("/import-undos")
    @Operation(summary = "Every import that is or was taken back, the newest first")
    Page<Undo> all() {
        return new Page<>(undos.all(), null);
    }
}
