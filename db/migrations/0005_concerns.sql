-- What women said, where, and what became of it. A concern knows a street segment, never the place
-- she pinned; whoever raised it is a pseudonym that only serves to count distinct people.

CREATE TABLE concern (
    id              {{int64}} NOT NULL PRIMARY KEY,
    way_id          {{int64}} NOT NULL,
    lat             {{real}} NOT NULL, -- the middle of the segment
    lon             {{real}} NOT NULL,
    network_version TEXT NOT NULL,
    street          TEXT NOT NULL, -- its name; empty where it has none
    bcu_id          {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id         {{int64}} NOT NULL REFERENCES ward (id),
    category        TEXT NOT NULL,
    severity        {{int64}} NOT NULL CHECK (severity BETWEEN 0 AND 3),
    felt            TEXT NOT NULL CHECK (felt IN ('always', 'dark', 'day')),
    raised_day      {{int64}} NOT NULL,
    raised_month    {{int64}} NOT NULL, -- months since January 1970: all that is published
    source          TEXT NOT NULL CHECK (source IN ('walk', 'passer_by', 'report')),
    walk_id         {{int64}} REFERENCES walk (id),
    pseudonym       TEXT NOT NULL,
    state           TEXT NOT NULL CHECK (state IN
        ('open', 'done', 'referred', 'planned', 'will_not', 'not_ours', 'withdrawn')),
    client_id       TEXT NOT NULL UNIQUE, -- made by the page, so that sending twice records once
    client_digest   TEXT NOT NULL, -- keyed: what was sent held the place she pinned
    answer_count    {{int64}} NOT NULL DEFAULT 0, -- also the sequence of the latest answer
    version         {{int64}} NOT NULL DEFAULT 1
) {{strict}};

-- The desk's list, oldest first, and the public one, newest first.
CREATE INDEX concern_queue ON concern (bcu_id, raised_day, id);
CREATE INDEX concern_by_bcu_and_month ON concern (bcu_id, raised_month, id);
CREATE INDEX concern_by_month ON concern (raised_month, id);
-- How many people raised one in the same place.
CREATE INDEX concern_by_segment ON concern (way_id);
CREATE INDEX concern_by_street ON concern (ward_id, street);
CREATE INDEX concern_by_pseudonym ON concern (pseudonym);
CREATE INDEX concern_by_walk ON concern (walk_id);

-- Her own words, under her own key; a report without a participant has none.
CREATE TABLE concern_private (
    concern_id     {{int64}} NOT NULL PRIMARY KEY REFERENCES concern (id),
    participant_id {{int64}} NOT NULL REFERENCES participant (id),
    sealed         TEXT NOT NULL
) {{strict}};

CREATE TABLE answer (
    id          {{int64}} NOT NULL PRIMARY KEY,
    concern_id  {{int64}} NOT NULL REFERENCES concern (id),
    sequence    {{int64}} NOT NULL,
    kind        TEXT NOT NULL CHECK (kind IN
        ('done', 'referred', 'planned', 'will_not', 'not_ours')),
    sentence    TEXT NOT NULL CHECK (sentence <> ''),
    body        TEXT NOT NULL CHECK (body <> ''), -- who answers for it: the force or a partner
    due_day     {{int64}},
    staff_id    {{int64}} REFERENCES staff (id), -- nobody where a partner wrote it
    answered_at {{int64}} NOT NULL,
    UNIQUE (concern_id, sequence),
    CHECK (kind <> 'planned' OR due_day IS NOT NULL)
) {{strict}};

-- The news.
CREATE INDEX answer_by_time ON answer (answered_at, id);

{{append_only answer}};

CREATE TABLE verdict (
    answer_id {{int64}} NOT NULL PRIMARY KEY REFERENCES answer (id),
    verdict   TEXT NOT NULL CHECK (verdict IN ('helped', 'did_not', 'not_true')),
    given_at  {{int64}} NOT NULL
) {{strict}};

{{append_only verdict}};
