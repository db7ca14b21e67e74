package io.guanxi.identity;

import io.guanxi.identity.PersonalData.Stage;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Carries one erasure through all stores, along the road of an event. May be run again at any point. */
final class ErasureRun {

    private final ErasureTable table;
    private final MemberRecords records;
    private final JdbcClient postgres;
    private final TransactionOperations transaction;
    private final List<PersonalData> stores;

    ErasureRun(
            ErasureTable table,
            MemberRecords records,
            JdbcClient postgres,
            TransactionOperations transaction,
            List<PersonalData> stores) {
        this.table = table;
        this.records = records;
        this.postgres = postgres;
        this.transaction = transaction;
        this.stores = stores.stream()
                .sorted(Comparator.comparing(PersonalData::stage).thenComparing(PersonalData::name))
                .toList();
    }

    List<PersonalData> stores() {
        return stores;
    }

    void run(long id, ErasureProgress progress) {
        erase(id, Stage.INTAKE, progress);
        transaction.executeWithoutResult(_ -> {
            MemberTables.lock(postgres);
            refine(id);
            erase(id, Stage.IDENTITY, progress);
        });
        progress.at("settle");
        stores.forEach(PersonalData::settle);
        erase(id, Stage.ARRIVED, progress);
        erase(id, Stage.STORE, progress);
        erase(id, Stage.DERIVED, progress);
        table.close(id);
    }

    /** Between asking and erasing, a merge may have made the person larger. */
    private void refine(long id) {
        records.survivorOf(table.personOf(id).memberNo())
                .ifPresent(survivor -> table.refine(table.find(id).orElseThrow(), records.person(survivor)));
    }

    private void erase(long id, Stage stage, ErasureProgress progress) {
        Person person = table.personOf(id);
        for (PersonalData store : stores) {
            if (store.stage() == stage) {
                progress.at(store.name());
                table.note(id, store.erase(person).by(store));
                progress.cleaned();
            }
        }
    }
}
