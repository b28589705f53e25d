/** Different things that may be wrong in a file, see `differentOnes`: nobody mends so many, and a report of them fills the memory. */
export const MOST_FINDINGS = 50_000;
