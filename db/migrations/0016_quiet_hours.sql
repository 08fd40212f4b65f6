-- What the force counted in each hour of the local week; no rows: what the program assumes.

CREATE TABLE quiet_hour (
    hour    {{int64}} NOT NULL PRIMARY KEY CHECK (hour BETWEEN 0 AND 167), -- 0: Monday 00:00 to 01:00
    people  {{real}} NOT NULL CHECK (people >= 0),
    traffic {{real}} NOT NULL CHECK (traffic >= 0)
) {{strict}};
