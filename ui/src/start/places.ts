import type { Choice } from '../parts/choice'

/** Every time zone the system knows, `Europe/Zurich` read as "Europe/Zurich"; the proposed one even if it is not among them. */
export function zones(proposed: string): Choice[] {
  return all([...Intl.supportedValuesOf('timeZone'), 'UTC'], proposed, (zone) => zone.replaceAll('_', ' '))
}

const codes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GI GL GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PR PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW'

/** The regions a phone number may be read in, by name. */
export function regions(proposed: string): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  return all(codes.split(' '), proposed, (code) => names.of(code) ?? code).map((choice) => ({ ...choice, hint: choice.value }))
}

const tags =
  'en-US en-GB en-AU en-CA en-IE en-IN en-NZ en-ZA de-DE de-AT de-CH fr-FR fr-BE fr-CA fr-CH it-IT it-CH es-ES es-MX es-AR es-US pt-BR pt-PT nl-NL nl-BE da-DK sv-SE nb-NO fi-FI is-IS pl-PL cs-CZ sk-SK hu-HU ro-RO bg-BG hr-HR sl-SI sr-RS el-GR tr-TR uk-UA ru-RU et-EE lv-LV lt-LT he-IL ar-EG ar-AE ar-SA fa-IR hi-IN th-TH vi-VN id-ID ms-MY zh-CN zh-TW zh-HK ja-JP ko-KR'

/** How dates and numbers may be written, by language and country. */
export function locales(proposed: string): Choice[] {
  const names = new Intl.DisplayNames('en', { type: 'language', languageDisplay: 'standard' })
  return all(tags.split(' '), proposed, (tag) => names.of(tag) ?? tag)
}

function all(values: readonly string[], proposed: string, label: (value: string) => string): Choice[] {
  const known = proposed && !values.includes(proposed) ? [proposed, ...values] : [...values]
  return [...new Set(known)].map((value) => ({ value, label: safely(value, label) })).toSorted((one, other) => one.label.localeCompare(other.label))
}

/** A proposal of the system need not be one the formatter knows. */
function safely(value: string, label: (value: string) => string): string {
  try {
    return label(value)
  } catch {
    return value
  }
}
