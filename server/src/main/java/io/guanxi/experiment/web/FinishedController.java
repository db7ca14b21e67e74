package io.guanxi.experiment.web;

import io.guanxi.collect.FileMaps.BrokenLine;
import io.guanxi.collect.FileMaps.Wanted;
import io.guanxi.experiment.analysis.Judging;
import io.guanxi.experiment.finished.FinishedExperiment;
import io.guanxi.experiment.finished.FinishedExperiments;
import io.guanxi.experiment.finished.FinishedExperiments.Request;
import io.guanxi.experiment.report.DayInputs;
import io.guanxi.experiment.report.Report.EffectInputs;
import io.guanxi.experiment.report.ReportText;
import io.guanxi.platform.Page;
import io.guanxi.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Finished experiments that come as a file. */
@RestController
@RequestMapping("/api/experiments/finished")
@Tag(name = "Experiments")
class FinishedController {

    private static final String DEFAULT_WINSOR = "0.999";

    private final FinishedExperiments experiments;

    FinishedController(FinishedExperiments experiments) {
        this.experiments = experiments;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary =
                    "Analyse a file: parts file and map, optionally name, control, weights (a=1,b=2), winsor (0.999; none),"
                            + " lessIsBetter, guardRails, told, money (names of metrics, with commas), smallestLift (0.05), format, encoding")
    FinishedExperiment analyse(MultipartHttpServletRequest parts) throws IOException {
        MultipartFile file = parts.getFile("file");
        if (file == null) {
            throw Problem.badRequest("import.file-missing", "The request has no part called file.");
        }
        String fileName = Optional.ofNullable(file.getOriginalFilename()).orElse("upload");
        String name = text(parts, "name");
        Request request = new Request(
                name.isEmpty() ? fileName.substring(0, Math.min(100, fileName.length())) : name,
                emptyToNull(text(parts, "control")),
                weights(text(parts, "weights")),
                winsor(text(parts, "winsor")),
                new Judging(
                        words(text(parts, "lessIsBetter")),
                        words(text(parts, "guardRails")),
                        words(text(parts, "told")),
                        words(text(parts, "money")),
                        smallestLift(text(parts, "smallestLift"))));
        if (request.name().indexOf(0) >= 0 || fileName.indexOf(0) >= 0) {
            throw Problem.badRequest("experiment.name-invalid", "A name has a character that no text has.");
        }
        if (request.name().length() > 100) {
            throw Problem.badRequest("experiment.name-too-long", "A name has at most 100 characters.");
        }
        return experiments.analyse(
                request,
                new Wanted(
                        fileName,
                        text(parts, "format"),
                        text(parts, "encoding"),
                        text(parts, "map"),
                        target -> file.transferTo(target.toFile())));
    }

    @GetMapping
    @Operation(summary = "Analysed files, the latest first")
    Page<FinishedExperiment.Summary> list() {
        return new Page<>(experiments.all(), null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "An analysed file with its report")
    FinishedExperiment get(@PathVariable long id) {
        return experiments.get(id);
    }

    @GetMapping(path = "/{id}/text", produces = "text/plain;charset=UTF-8")
    @Operation(summary = "The report in words")
    String inWords(@PathVariable long id) {
        FinishedExperiment experiment = experiments.get(id);
        return ReportText.of(experiment.name(), experiment.report());
    }

    @GetMapping("/{id}/day")
    @Operation(
            summary =
                    "What a day of the report's cumulative difference is made of; 404 experiment.no-day where that is not kept")
    EffectInputs day(
            @PathVariable long id, @RequestParam String metric, @RequestParam String arm, @RequestParam LocalDate day) {
        return experiments.day(id, DayInputs.key(metric, arm, day)).orElseThrow(DayInputs::unknown);
    }

    @GetMapping(path = "/{id}/rejects", produces = Csv.TYPE)
    @Operation(
            summary = "Lines of the file that could not be read, the first 10,000: line, field, code, reason;"
                    + " 404 experiment.no-rejects where all could")
    String rejects(@PathVariable long id) {
        List<BrokenLine> lines = experiments.rejects(id);
        if (lines.isEmpty()) {
            throw Problem.notFound("experiment.no-rejects", "No line of this file is kept as unreadable.");
        }
        Csv csv = new Csv(List.of("line", "field", "code", "reason"));
        lines.forEach(line -> csv.row(line.line(), line.field(), line.code(), line.reason()));
        return csv.toString();
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget an analysed file")
    void delete(@PathVariable long id) {
        experiments.delete(id);
    }

    private static String text(MultipartHttpServletRequest parts, String name) throws IOException {
        MultipartFile file = parts.getFile(name);
        return file == null
                ? Optional.ofNullable(parts.getParameter(name)).orElse("").strip()
                : new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Map<String, Double> weights(String text) {
        Map<String, Double> weights = new HashMap<>();
        for (String pair : words(text)) {
            int equals = pair.lastIndexOf('=');
            double weight = equals < 1 ? Double.NaN : number(pair.substring(equals + 1));
            if (!(weight > 0 && weight <= 1e6)) {
                throw Problem.badRequest(
                        "experiment.weights-invalid",
                        "Weights look like a=1,b=2 and are above 0; “" + pair + "” does not.");
            }
            weights.put(pair.substring(0, equals).strip(), weight);
        }
        return weights;
    }

    private static @Nullable Double winsor(String text) {
        if (text.equals("none")) {
            return null;
        }
        double quantile = number(text.isEmpty() ? DEFAULT_WINSOR : text);
        if (!(quantile > 0.5 && quantile < 1)) {
            throw Problem.badRequest(
                    "experiment.winsor-invalid", "Winsor is a quantile above 0.5 and below 1, such as 0.999, or none.");
        }
        return quantile;
    }

    private static double smallestLift(String text) {
        return text.isEmpty() ? Judging.ANY_LIFT : number(text);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
