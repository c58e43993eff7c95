/** What a merge by exact contact data alone would give: the groups of records joined by any shared value. */
export function countGroups(records: readonly { values: readonly string[] }[]): number {
  const parents = records.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    return root;
  };
  const firstWith = new Map<string, number>();
  records.forEach(({ values }, index) => {
    for (const value of values) {
      if (value === '') continue;
      const known = firstWith.get(value);
      if (known === undefined) firstWith.set(value, index);
      else parents[rootOf(index)] = rootOf(known);
    }
  });
  return records.filter((_, index) => rootOf(index) === index).length;
}

export function normalisedEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** British numbers: digits only, +44 as 0. */
export function normalisedPhone(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return digits.startsWith('+44') ? `0${digits.slice(3)}` : digits;
}
