package io.guanxi.collect.tracking;

import io.guanxi.platform.Problem;
import io.guanxi.platform.StoreTrouble;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells senders to come again. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PressureHandler {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(TooBusy busy) {
        return again(new Problem(
                HttpStatus.TOO_MANY_REQUESTS,
                "tracking.too-busy",
                "Too many events are waiting; nothing of this request was taken. Send it again after a second.",
                List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NotDurable failure) {
        Problem trouble = StoreTrouble.of(failure);
        return again(
                trouble != null
                        ? trouble
                        : new Problem(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "tracking.not-durable",
                                "The events could not be stored. Send them again with the same messageId.",
                                List.of()));
    }

    private static ResponseEntity<ProblemDetail> again(Problem problem) {
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem.asDetail());
    }
}
