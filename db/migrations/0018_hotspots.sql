-- Where more women speak than exposure and chance explain: what the weekly search found, what people
-- decided, and what was done there. Nothing here leads to a woman.

CREATE TABLE hotspot (
    id         {{int64}} NOT NULL PRIMARY KEY,
    bcu_id     {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id    {{int64}} NOT NULL REFERENCES ward (id), -- that most of its segments lie in
    family     TEXT NOT NULL CHECK (family IN ('walks', 'reports')),
    state      TEXT NOT NULL CHECK (state IN
        ('proposed', 'confirmed', 'active', 'cooling', 'expired')),
    first_day  {{int64}} NOT NULL, -- of the search that found it first
    last_day   {{int64}} NOT NULL, -- of the search that found it last
    missed     {{int64}} NOT NULL DEFAULT 0, -- searches in a row since then
    aside_till {{int64}}, -- ended by a person: not proposed again before this day
    came_from  {{int64}} REFERENCES hotspot (id) DEFERRABLE INITIALLY DEFERRED, -- split off it
    ended_in   {{int64}} REFERENCES hotspot (id) DEFERRABLE INITIALLY DEFERRED, -- went into it
    version    {{int64}} NOT NULL DEFAULT 1
) {{strict}};

CREATE INDEX hotspot_by_bcu ON hotspot (bcu_id, state);

-- The weekly searches: of two machines one makes each.
CREATE TABLE hotspot_search (
    day             {{int64}} NOT NULL PRIMARY KEY, -- a Monday: it looks at what was said before
    network_version TEXT NOT NULL,
    searched_at     {{int64}} NOT NULL
) {{strict}};

-- Why it was called, week by week.
CREATE TABLE hotspot_finding (
    hotspot_id  {{int64}} NOT NULL REFERENCES hotspot (id),
    day         {{int64}} NOT NULL REFERENCES hotspot_search (day),
    women       {{int64}} NOT NULL, -- distinct
    spoken      {{int64}} NOT NULL, -- each woman once in each segment and quarter
    expected    {{real}} NOT NULL,  -- of `spoken`, where exposure alone decides
    p           {{real}} NOT NULL,  -- the least of its segments
    q           {{real}} NOT NULL,
    is_emerging {{int64}} NOT NULL CHECK (is_emerging IN (0, 1)),
    PRIMARY KEY (hotspot_id, day)
) {{strict}};

{{append_only hotspot_finding}};

-- Its segments then, under each name by which a concern there knows them.
CREATE TABLE hotspot_segment (
    hotspot_id      {{int64}} NOT NULL REFERENCES hotspot (id),
    day             {{int64}} NOT NULL,
    way_id          {{int64}} NOT NULL,
    lat             {{real}} NOT NULL, -- the middle
    lon             {{real}} NOT NULL,
    network_version TEXT NOT NULL,
    street          TEXT NOT NULL, -- empty where it has no name
    PRIMARY KEY (hotspot_id, day, way_id, lat, lon)
) {{strict}};

CREATE TABLE hotspot_event (
    id         {{id}},
    hotspot_id {{int64}} NOT NULL REFERENCES hotspot (id),
    kind       TEXT NOT NULL,
    state      TEXT NOT NULL, -- of the hotspot from then on
    other_id   {{int64}} REFERENCES hotspot (id) DEFERRABLE INITIALLY DEFERRED,
    note       TEXT NOT NULL,
    staff_id   {{int64}} REFERENCES staff (id), -- nobody: the weekly search
    day        {{int64}} NOT NULL,
    at         {{int64}} NOT NULL
) {{strict}};

CREATE INDEX hotspot_event_by_hotspot ON hotspot_event (hotspot_id, id);

{{append_only hotspot_event}};

-- The dose: how long somebody was to be there, and was.
CREATE TABLE hotspot_visit (
    id                {{int64}} NOT NULL PRIMARY KEY,
    hotspot_id        {{int64}} NOT NULL REFERENCES hotspot (id),
    planned_day       {{int64}} NOT NULL,
    planned_minutes   {{int64}} NOT NULL CHECK (planned_minutes BETWEEN 1 AND 600),
    delivered_day     {{int64}},
    delivered_minutes {{int64}} CHECK (delivered_minutes BETWEEN 1 AND 600),
    CHECK ((delivered_day IS NULL) = (delivered_minutes IS NULL))
) {{strict}};

CREATE INDEX hotspot_visit_by_hotspot ON hotspot_visit (hotspot_id, planned_day);

-- How often walks passed a segment, added a week at a time for all its walks together: no walk, no
-- woman, no day.
CREATE TABLE segment_pass (
    way_id          {{int64}} NOT NULL,
    lat             {{real}} NOT NULL, -- the middle
    lon             {{real}} NOT NULL,
    network_version TEXT NOT NULL,
    quarter         {{int64}} NOT NULL, -- since 1970
    passes          {{int64}} NOT NULL CHECK (passes > 0),
    PRIMARY KEY (way_id, lat, lon, quarter)
) {{strict}};

-- The weeks whose walks were added, and those that had too few.
CREATE TABLE passed_week (
    day      {{int64}} NOT NULL PRIMARY KEY, -- its Monday
    is_added {{int64}} NOT NULL CHECK (is_added IN (0, 1))
) {{strict}};
