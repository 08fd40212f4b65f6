-- What makes the long lists quick over a million concerns. Each index begins with what a list is
-- chosen and ordered by, and ends with what else it may be filtered by, so that rows that do not fit
-- are passed over without a look at the table.

DROP INDEX concern_queue;
DROP INDEX concern_by_bcu_and_month;
DROP INDEX concern_by_month;
DROP INDEX concern_by_segment;
DROP INDEX concern_by_street;
CREATE INDEX concern_queue ON concern (bcu_id, raised_day, id, category, state, ward_id);
CREATE INDEX concern_queue_of_ward ON concern (ward_id, raised_day, id, category, state);
CREATE INDEX concern_by_month ON concern (raised_month, id, raised_day, category, state);
CREATE INDEX concern_by_bcu ON concern (bcu_id, raised_month, id, raised_day, category, state);
CREATE INDEX concern_by_ward ON concern (ward_id, raised_month, id, raised_day, category, state);
CREATE INDEX concern_by_category ON concern (category, raised_month, id, raised_day, state, bcu_id);
CREATE INDEX concern_by_state ON concern (state, raised_month, id, raised_day, category, bcu_id);
-- The news of a place.
CREATE INDEX answer_of_concern ON answer (concern_id, answered_at, id);

-- How many people raised one in the same area: by source, since reports count for reports alone.
CREATE INDEX concern_by_segment ON concern (way_id, lat, lon, source, pseudonym, raised_day, state);
CREATE INDEX concern_by_street ON concern (ward_id, street, source, pseudonym, raised_day, state);
CREATE INDEX concern_voices ON concern (bcu_id, source, pseudonym, raised_day, state);

-- Counts of people can only fall where a concern is taken away, or a woman. This counts how often
-- that happened, so that a process knows whether the counts that it remembers still hold. No row: it never did.
CREATE TABLE people_epoch (
    one   {{int64}} NOT NULL PRIMARY KEY CHECK (one = 1),
    epoch {{int64}} NOT NULL
) {{strict}};
