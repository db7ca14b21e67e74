package io.guanxi.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * The words after {@code ./guanxi} that are not a server. Results go to the standard output, one {@code name value} a
 * line; progress and refusals go to the standard error. They exit 0 when all is well, 1 on failure, and an import 3 when
 * rows were rejected.
 */
@Command(name = "guanxi", description = "Speaks to a running Guanxi server, or keeps a stopped one's data folder.")
public final class Commands {

    private static final String URL = "--url";
    private static final String URL_DEFAULT = "${env:GUANXI_URL:-http://localhost:8080}";
    private static final String URL_HELP = "The server; default ${DEFAULT-VALUE}.";

    private final Function<Path, ?> examination;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;

    Commands(Function<Path, ?> examination, PrintWriter out, PrintWriter err, Map<String, String> environment) {
        this.examination = examination;
        this.out = out;
        this.err = err;
        this.environment = environment;
    }

    /**
     * Carries out one command.
     *
     * @param examination compares the stores in a stopped server's data folder; answers as {@code POST /api/doctor} does
     * @param arguments the word and what follows it
     * @return the exit code
     */
    public static int run(Function<Path, ?> examination, String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        return new Commands(examination, out, err, System.getenv()).execute(arguments);
    }

    int execute(String... arguments) {
        return new CommandLine(this)
                .registerConverter(LocalDate.class, Commands::day)
                .setOut(out)
                .setErr(err)
                .setExitCodeExceptionMapper(failure -> 1)
                .setParameterExceptionHandler((failure, words) -> {
                    err.println("guanxi: " + failure.getMessage());
                    failure.getCommandLine().usage(err);
                    return 1;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
                .execute(arguments);
    }

    @Command(name = "import", description = "Sends a file to a running server and waits until it is in.")
    int importFile(
            @Parameters(paramLabel = "FILE", description = "csv, ndjson or parquet, also .gz and .zst.") Path file,
            @Option(names = "--map", required = true, description = "SELECT … FROM input that yields events.") Path map,
            @Option(names = "--source", required = true, description = "What these events are counted under.")
                    String source,
            @Option(
                            names = "--format",
                            description = "csv, ndjson, text or parquet; by the file's name where not given.")
                    @Nullable
                    FileFormat format,
            @Option(names = "--encoding", description = "Of a csv or ndjson that is not UTF-8, e.g. GBK.") @Nullable
                    String encoding,
            @Option(names = "--rejects", description = "Where to save the rows that were rejected.") @Nullable
                    Path rejects,
            @Option(names = "--trial", description = "Only say what would become of the rows; nothing is taken.")
                    boolean trial,
            @Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        try (RemoteServer server = connect(url)) {
            return new FileImport(server, out, Progress.on(err), Clock.systemUTC())
                    .run(new FileImport.Request(
                            file, map, source, format == null ? null : format.name(), encoding, rejects, trial));
        }
    }

    @Command(name = "score", description = "Scores all members and communities and prints the run's figures.")
    int score(
            @Option(names = "--as-of", description = "The day to look back from, e.g. 2026-05-31; default today.")
                    @Nullable
                    LocalDate asOf,
            @Option(names = "--late-data", description = "include or exclude what came after that day.") @Nullable
                    LateData lateData,
            @Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        try (RemoteServer server = connect(url)) {
            return new ScoringRun(server, out, Progress.on(err)).run(asOf, lateData);
        }
    }

    @Command(name = "lifetime", description = "Fits the models of lifetime value and prints the one in force.")
    int lifetime(@Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        try (RemoteServer server = connect(url)) {
            return new LifetimeFit(server, out, Progress.on(err)).run();
        }
    }

    @Command(name = "experiment", description = "Analyses a finished experiment's file and prints the report.")
    int experiment(
            @Parameters(index = "0", paramLabel = "analyse", description = "The only word so far.") ExperimentWord word,
            @Parameters(index = "1", paramLabel = "FILE", description = "csv, ndjson or parquet, also .gz and .zst.")
                    Path file,
            @Option(
                            names = "--map",
                            required = true,
                            description = "SELECT … FROM input that yields unit, arm and what is compared.")
                    Path map,
            @Option(names = "--name", description = "As people call the experiment.") @Nullable String name,
            @Option(names = "--control", description = "The arm the others are compared with.") @Nullable
                    String control,
            @Option(names = "--weights", description = "Of the split, e.g. a=1,b=2; equal where not given.") @Nullable
                    String weights,
            @Option(
                            names = "--winsor",
                            description = "Quantile above which all count as that quantile; default 0.999; or none.")
                    @Nullable
                    String winsor,
            @Option(names = "--less-is-better", description = "Metrics whose higher figure is bad, with commas.")
                    @Nullable
                    String lessIsBetter,
            @Option(names = "--guard-rails", description = "Metrics that may not get worse, with commas.") @Nullable
                    String guardRails,
            @Option(names = "--told", description = "Metrics that are told and not judged, with commas.") @Nullable
                    String told,
            @Option(names = "--money", description = "Metrics in the brand's currency, with commas.") @Nullable
                    String money,
            @Option(names = "--smallest-lift", description = "Below which an effect does not matter; default 0.05.")
                    @Nullable
                    String smallestLift,
            @Option(names = "--format", description = "csv, ndjson, text or parquet; by the file's name otherwise.")
                    @Nullable
                    FileFormat format,
            @Option(names = "--encoding", description = "Of a csv or ndjson that is not UTF-8, e.g. GBK.") @Nullable
                    String encoding,
            @Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "name", name);
        put(fields, "control", control);
        put(fields, "weights", weights);
        put(fields, "winsor", winsor);
        put(fields, "lessIsBetter", lessIsBetter);
        put(fields, "guardRails", guardRails);
        put(fields, "told", told);
        put(fields, "money", money);
        put(fields, "smallestLift", smallestLift);
        put(fields, "format", format == null ? null : format.name());
        put(fields, "encoding", encoding);
        try (RemoteServer server = connect(url)) {
            return switch (word) {
                case analyse -> new FileExperiment(server, out, Progress.on(err)).run(file, map, fields);
            };
        }
    }

    private static void put(Map<String, String> fields, String name, @Nullable String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    @Command(name = "advance", description = "Advances a sandbox's clock and waits until all that was due is done.")
    int advance(
            @Parameters(index = "0", paramLabel = "WORD", description = "hour, day, or next: to what is due next.")
                    SandboxAdvance.Unit unit,
            @Parameters(index = "1", paramLabel = "TIMES", defaultValue = "1", description = "How many.") int times,
            @Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        try (RemoteServer server = connect(url)) {
            return new SandboxAdvance(server, out, err).run(unit, times);
        }
    }

    @Command(name = "doctor", description = "Proves that inbox, lake and mart hold the same.")
    int doctor(
            @Option(names = "--data", description = "The data folder of a stopped server, instead of --url.") @Nullable
                    Path data,
            @Option(names = URL, defaultValue = URL_DEFAULT, description = URL_HELP) URI url)
            throws IOException, InterruptedException {
        if (data != null) {
            return new Doctor(out).examine(data.toAbsolutePath().normalize(), examination);
        }
        try (RemoteServer server = connect(url)) {
            return new Doctor(out).ask(server);
        }
    }

    @Command(name = "backup", description = "Writes a stopped server's data folder to one checked file.")
    int backup(
            @Option(names = "--data", required = true, description = "The data folder.") Path data,
            @Option(names = "--to", required = true, description = "The file to write, e.g. guanxi.tar.gz.") Path to)
            throws IOException {
        Archive.Summary summary = new Backup(Clock.systemUTC()).write(data, to);
        out.println("files " + summary.files());
        out.println("bytes " + summary.bytes());
        out.println("backup " + to.toAbsolutePath().normalize());
        return 0;
    }

    @Command(name = "restore", description = "Makes a new data folder of a backup, after checking every file of it.")
    int restore(
            @Option(names = "--data", required = true, description = "The folder to make; must not hold data.")
                    Path data,
            @Option(names = "--from", required = true, description = "A file that backup wrote.") Path from)
            throws IOException {
        Archive.Summary summary = new Restore().read(from, data);
        out.println("files " + summary.files());
        out.println("bytes " + summary.bytes());
        out.println("data " + data.toAbsolutePath().normalize());
        return 0;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no day; one looks like 2026-05-31");
        }
    }

    private RemoteServer connect(URI url) throws Refusal {
        String key = environment.getOrDefault("GUANXI_API_KEY", "");
        if (key.isBlank()) {
            throw new Refusal("the environment variable GUANXI_API_KEY is empty: set it to an API key of the server");
        }
        return new RemoteServer(url, key);
    }

    private int explain(Exception failure) {
        switch (failure) {
            case Refusal refusal -> {
                err.println("guanxi: " + refusal.getMessage());
                refusal.faults().forEach(fault -> err.println("  " + fault));
            }
            case IOException _ -> err.println("guanxi: " + failure.getMessage());
            case InterruptedException _ -> err.println("guanxi: interrupted");
            default -> failure.printStackTrace(err);
        }
        return 1;
    }

    /** What can be done with experiments. */
    enum ExperimentWord {
        analyse
    }

    /** How a file is to be read. */
    enum FileFormat {
        csv,
        ndjson,
        text,
        parquet
    }

    /** Whether events that arrived after the day are counted. */
    enum LateData {
        include,
        exclude
    }
}
