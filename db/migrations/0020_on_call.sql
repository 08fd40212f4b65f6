-- Who of a desk is on call, so that what cannot wait is handed to somebody who is there.

CREATE TABLE on_call (
    staff_id {{int64}} NOT NULL PRIMARY KEY REFERENCES staff (id),
    until    {{int64}} NOT NULL
) {{strict}};
