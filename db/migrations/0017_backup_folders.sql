-- Where backups were written, so that their keys are removed in time although none is written again.

CREATE TABLE backup_folder (
    folder TEXT NOT NULL PRIMARY KEY -- absolute, of the machine that wrote there
) {{strict}};
