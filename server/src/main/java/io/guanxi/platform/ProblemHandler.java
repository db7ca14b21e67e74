package io.guanxi.platform;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a request into an RFC 9457 problem with a stable {@code code}. */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Problem problem) {
        return ResponseEntity.status(problem.status()).body(problem.asDetail());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(RuntimeException bug) {
        if (bug.getClass().getName().startsWith("org.springframework.security.")) {
            throw bug; // Security answers these itself
        }
        Problem trouble = StoreTrouble.of(bug);
        if (trouble != null) {
            log.warn("a request could not be served: {}", bug.getMessage());
            return ResponseEntity.status(trouble.status())
                    .header(HttpHeaders.RETRY_AFTER, Integer.toString(StoreTrouble.RETRY_AFTER_SECONDS))
                    .body(trouble.asDetail());
        }
        if (StoreTrouble.isNoText(bug)) {
            return handle(Problem.badRequest(
                    "request.text", "A text of this request holds the character NUL, which cannot be kept."));
        }
        log.error("a request failed", bug);
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR, "The server failed; its log says why.");
        detail.setType(Problem.typeOf("internal"));
        detail.setProperty("code", "internal");
        return ResponseEntity.internalServerError().body(detail);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ResponseEntity<Object> answer = super.handleExceptionInternal(exception, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail detail) {
            String code = "request."
                    + HttpStatus.valueOf(status.value())
                            .name()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('_', '-');
            detail.setType(Problem.typeOf(code));
            detail.setProperty("code", code);
        }
        return answer;
    }
}
