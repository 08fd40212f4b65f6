-- "Something was wrong": what she says about a walk or an officer, to professional standards or to
-- the watchdog alone. All of it is sealed under a key of its own.

CREATE TABLE complaint (
    id         {{int64}} NOT NULL PRIMARY KEY,
    recipient  TEXT NOT NULL CHECK (recipient IN ('standards', 'watchdog')),
    state      TEXT NOT NULL CHECK (state IN
        ('received', 'looking', 'upheld', 'not_upheld', 'passed_on')),
    version    {{int64}} NOT NULL DEFAULT 1,
    link_hash  TEXT NOT NULL UNIQUE, -- of the link with which she follows it
    owner_hash TEXT, -- keyed: finds her own on her page, and tells nobody else whose it is
    client_id  TEXT NOT NULL UNIQUE, -- made by the page, so that sending twice complains once
    sealed     TEXT NOT NULL
) {{strict}};

CREATE INDEX complaint_by_recipient ON complaint (recipient, state, id);
CREATE INDEX complaint_by_owner ON complaint (owner_hash);

-- What became of it, each with a sentence to her: sealed.
CREATE TABLE complaint_event (
    id           {{id}},
    complaint_id {{int64}} NOT NULL REFERENCES complaint (id),
    sealed       TEXT NOT NULL
) {{strict}};

CREATE INDEX complaint_event_by_complaint ON complaint_event (complaint_id, id);
