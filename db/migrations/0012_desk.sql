-- What the desk needs to work on concerns together, and a history of answers that shows tampering.

-- Answers of a concern form a chain: hash = H(key, hash of the one before, this one).
-- Empty: given before there were chains.
ALTER TABLE answer ADD COLUMN hash TEXT NOT NULL DEFAULT '';
-- The state of its concern until then.
ALTER TABLE answer ADD COLUMN state_before TEXT NOT NULL DEFAULT 'open';
-- The earlier answer of the same concern that this one puts right or, with takes_back, takes back.
ALTER TABLE answer ADD COLUMN corrects_id {{int64}} REFERENCES answer (id)
    DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE answer ADD COLUMN takes_back {{int64}} NOT NULL DEFAULT 0
    CHECK (takes_back = 0 OR (takes_back = 1 AND corrects_id IS NOT NULL));
CREATE INDEX answer_by_corrected ON answer (corrects_id);
-- The answer of the leading concern that this one repeats.
ALTER TABLE answer ADD COLUMN together_id {{int64}} REFERENCES answer (id)
    DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX answer_together ON answer (together_id);

-- What was answered and not taken back.
CREATE VIEW given_answer AS SELECT a.* FROM answer a WHERE a.takes_back = 0
    AND NOT EXISTS (SELECT 1 FROM answer t WHERE t.corrects_id = a.id AND t.takes_back = 1);

-- An answer taken back gives what it ended back to its partner.
ALTER TABLE referral ADD COLUMN ended_by {{int64}} REFERENCES answer (id);
-- Its state until then.
ALTER TABLE referral ADD COLUMN ended_from TEXT NOT NULL DEFAULT '';
CREATE INDEX referral_by_end ON referral (ended_by);

-- The concern that this one follows: they are answered together.
ALTER TABLE concern ADD COLUMN lead_id {{int64}} REFERENCES concern (id)
    DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX concern_by_lead ON concern (lead_id);

-- Which concern joined or left which. A concern that turns out to be a disclosure takes its rows
-- with it: the place of the other one is its own.
CREATE TABLE merging (
    id         {{id}},
    concern_id {{int64}} NOT NULL,
    lead_id    {{int64}} NOT NULL,
    staff_id   {{int64}} NOT NULL REFERENCES staff (id),
    merged_at  {{int64}} NOT NULL,
    is_undone  {{int64}} NOT NULL CHECK (is_undone IN (0, 1))
) {{strict}};

CREATE INDEX merging_by_concern ON merging (concern_id);
CREATE INDEX merging_by_lead ON merging (lead_id);

-- Who of the desk sees to a concern; nobody: anybody.
ALTER TABLE concern ADD COLUMN owner_id {{int64}} REFERENCES staff (id);
CREATE INDEX concern_by_owner ON concern (owner_id);

-- To whom new concerns go by themselves: the rule that says most about one decides.
CREATE TABLE route (
    bcu_id   {{int64}} NOT NULL REFERENCES bcu (id),
    ward_id  {{int64}} NOT NULL, -- 0: every ward
    category TEXT NOT NULL, -- empty: every category
    staff_id {{int64}} NOT NULL REFERENCES staff (id),
    PRIMARY KEY (bcu_id, ward_id, category)
) {{strict}};

-- That a part of her words was removed, never what. It leaves with its concern, too.
CREATE TABLE redaction (
    id          {{id}},
    concern_id  {{int64}} NOT NULL,
    staff_id    {{int64}} NOT NULL REFERENCES staff (id),
    reason      TEXT NOT NULL CHECK (reason IN
        ('names_somebody', 'tells_who_she_is', 'not_needed')),
    redacted_at {{int64}} NOT NULL
) {{strict}};

CREATE INDEX redaction_by_concern ON redaction (concern_id);
