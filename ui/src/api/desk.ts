/** This desk's own choices, by name. */
export type Preferences = Record<string, unknown>
