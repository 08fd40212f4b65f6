-- The force: its settings, its command units, its wards and the places people search for.

{{append_only_support}};

CREATE TABLE force_setting (
    name   TEXT NOT NULL,
    bcu_id {{int64}} NOT NULL DEFAULT 0, -- 0: the whole force
    value  TEXT NOT NULL,
    PRIMARY KEY (name, bcu_id)
) {{strict}};

CREATE TABLE bcu (
    id   {{id}},
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    area TEXT NOT NULL DEFAULT '' -- GeoJSON geometry, WGS 84
) {{strict}};

CREATE TABLE ward (
    id     {{id}},
    code   TEXT NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    bcu_id {{int64}} NOT NULL REFERENCES bcu (id),
    area   TEXT NOT NULL -- GeoJSON geometry, WGS 84
) {{strict}};

CREATE TABLE place (
    id         {{id}},
    name       TEXT NOT NULL,
    identity   TEXT NOT NULL UNIQUE, -- a postcode is one place; of a name there may be several
    search_key TEXT {{bytewise}} NOT NULL, -- lower case, letters and digits only
    lat        {{real}} NOT NULL,
    lon        {{real}} NOT NULL
) {{strict}};

CREATE INDEX place_by_search_key ON place (search_key);

-- The secrets of this installation, each under the master key.
CREATE TABLE sealed_key (
    name    TEXT NOT NULL PRIMARY KEY,
    wrapped TEXT NOT NULL
) {{strict}};

-- Who did or saw what, when and why: random ids only, never content, never changed.
CREATE TABLE audit (
    id           {{id}},
    at           {{int64}} NOT NULL,
    actor_kind   TEXT NOT NULL,
    actor_id     {{int64}} NOT NULL,
    action       TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id   {{int64}} NOT NULL,
    reason       TEXT NOT NULL
) {{strict}};

CREATE INDEX audit_by_subject ON audit (subject_id, id);
CREATE INDEX audit_by_action ON audit (action, id);

{{append_only audit}};

-- The chain over the audit rows: hash = H(key, previous hash, row).
CREATE TABLE audit_seal (
    sequence {{int64}} NOT NULL PRIMARY KEY,
    audit_id {{int64}} NOT NULL UNIQUE REFERENCES audit (id),
    hash     TEXT NOT NULL
) {{strict}};

{{append_only audit_seal}};

-- Work for the worker: safe to repeat, taken by one worker at a time.
CREATE TABLE job (
    id           {{id}},
    kind         TEXT NOT NULL,
    argument     TEXT NOT NULL DEFAULT '',
    state        TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'done', 'failed', 'dropped')),
    run_at       {{int64}} NOT NULL,
    locked_until {{int64}} NOT NULL DEFAULT 0,
    attempts     {{int64}} NOT NULL DEFAULT 0,
    ended_at     {{int64}}, -- when it left the state 'waiting'
    last_error   TEXT NOT NULL DEFAULT ''
) {{strict}};

CREATE INDEX job_to_run ON job (state, run_at);
