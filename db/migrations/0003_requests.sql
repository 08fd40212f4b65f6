-- A woman asks for a walk. What could tell who she is or where she goes stands only in the
-- *_private tables, sealed with her own key; participant_key is left out of ordinary backups, and
-- deleting her row there erases her. docs/decisions/0002-her-data.md lists every column.

CREATE TABLE participant (
    id         {{int64}} NOT NULL PRIMARY KEY,
    created_at {{int64}} NOT NULL,
    erased_at  {{int64}}
) {{strict}};

-- All by which she could be found: gone with her key, in old backups too.
CREATE TABLE participant_key (
    participant_id {{int64}} NOT NULL PRIMARY KEY REFERENCES participant (id),
    wrapped        TEXT NOT NULL,
    link_hash      TEXT NOT NULL UNIQUE,
    contact_hash   TEXT,
    pseudonym      TEXT NOT NULL -- stands for her behind her concerns
) {{strict}};

CREATE INDEX participant_by_contact ON participant_key (contact_hash);
CREATE INDEX participant_by_pseudonym ON participant_key (pseudonym);

CREATE TABLE participant_private (
    participant_id {{int64}} NOT NULL PRIMARY KEY REFERENCES participant (id),
    sealed         TEXT NOT NULL
) {{strict}};

-- A code that she must give before a download or an erasure.
CREATE TABLE one_time_code (
    participant_id {{int64}} NOT NULL PRIMARY KEY REFERENCES participant (id),
    code_hash      TEXT NOT NULL,
    expires_at     {{int64}} NOT NULL,
    attempts       {{int64}} NOT NULL DEFAULT 0
) {{strict}};

CREATE TABLE request (
    id              {{int64}} NOT NULL PRIMARY KEY,
    participant_id  {{int64}} NOT NULL REFERENCES participant (id),
    bcu_id          {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id         {{int64}} NOT NULL REFERENCES ward (id),
    state           TEXT NOT NULL CHECK (state IN
        ('waiting', 'proposed', 'booked', 'walked', 'withdrawn')),
    party           {{int64}} NOT NULL CHECK (party BETWEEN 1 AND 4),
    may_share       {{int64}} NOT NULL CHECK (may_share IN (0, 1)),
    waiting_since   {{int64}} NOT NULL,
    postponed       {{int64}} NOT NULL DEFAULT 0,
    first_for_next  {{int64}} NOT NULL DEFAULT 0 CHECK (first_for_next IN (0, 1)),
    idempotency_key TEXT NOT NULL UNIQUE,
    version         {{int64}} NOT NULL DEFAULT 1,
    created_at      {{int64}} NOT NULL
) {{strict}};

CREATE INDEX request_by_participant ON request (participant_id);
CREATE INDEX request_queue ON request (bcu_id, state, first_for_next DESC, waiting_since, id);

CREATE TABLE request_private (
    request_id {{int64}} NOT NULL PRIMARY KEY REFERENCES request (id),
    sealed     TEXT NOT NULL
) {{strict}};

-- Officers she does not want to walk with; never shown to them.
CREATE TABLE refused_officer (
    participant_id {{int64}} NOT NULL REFERENCES participant (id),
    officer_id     {{int64}} NOT NULL REFERENCES officer (id),
    PRIMARY KEY (participant_id, officer_id)
) {{strict}};

-- Messages to send: to whom and about what, never the words, which are written when they leave.
CREATE TABLE message (
    id             {{id}},
    participant_id {{int64}} REFERENCES participant (id),
    staff_id       {{int64}} REFERENCES staff (id),
    kind           TEXT NOT NULL,
    subject_id     {{int64}} NOT NULL DEFAULT 0,
    sealed         TEXT NOT NULL DEFAULT '', -- what only this message knows, such as a code
    state          TEXT NOT NULL DEFAULT 'waiting'
        CHECK (state IN ('waiting', 'done', 'failed', 'dropped')),
    run_at         {{int64}} NOT NULL,
    locked_until   {{int64}} NOT NULL DEFAULT 0,
    attempts       {{int64}} NOT NULL DEFAULT 0,
    ended_at       {{int64}}, -- when it left the state 'waiting'
    last_error     TEXT NOT NULL DEFAULT '', -- a code, never an address
    CHECK (participant_id IS NULL OR staff_id IS NULL) -- neither: a letter to an address outside
) {{strict}};

CREATE INDEX message_to_send ON message (state, run_at);
CREATE INDEX message_by_participant ON message (participant_id);
CREATE UNIQUE INDEX each_reminder_once ON message (participant_id, kind, subject_id)
    WHERE kind IN ('reminder_day', 'reminder_hours');
