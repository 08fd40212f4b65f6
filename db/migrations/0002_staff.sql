-- Who works in the scheme: staff who sign in, officers who walk, and when they may.

CREATE TABLE staff (
    id            {{int64}} NOT NULL PRIMARY KEY,
    sign_in_name  TEXT NOT NULL UNIQUE,
    name          TEXT NOT NULL,
    role          TEXT NOT NULL CHECK (role IN
        ('officer', 'desk', 'safeguarding', 'partner', 'oversight', 'administrator', 'standards',
         'watchdog')),
    bcu_id        {{int64}} REFERENCES bcu (id),
    password_hash TEXT,
    totp_secret   TEXT, -- sealed
    totp_step     {{int64}} NOT NULL DEFAULT 0, -- of the last code used, which is never used again
    failures      {{int64}} NOT NULL DEFAULT 0,
    locked_until  {{int64}} NOT NULL DEFAULT 0,
    suspended_at  {{int64}},
    created_at    {{int64}} NOT NULL
) {{strict}};

CREATE TABLE staff_session (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id   {{int64}} NOT NULL REFERENCES staff (id),
    expires_at {{int64}} NOT NULL
) {{strict}};

CREATE INDEX staff_session_by_staff ON staff_session (staff_id);

-- A link with which a new or reset member of staff chooses her password.
CREATE TABLE staff_invitation (
    token_hash TEXT NOT NULL PRIMARY KEY,
    staff_id   {{int64}} NOT NULL REFERENCES staff (id),
    expires_at {{int64}} NOT NULL
) {{strict}};

CREATE TABLE officer (
    id            {{int64}} NOT NULL PRIMARY KEY,
    staff_id      {{int64}} UNIQUE REFERENCES staff (id),
    public_name   TEXT NOT NULL,
    collar_number TEXT NOT NULL UNIQUE,
    sex           TEXT NOT NULL CHECK (sex IN ('F', 'M')), -- as the force records it
    bcu_id        {{int64}} NOT NULL REFERENCES bcu (id),
    languages     TEXT NOT NULL DEFAULT '', -- codes, separated by spaces
    trained       {{int64}} NOT NULL CHECK (trained IN (0, 1)),
    suspended_at  {{int64}},
    UNIQUE (id, sex)
) {{strict}};

CREATE TABLE officer_ward (
    officer_id {{int64}} NOT NULL REFERENCES officer (id),
    ward_id    {{int64}} NOT NULL REFERENCES ward (id),
    PRIMARY KEY (officer_id, ward_id)
) {{strict}};

CREATE TABLE shift (
    id         {{id}},
    officer_id {{int64}} NOT NULL REFERENCES officer (id),
    starts_at  {{int64}} NOT NULL,
    ends_at    {{int64}} NOT NULL CHECK (ends_at > starts_at),
    UNIQUE (officer_id, starts_at)
) {{strict}};

-- The days on which an officer may be on a walk. A walk's officers are rows of this table, so the
-- database itself refuses anyone who is not a woman, or not eligible on that day.
CREATE TABLE officer_duty (
    officer_id {{int64}} NOT NULL,
    day        {{int64}} NOT NULL, -- days since 1970, in the force's time zone
    sex        TEXT NOT NULL DEFAULT 'F' CHECK (sex = 'F'),
    PRIMARY KEY (officer_id, day),
    FOREIGN KEY (officer_id, sex) REFERENCES officer (id, sex)
) {{strict}};
