-- Walks. A live walk has two women officers or it cannot be stored: its two seats are foreign keys
-- to two different officers, checked when a transaction commits.

CREATE TABLE walk_officer (
    walk_id    {{int64}} NOT NULL,
    seat       {{int64}} NOT NULL CHECK (seat >= 1),
    officer_id {{int64}} NOT NULL,
    day        {{int64}} NOT NULL,
    PRIMARY KEY (walk_id, seat),
    UNIQUE (walk_id, officer_id),
    FOREIGN KEY (officer_id, day) REFERENCES officer_duty (officer_id, day)
) {{strict}};

CREATE INDEX walk_officer_by_officer ON walk_officer (officer_id, day);

CREATE TABLE walk (
    id          {{int64}} NOT NULL PRIMARY KEY,
    bcu_id      {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id     {{int64}} NOT NULL REFERENCES ward (id),
    starts_at   {{int64}} NOT NULL,
    ends_at     {{int64}} NOT NULL CHECK (ends_at > starts_at),
    state       TEXT NOT NULL CHECK (state IN
        ('proposed', 'confirmed', 'started', 'held', 'called_away', 'missed', 'cancelled')),
    first_seat  {{int64}} CHECK (first_seat = 1),
    second_seat {{int64}} CHECK (second_seat = 2),
    version     {{int64}} NOT NULL DEFAULT 1,
    created_at  {{int64}} NOT NULL,
    CHECK (state = 'cancelled' OR (first_seat IS NOT NULL AND second_seat IS NOT NULL)),
    FOREIGN KEY (id, first_seat) REFERENCES walk_officer (walk_id, seat)
        DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (id, second_seat) REFERENCES walk_officer (walk_id, seat)
        DEFERRABLE INITIALLY DEFERRED
) {{strict}};

CREATE INDEX walk_by_start ON walk (bcu_id, starts_at);
CREATE INDEX walk_to_settle ON walk (ends_at) WHERE state IN ('confirmed', 'started');

-- Nobody can be booked twice: a row for each officer and quarter of an hour, travel and rest
-- included.
CREATE TABLE booking (
    officer_id {{int64}} NOT NULL REFERENCES officer (id),
    slot       {{int64}} NOT NULL, -- quarters of an hour since 1970
    walk_id    {{int64}} NOT NULL REFERENCES walk (id),
    PRIMARY KEY (officer_id, slot)
) {{strict}};

CREATE INDEX booking_by_walk ON booking (walk_id);

CREATE TABLE walk_request (
    walk_id     {{int64}} NOT NULL REFERENCES walk (id),
    request_id  {{int64}} NOT NULL REFERENCES request (id),
    state       TEXT NOT NULL CHECK (state IN
        ('proposed', 'accepted', 'declined', 'cancelled', 'attended', 'absent')),
    deadline_at {{int64}} NOT NULL,
    PRIMARY KEY (walk_id, request_id)
) {{strict}};

CREATE UNIQUE INDEX one_live_walk_per_request ON walk_request (request_id)
    WHERE state IN ('proposed', 'accepted');

-- The meeting point, the route and the stops, sealed with the key of each woman who walks; erased
-- 7 days after the walk.
CREATE TABLE walk_private (
    walk_id    {{int64}} NOT NULL REFERENCES walk (id),
    request_id {{int64}} NOT NULL REFERENCES request (id),
    sealed     TEXT NOT NULL,
    PRIMARY KEY (walk_id, request_id)
) {{strict}};
