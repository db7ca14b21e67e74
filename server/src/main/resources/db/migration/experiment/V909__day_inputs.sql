-- What each day of a cumulative difference is made of, under "day\narm\nmetric": a year of it is many times as long as the report, and
-- is looked at a day at a time.
ALTER TABLE experiment_report ADD COLUMN day_inputs jsonb NOT NULL DEFAULT '{}';
ALTER TABLE experiment_finished ADD COLUMN day_inputs jsonb NOT NULL DEFAULT '{}';

CREATE FUNCTION day_inputs_of(report jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT coalesce(jsonb_object_agg((p ->> 'day') || E'\n' || (c ->> 'arm') || E'\n' || (m ->> 'name'), p -> 'inputs'), '{}')
    FROM jsonb_array_elements(report -> 'metrics') AS m, jsonb_array_elements(m -> 'comparisons') AS c,
         jsonb_array_elements(c -> 'overTime') AS p
    WHERE jsonb_typeof(p -> 'inputs') = 'object'
$$;

CREATE FUNCTION without_day_inputs(report jsonb) RETURNS jsonb LANGUAGE sql AS $$
    SELECT jsonb_set(report, '{metrics}', coalesce((
        SELECT jsonb_agg(jsonb_set(m, '{comparisons}', coalesce((
            SELECT jsonb_agg(jsonb_set(c, '{overTime}', coalesce((
                SELECT jsonb_agg(p - 'inputs' ORDER BY place)
                FROM jsonb_array_elements(c -> 'overTime') WITH ORDINALITY AS points (p, place)), '[]')) ORDER BY place)
            FROM jsonb_array_elements(m -> 'comparisons') WITH ORDINALITY AS comparisons (c, place)), '[]')) ORDER BY place)
        FROM jsonb_array_elements(report -> 'metrics') WITH ORDINALITY AS metrics (m, place)), '[]'))
$$;

UPDATE experiment_report SET day_inputs = day_inputs_of(report), report = without_day_inputs(report);
UPDATE experiment_finished SET day_inputs = day_inputs_of(report), report = without_day_inputs(report);

DROP FUNCTION day_inputs_of(jsonb);
DROP FUNCTION without_day_inputs(jsonb);
