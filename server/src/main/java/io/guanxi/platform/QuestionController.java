package io.guanxi.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ends questions that are still being answered, whichever module answers them. */
@RestController
@RequestMapping("/api/questions")
@Tag(name = "Questions")
class QuestionController {

    private final RunningQuestions questions;

    QuestionController(RunningQuestions questions) {
        this.questions = questions;
    }

    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Cancel the question that was asked with this token and is still being answered")
    void cancel(@PathVariable String token) {
        questions.cancel(token);
    }
}
