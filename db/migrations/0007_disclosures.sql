-- A crime or abuse that was told on a walk, or found in free words: outside the concerns, under a
-- key of its own. Who may be told of it, and who helps.

-- Where a member of staff is reached: e-mail or telephone, sealed.
CREATE TABLE staff_contact (
    staff_id {{int64}} NOT NULL PRIMARY KEY REFERENCES staff (id),
    sealed   TEXT NOT NULL
) {{strict}};

-- When she spoke, on which walk, to whom, the crime reference: sealed. What she said is not here.
CREATE TABLE disclosure (
    id            {{int64}} NOT NULL PRIMARY KEY,
    state         TEXT NOT NULL CHECK (state IN ('new', 'read', 'recorded', 'closed')),
    second_called {{int64}} NOT NULL DEFAULT 0 CHECK (second_called IN (0, 1)),
    version       {{int64}} NOT NULL DEFAULT 1,
    client_id     TEXT NOT NULL UNIQUE, -- made by the page, so that sending twice records once
    sealed        TEXT NOT NULL
) {{strict}};

CREATE INDEX disclosure_by_state ON disclosure (state, id);

-- What was done with it, when and by whom: sealed.
CREATE TABLE disclosure_event (
    id            {{id}},
    disclosure_id {{int64}} NOT NULL REFERENCES disclosure (id),
    sealed        TEXT NOT NULL
) {{strict}};

CREATE INDEX disclosure_event_by_disclosure ON disclosure_event (disclosure_id, id);

-- The force's own help lines, in their order; none: those that the program knows.
CREATE TABLE help_line (
    position     {{int64}} NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL,
    number       TEXT NOT NULL,
    about        TEXT NOT NULL,
    address      TEXT NOT NULL,
    is_first     {{int64}} NOT NULL CHECK (is_first IN (0, 1)),
    for_children {{int64}} NOT NULL CHECK (for_children IN (0, 1))
) {{strict}};
