const names = new Map<string, Intl.DisplayNames>()

/** The names of languages in one of them; nothing for one that has none. Kept: to make it costs more than all that is asked of it. */
function namesIn(locale: string): Intl.DisplayNames {
  const known = names.get(locale) ?? new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' })
  names.set(locale, known)
  return known
}

/** A language by its name in the language of the window; a tag that nobody knows as it is. */
export function languageName(tag: string): string {
  try {
    return namesIn('en').of(tag) ?? tag
  } catch {
    return tag
  }
}

/** Languages that are proposed. Any other can be typed. */
export const languages = [
  'en', 'ar', 'bg', 'bn', 'cs', 'da', 'de', 'el', 'es', 'fa', 'fi', 'fr', 'he', 'hi', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'ms', 'nl', 'no', 'pl', 'pt', 'ro',
  'ru', 'sk', 'sl', 'sq', 'sr', 'sv', 'sw', 'ta', 'th', 'tl', 'tr', 'uk', 'ur', 'vi', 'zh',
] as const

/** In these the name of any of them is known, beside its own: `portugiesisch` is Portuguese, as `português` is. */
const told = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'] as const

let tags: Map<string, string> | undefined

/** The tag of a language that was typed by its name; anything else as it was typed. */
export function languageTag(typed: string): string {
  const name = typed.trim()
  // As short as that it is a tag.
  if (/^[a-z]{0,3}$/i.test(name)) return name
  tags ??= new Map(languages.flatMap((tag) => [tag, ...told].map((locale) => [folded(namesIn(locale).of(tag) ?? tag), tag] as const)))
  return tags.get(folded(name)) ?? name
}

/** What was typed for a language, as it is understood: `Portuguese`, and by its tag where its name was typed. */
export function languageSaid(typed: string): string {
  const tag = languageTag(typed)
  return tag === typed.trim() ? languageName(tag) : `${languageName(tag)} · ${tag}`
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
