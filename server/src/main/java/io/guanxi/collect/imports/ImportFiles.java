package io.guanxi.collect.imports;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Mentions;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What imports keep of a person: rejected rows that name them, and uploads that were not deleted. Rejected rows stay in their
 * file as lines without content, so that its figures stay true; an upload that names the person, or that can no longer be
 * read, is deleted whole. An import that waits or is at work is not looked into: it brings what its file holds.
 */
@Component
final class ImportFiles implements PersonalData {

    private final ImportTable table;
    private final DuckDb staging;
    private final DataFolder data;
    private final Clock clock;

    ImportFiles(ImportTable table, DuckDb staging, DataFolder data, Clock clock) {
        this.table = table;
        this.staging = staging;
        this.data = data;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "rejectedRows";
    }

    @Override
    public Stage stage() {
        return Stage.INTAKE;
    }

    @Override
    public Object export(Person person) {
        Mentions mentions = new Mentions(person);
        return new RejectFiles(staging.client(), mentions).rows(rejectFiles());
    }

    @Override
    public ErasedPart erase(Person person) {
        Mentions mentions = new Mentions(person);
        List<ErasedPart.ErasedFile> files = new ArrayList<>();
        long rows = 0;
        RejectFiles rejects = new RejectFiles(staging.client(), mentions);
        for (RejectFiles.Found found : rejects.find(rejectFiles())) {
            rejects.blank(found.file());
            files.add(ErasedPart.ErasedFile.of(data.root(), found.file()));
            rows += found.rows();
        }
        for (Path upload : uploads()) {
            long named = new KeptUpload(folderOf(upload), table.request(idOf(upload)), clock, staging.client())
                    .rows(mentions);
            if (named > 0) {
                delete(upload);
                files.add(ErasedPart.ErasedFile.of(data.root(), upload));
                rows += named;
            }
        }
        return new ErasedPart("rejected rows and kept files of imports", rows, files);
    }

    private List<Path> rejectFiles() {
        return ofFinishedImports()
                .map(ImportFolder::rejects)
                .filter(Files::exists)
                .toList();
    }

    private List<Path> uploads() {
        return ofFinishedImports()
                .map(ImportFolder::upload)
                .filter(Files::exists)
                .toList();
    }

    private Stream<ImportFolder> ofFinishedImports() {
        Set<Long> unfinished = new HashSet<>(table.unfinished());
        try (Stream<Path> folders = Files.list(data.imports())) {
            return folders
                    .filter(folder -> String.valueOf(folder.getFileName()).matches("\\d+"))
                    .filter(folder -> !unfinished.contains(Long.parseLong(String.valueOf(folder.getFileName()))))
                    .sorted()
                    .map(ImportFolder::new)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + data.imports(), e);
        }
    }

    private ImportFolder folderOf(Path upload) {
        return new ImportFolder(data.imports().resolve(Long.toString(idOf(upload))));
    }

    private static long idOf(Path upload) {
        return Long.parseLong(String.valueOf(upload.getName(upload.getNameCount() - 2)));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }
}
