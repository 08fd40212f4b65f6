-- The numbers of each month, as they were published: added once, never changed.

CREATE TABLE number_release (
    month       {{int64}} NOT NULL PRIMARY KEY, -- since January 1970
    due_at      {{int64}} NOT NULL,
    released_at {{int64}} NOT NULL,
    next_due_at {{int64}} NOT NULL, -- of the month after: no setting moves it any more
    threshold   {{int64}} NOT NULL CHECK (threshold >= 2),
    seal        {{int64}} NOT NULL UNIQUE -- keyed hash of all of it; the audit row bears it too
) {{strict}};

{{append_only number_release}};

CREATE TABLE number_cell (
    month  {{int64}} NOT NULL REFERENCES number_release (month),
    list   TEXT NOT NULL,
    bcu_id {{int64}} NOT NULL, -- 0: the whole force
    item   TEXT NOT NULL,
    value  {{int64}}, -- NULL: held back
    PRIMARY KEY (month, list, bcu_id, item)
) {{strict}};

CREATE INDEX number_cell_of_unit ON number_cell (bcu_id, month);
{{append_only number_cell}};

CREATE INDEX request_by_creation ON request (created_at);
CREATE INDEX walk_by_time ON walk (starts_at);
