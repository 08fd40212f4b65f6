-- What a desk says again and again, to begin an answer with. Never the whole of one.

CREATE TABLE answer_template (
    id       {{id}},
    bcu_id   {{int64}} NOT NULL REFERENCES bcu (id),
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    sentence TEXT NOT NULL,
    UNIQUE (bcu_id, name)
) {{strict}};
