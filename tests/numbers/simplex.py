"""The least and greatest value of each unknown under equations, every unknown at least 0: the two-phase
simplex method on a dense tableau with Bland's rule, for small systems."""

NEAR = 1e-7


def pivot(rows, basis, row, column):
    factor = rows[row][column]
    rows[row] = [value / factor for value in rows[row]]
    for other, line in enumerate(rows):
        if other != row and abs(line[column]) > NEAR:
            factor = line[column]
            rows[other] = [value - factor * best for value, best in zip(line, rows[row])]
    basis[row] = column


def reduced(rows, basis, costs, columns):
    """Reduced costs of the columns for the basis."""
    line = [costs.get(column, 0.0) for column in range(columns)]
    for row, column in enumerate(basis):
        cost = costs.get(column, 0.0)
        if cost:
            line = [value - cost * rows[row][at] for at, value in enumerate(line)]
    return line


def minimise(rows, basis, costs, columns):
    """Leaves the least solution in the tableau; False if there is none (it falls without end)."""
    while True:
        line = reduced(rows, basis, costs, columns)
        entering = next((column for column in range(columns) if line[column] < -NEAR), None)
        if entering is None:
            return True
        ratios = [(row[-1] / row[entering], basis[at], at) for at, row in enumerate(rows) if row[entering] > NEAR]
        if not ratios:
            return False
        least = min(ratio for ratio, _, _ in ratios)
        _, at = min((column, at) for ratio, column, at in ratios if ratio <= least + NEAR)
        pivot(rows, basis, at, entering)


class System:
    """sum(coefficient * unknown) = value, unknowns >= 0."""

    def __init__(self, equations, unknowns):
        self.count = unknowns
        rows = []
        for coefficients, value in equations:
            sign = -1 if value < 0 else 1
            row = [0.0] * unknowns
            for unknown, coefficient in coefficients.items():
                row[unknown] += sign * coefficient
            rows.append((row, sign * value))
        tableau = [row + [1.0 if at == own else 0.0 for at in range(len(rows))] + [float(value)]
                   for own, (row, value) in enumerate(rows)]
        basis = [unknowns + at for at in range(len(rows))]
        artificial = {unknowns + at: 1.0 for at in range(len(rows))}
        minimise(tableau, basis, artificial, unknowns + len(rows))
        if sum(row[-1] for at, row in enumerate(tableau) if basis[at] >= unknowns) > 1e-5:
            raise ValueError("no solution: the published numbers contradict each other")
        for at in range(len(rows)):  # artificial unknowns leave the basis, or their row says nothing
            if basis[at] >= unknowns:
                column = next((c for c in range(unknowns) if abs(tableau[at][c]) > NEAR), None)
                if column is not None:
                    pivot(tableau, basis, at, column)
        kept = [at for at in range(len(rows)) if basis[at] < unknowns]
        self.rows = [tableau[at][:unknowns] + [tableau[at][-1]] for at in kept]
        self.basis = [basis[at] for at in kept]

    def bounds(self, unknown):
        """(least, greatest); greatest is None where there is no limit."""
        found = []
        for sign in (1.0, -1.0):
            rows, basis = [list(row) for row in self.rows], list(self.basis)
            if not minimise(rows, basis, {unknown: sign}, self.count):
                found.append(None)
                continue
            found.append(next((rows[at][-1] for at, column in enumerate(basis) if column == unknown), 0.0))
        return tuple(found)
