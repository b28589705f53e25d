/** Findings of a file with arguments of their own: nobody mends so many different faults, and a report of them fills the memory. */
export const MOST_FINDINGS = 100_000;
