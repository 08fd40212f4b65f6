-- Partners outside the force, and what was passed to them. A referral knows a concern and a partner:
-- what the partner says to it are answers of the concern like those of the desk.

CREATE TABLE partner (
    id           {{int64}} NOT NULL PRIMARY KEY,
    name         TEXT NOT NULL UNIQUE,
    kind         TEXT NOT NULL CHECK (kind IN
        ('lighting', 'parks', 'transport', 'transport_police', 'licensing', 'other')),
    sealed       TEXT NOT NULL, -- its e-mail address, and our key at its Open311 server
    has_contact  {{int64}} NOT NULL CHECK (has_contact IN (0, 1)),
    endpoint     TEXT NOT NULL DEFAULT '', -- of its Open311 server; empty: it gets letters
    jurisdiction TEXT NOT NULL DEFAULT '', -- at that server
    services     TEXT NOT NULL DEFAULT '', -- categories, each with its own code behind a colon
    bcus         TEXT NOT NULL DEFAULT '', -- codes of the units that it serves; empty: all
    wards        TEXT NOT NULL DEFAULT '', -- codes of the wards, within those units or beside them
    key_hash     TEXT UNIQUE, -- of the key with which it sends concerns to us
    created_at   {{int64}} NOT NULL
) {{strict}};

-- Of each answer exactly one, a member of staff or a partner, is the author.
ALTER TABLE answer ADD COLUMN partner_id {{int64}} REFERENCES partner (id)
    CHECK ((partner_id IS NULL) <> (staff_id IS NULL));

CREATE TABLE referral (
    id            {{int64}} NOT NULL PRIMARY KEY,
    concern_id    {{int64}} NOT NULL REFERENCES concern (id),
    partner_id    {{int64}} NOT NULL REFERENCES partner (id),
    answer_id     {{int64}} NOT NULL UNIQUE REFERENCES answer (id), -- which passed it on
    state         TEXT NOT NULL CHECK (state IN
        ('sent', 'accepted', 'planned', 'done', 'not_ours', 'handed_on', 'ended')),
    link_hash     TEXT NOT NULL UNIQUE,
    expires_at    {{int64}} NOT NULL, -- of the link
    remote_token  TEXT NOT NULL DEFAULT '', -- by which its Open311 server knows it, until it has an id
    remote_id     TEXT NOT NULL DEFAULT '',
    remote_digest TEXT NOT NULL DEFAULT '', -- of what that server said last
    poll_at       {{int64}}, -- when to ask that server again
    poll_failures {{int64}} NOT NULL DEFAULT 0, -- since it answered last
    poll_error    TEXT NOT NULL DEFAULT '', -- a code or fixed sentence
    created_at    {{int64}} NOT NULL
) {{strict}};

CREATE INDEX referral_by_concern ON referral (concern_id, created_at);
CREATE INDEX referral_by_partner ON referral (partner_id, state);
CREATE INDEX referral_to_poll ON referral (poll_at);
-- Which sending of a referral waits, for the desk.
CREATE INDEX message_by_subject ON message (subject_id, kind);
CREATE INDEX job_by_argument ON job (argument, kind);
CREATE INDEX referral_with_partner ON referral (created_at, id)
    WHERE state IN ('sent', 'accepted', 'planned');
