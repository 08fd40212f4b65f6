-- What women and officers answer to the same short questions. Nothing here is a participant's or
-- an officer's id: a keyed hash tells who answered twice.

CREATE TABLE survey (
    id     {{int64}} NOT NULL PRIMARY KEY,
    kind   TEXT NOT NULL CHECK (kind IN ('before', 'after', 'officer')),
    bcu_id {{int64}} NOT NULL REFERENCES bcu (id),
    month  {{int64}} NOT NULL, -- in which it was answered, since January 1970
    person TEXT NOT NULL, -- keyed hash; counts distinct people
    pair   TEXT NOT NULL, -- keyed hash of what it is about; the same before and after
    UNIQUE (kind, pair)
) {{strict}};

CREATE INDEX survey_by_unit ON survey (bcu_id, kind);
CREATE INDEX survey_by_month ON survey (month, kind);
CREATE INDEX survey_by_pair ON survey (pair);

CREATE TABLE survey_answer (
    survey_id {{int64}} NOT NULL REFERENCES survey (id),
    question  TEXT NOT NULL,
    choice    {{int64}} NOT NULL CHECK (choice BETWEEN 0 AND 4), -- 0: the best of its scale
    PRIMARY KEY (survey_id, question)
) {{strict}};

{{append_only survey_answer}};
