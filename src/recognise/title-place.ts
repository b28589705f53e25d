/** A title or name with its place. */
export interface TitlePlace {
  readonly text: string;
  readonly row: number;
  readonly column: number;
}
