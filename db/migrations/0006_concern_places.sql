-- What women said near a meeting point, so that a walk leads past it.

CREATE INDEX concern_by_place ON concern (lat, lon);
