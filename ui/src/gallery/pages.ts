/** The pages of the gallery, by the end of the address: `#gallery/lists`. */
export const galleryPages = ['parts', 'forms', 'lists', 'customer', 'calm', 'acting', 'bell', 'find', 'office', 'hours', 'import', 'floating'] as const
export type GalleryPage = (typeof galleryPages)[number]
