/** The pages of the gallery, by the end of the address: `#gallery/lists`. */
export const galleryPages = ['parts', 'forms', 'lists', 'risk', 'customer', 'reached', 'calm', 'acting', 'bell', 'find', 'office', 'hours', 'import', 'floating'] as const
export type GalleryPage = (typeof galleryPages)[number]
