/** The pages of the settings, in the order they are listed. */
export const pages = ['appearance', 'office', 'hours', 'people', 'notifications', 'data', 'keys', 'about'] as const
export type SettingsPage = (typeof pages)[number]
