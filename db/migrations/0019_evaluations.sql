-- Whether patrols at a hotspot changed what women say there: what is compared is written down before
-- they begin, and what comes out is published, whatever it is.

CREATE TABLE evaluation (
    id               {{int64}} NOT NULL PRIMARY KEY,
    hotspot_id       {{int64}} NOT NULL REFERENCES hotspot (id), -- where the patrols go
    control_id       {{int64}} NOT NULL REFERENCES hotspot (id), -- drawn by lot: no patrols go there
    state            TEXT NOT NULL CHECK (state IN
        ('proposed', 'locked', 'refused', 'lapsed', 'published')),
    first_day        {{int64}} NOT NULL, -- of the patrols
    weeks            {{int64}} NOT NULL CHECK (weeks BETWEEN 4 AND 26), -- before that day, and from it on
    fall             {{int64}} NOT NULL CHECK (fall BETWEEN 1 AND 100), -- in percent, that would matter
    smallest_fall    {{int64}} CHECK (smallest_fall BETWEEN 1 AND 100), -- that is seen; none: no fall
    minimum_severity {{int64}} NOT NULL CHECK (minimum_severity BETWEEN 1 AND 3),
    seed             {{int64}} NOT NULL, -- of the lot
    planned_at       {{int64}} NOT NULL,
    why              TEXT NOT NULL DEFAULT '', -- it was refused
    locked_at        {{int64}},
    salt             TEXT NOT NULL DEFAULT '', -- so that nobody guesses the locked text
    fingerprint      TEXT NOT NULL DEFAULT '', -- of the locked text, in the audit too
    CHECK (hotspot_id <> control_id),
    CHECK ((state IN ('locked', 'published')) = (locked_at IS NOT NULL))
) {{strict}};

-- A place is in one open evaluation at a time.
CREATE UNIQUE INDEX evaluation_open_by_hotspot ON evaluation (hotspot_id)
    WHERE state IN ('proposed', 'locked');
CREATE UNIQUE INDEX evaluation_open_by_control ON evaluation (control_id)
    WHERE state IN ('proposed', 'locked');

-- What came out. Said: each woman once in each segment and span.
CREATE TABLE evaluation_result (
    evaluation_id   {{int64}} NOT NULL PRIMARY KEY REFERENCES evaluation (id),
    published_day   {{int64}} NOT NULL,
    treated_before  {{int64}} NOT NULL,
    treated_after   {{int64}} NOT NULL,
    control_before  {{int64}} NOT NULL,
    control_after   {{int64}} NOT NULL,
    may_show_counts {{int64}} NOT NULL CHECK (may_show_counts IN (0, 1)), -- enough women behind each
    visits          {{int64}} NOT NULL, -- made where the patrols went, from the first day on
    minutes         {{int64}} NOT NULL, -- of these
    visits_astray   {{int64}} NOT NULL, -- made there before, or to the control
    finding         TEXT NOT NULL CHECK (finding IN
        ('too_few', 'no_difference', 'fewer', 'more')),
    fingerprint     TEXT NOT NULL -- of all this, in the audit too
) {{strict}};

{{append_only evaluation_result}};
