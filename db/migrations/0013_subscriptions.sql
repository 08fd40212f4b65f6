-- Who wants news of an area by mail. A row knows an area, a sealed address and the hash of a secret
-- link, and goes when its owner stops it. It leads to nobody who takes part.

CREATE TABLE subscription (
    id           {{int64}} NOT NULL PRIMARY KEY,
    bcu_id       {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id      {{int64}} REFERENCES ward (id), -- absent: the whole unit
    sealed       TEXT NOT NULL, -- the address, and the secret of the link
    address_hash TEXT NOT NULL, -- keyed, unlike that of a participant's contact
    link_hash    TEXT NOT NULL UNIQUE,
    created_at   {{int64}} NOT NULL,
    confirmed_at {{int64}}, -- absent: nobody has said yes from that address yet
    told_until   {{int64}} NOT NULL -- answers before this moment are no news any more
) {{strict}};

-- An address gets the news of an area once.
CREATE UNIQUE INDEX each_ward_once ON subscription (address_hash, ward_id)
    WHERE ward_id IS NOT NULL;
CREATE UNIQUE INDEX each_unit_once ON subscription (address_hash, bcu_id) WHERE ward_id IS NULL;
CREATE INDEX subscription_by_told ON subscription (told_until);
