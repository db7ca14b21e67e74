package io.guanxi.workbench.tasks;

import io.guanxi.identity.ErasedPart;
import io.guanxi.identity.Person;
import io.guanxi.identity.PersonalData;
import java.util.List;
import org.springframework.stereotype.Component;

/** What guides were to say to a person. */
@Component
class TaskData implements PersonalData {

    private final TaskTable tasks;

    TaskData(TaskTable tasks) {
        this.tasks = tasks;
    }

    @Override
    public String name() {
        return "guideTasks";
    }

    @Override
    public Stage stage() {
        return Stage.DERIVED;
    }

    @Override
    public Object export(Person person) {
        return tasks.of(person.numbers());
    }

    @Override
    public ErasedPart erase(Person person) {
        return new ErasedPart("tasks of guides", tasks.erase(person.numbers()), List.of());
    }
}
