import type { Channel, RelationKind } from '../api/wire'
import { isolated } from './isolated'

/** What is said of who belongs to whom, and of how somebody may and likes to be reached. */
export const personWords = {
  related: {
    title: 'Who belongs to them',
    none: 'Nobody yet. A wife’s order is found from her husband’s call once they belong together.',
    add: 'Add somebody',
    kinds: {
      household: 'Household', partner: 'Partner', parent: 'Parent', child: 'Child', employer: 'Works for', employee: 'Works here', other: 'Other',
    } satisfies Record<RelationKind, string>,
    /** What the other one is, for whoever chooses it. */
    choose: {
      household: 'Same household', partner: 'Husband, wife, partner', parent: 'Mother or father', child: 'Daughter or son',
      employer: 'The firm they work for', employee: 'Somebody who works for them', other: 'Something else',
    } satisfies Record<RelationKind, string>,
    kind: 'What are they?',
    inYourWords: 'In your words',
    called: (one: string, other: string) => `What ${one} is to ${other}, in your words`,
    /** Where it was said of the other one: “Rui Sousa is their “landlord””. */
    calledBack: (name: string, called: string) => `${name} is their “${called}”`,
    who: 'Who belongs to them',
    create: 'They are not here yet: add them',
    maySpeak: (one: string, other: string) => `${isolated(one)} may speak for ${isolated(other)}`,
    mayNotSpeak: (one: string, other: string) => `${isolated(one)} may NOT speak for ${isolated(other)}: do not tell`,
    speaks: 'Who may speak for whom',
    owed: (open: number, late: number) => `${open} ${open === 1 ? 'promise' : 'promises'}${late > 0 ? `, ${late} late` : ''}`,
    nothingOwed: 'nothing open',
    next: (when: string) => `due ${when}`,
    change: (name: string) => `Change what is said of ${isolated(name)}`,
    end: 'Not any more',
    needWho: 'Say who belongs to them.',
    saved: (name: string) => `${isolated(name)} belongs to them.`,
    changed: (name: string) => `What is said of ${isolated(name)} is changed.`,
    ended: (name: string) => `${isolated(name)} does not belong to them any more.`,
  },
  reach: {
    speaks: (language: string) => `Speaks ${language}`,
    likes: (when: string) => `likes calls ${when}`,
    likesAlone: (when: string) => `Likes calls ${when}`,
    outside: 'not now',
    after: (time: string) => `after ${time}`,
    before: (time: string) => `before ${time}`,
    language: 'Language',
    languageHint: 'By its name or its tag: Portuguese, pt',
    goodHours: 'Likes to be called',
    goodHoursHint: 'after 17:00, or mon-fri 17:00-20:00; sat 10:00-12:00',
  },
  restrict: {
    channels: { call: 'call', email: 'e-mail', letter: 'write letters', message: 'send messages' } satisfies Record<Channel, string>,
    /** “Do not call or e-mail” */
    doNot: (what: string) => `Do not ${what}`,
    /** Where every way is forbidden. */
    doNotAny: 'Do not contact them in any way',
    or: ' or ',
    why: (reason: string, since: string, by: string) => `${isolated(reason)}. Since ${since}, by ${isolated(by)}.`,
    short: 'Do not call',
    mark: 'Restrict contact',
    lift: 'Lift this',
    markTitle: (name: string) => `How ${isolated(name)} is not to be reached`,
    liftTitle: (name: string) => `Let ${isolated(name)} be reached again`,
    which: 'Not by',
    liftWhich: 'Again by',
    names: { call: 'Telephone', email: 'E-mail', letter: 'Letter', message: 'Message' } satisfies Record<Channel, string>,
    reason: 'Why',
    reasonHint: 'In their words where you can: everybody at the desk reads it',
    note: 'Kept dials and writes to nobody who is marked so. Only a manager can lift it.',
    needWhich: 'Choose at least one way.',
    marked: (name: string) => `${isolated(name)} is not to be reached that way any more.`,
    lifted: (name: string) => `${isolated(name)} may be reached that way again.`,
    onlyManager: 'Only a manager can lift this, and says why.',
    /** `ways`: how else they may be reached; empty where they may in no way. */
    noCall: (ways: string) => `They are not to be called. ${ways ? `Reach them by ${ways}, or hand it over.` : 'Nor may they be reached in any other way: hand it to a manager.'}`,
    ways: { call: 'telephone', email: 'e-mail', letter: 'letter', message: 'message' } satisfies Record<Channel, string>,
    page: 'Open their page',
  },
}
