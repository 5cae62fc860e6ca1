//! Dutch.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const DUTCH: Table = Table {
    lists: &[
        (List::Will, "zal, moet, gaat, kan, wil, mag, zullen, moeten, gaan, zou, zouden"),
        (
            List::Does,
            "\
            belt, stuurt, brengt, bestelt, regelt, haalt, checkt, controleert, levert, repareert, maakt, geeft, \
            schrijft, mailt, mailen, bezoekt, neemt, vraagt, informeert, antwoordt, plaatst, monteert, wast, zoekt, \
            bevestigt, zorgt, spreekt, contacteert",
        ),
        (
            List::DoesTogether,
            "\
            bellen, sturen, brengen, bestellen, regelen, halen, leveren, maken, geven, schrijven, nemen, zoeken, \
            bevestigen, zorgen",
        ),
        (List::Me, "ik, mij, me, wij, we"),
        (
            List::Others,
            "\
            hij, zij, ze, het, men, wie, wat, dat, dit, die, klant, klanten, koper, meneer, mevrouw, dhr, mevr, \
            familie, man, vrouw, moeder, vader, zoon, dochter, vriend, buurman, verzekering, garage, iemand, \
            niemand, iedereen, en, of, maar, dan, als, omdat, aub, auto, wagen, afspraak, reparatie, factuur, \
            offerte",
        ),
        (List::Joiners, "en, of, tot, tot en met, t/m"),
        (List::Articles, "een, mijn, zijn, haar, ons, onze, hun, geen, deze, die, dat, dit"),
        (List::The, "de, het"),
        (List::Dates, "op, de, tot"),
        (List::Clauses, "en, of, maar, dan, dat, omdat, als"),
        (List::Asking, "vraag, zeg, herinner, laat, alsjeblieft, aub"),
        (
            List::Actions,
            "\
            bellen, sturen, brengen, bestellen, regelen, halen, checken, controleren, leveren, repareren, maken, \
            geven, schrijven, mailen, terugbellen, opbellen, bezoeken, nemen, vragen, informeren, antwoorden, \
            plaatsen, monteren, wassen, zoeken, bevestigen, zorgen, spreken, ophalen, terugbetalen, annuleren, \
            verzetten, aanbieden, bel, stuur, breng, bestel, regel, vraag, mail, ook, contact",
        ),
        (
            List::Turns,
            "\
            over, met, zonder, voor, naar, van, en, of, maar, als, omdat, dat, dan, in, op, om, per, via, bij, tot, \
            na, aub, alsjeblieft, bedankt, hij, zij, ze, het, ik, wij, we, de, een, zijn, haar, hun, ons, onze, \
            mijn, is, was, zal, zou, kan, moet, heeft, had, niet, geen, terug, uiterlijk, precies, alleen, tussen, \
            rond, ongeveer, wegens, meneer, mevrouw, dhr, mevr, vanaf, uit, nog, aan, ivm, tegen",
        ),
        (
            List::Before,
            "\
            tot, om, op, voor, tegen, rond, ongeveer, uiterlijk, uiterlijk op, uiterlijk om, op uiterlijk, ca, \
            circa, precies, exact, aanstaande, komende, pas, al, nog, ten laatste",
        ),
        (List::Pins, "om, uiterlijk, tegen, rond, tot"),
        (List::ClockPins, "om, rond"),
        (List::Within, "over, binnen, in"),
        (List::Bounds, "voor, tot"),
        (List::Limits, "vanaf, sinds, tussen, na, van, niet voor, op zijn vroegst"),
        (List::Negations, "niet, nooit, behalve, geen, nee"),
        (List::Repeats, "elke, iedere, elk, ieder, dagelijks, wekelijks, maandelijks, jaarlijks, altijd, alle"),
        (List::Trailing, "uiterlijk, precies, stipt, of zo, of later, of eerder, ongeveer"),
        (
            List::Amounts,
            "\
            eur, euro, euros, cent, procent, km, kilometer, mm, cm, m, kg, stuks, x, liter, min, minuut, minuten, \
            uur, uren, dag, dagen, week, weken, maand, maanden, jaar, jaren, pk, keer",
        ),
        (List::Everyday, "ma, di, wo, do, vr, za, zo, mei, mar, jan, sep, middaguur, als eerste, sluitingstijd"),
        (List::Names, "zo"),
        (
            List::Vague,
            "\
            maandags, 's maandags, dinsdags, woensdags, donderdags, vrijdags, zaterdags, zondags, doordeweeks, \
            volgende maand, deze maand, volgend jaar, dit jaar, deze week, het weekend, in het weekend, dit weekend, \
            volgend weekend, eind van de week, einde van de week, eind van de maand, einde van de maand, begin \
            volgende week, eind volgende week, midden volgende week, asap, zo snel mogelijk, zo spoedig mogelijk, \
            over een paar minuten, over een paar uur, over een paar dagen, over enkele dagen, binnenkort, ooit, \
            straks, later, spoedig, een dezer dagen, in de loop van de week",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("vanochtend", Part::of(0, 12).today()),
        ("vanmorgen", Part::of(0, 12).today()),
        ("deze ochtend", Part::of(0, 12).today()),
        ("vanmiddag", Part::of(12, 18).today()),
        ("deze middag", Part::of(12, 18).today()),
        ("deze namiddag", Part::of(12, 18).today()),
        ("vanavond", Part::of(17, 24).today()),
        ("deze avond", Part::of(17, 24).today()),
        ("vannacht", Part::of(18, 24).today()),
        ("'s ochtends", Part::of(0, 12)),
        ("'s morgens", Part::of(0, 12)),
        ("in de ochtend", Part::of(0, 12)),
        ("'s middags", Part::of(12, 18)),
        ("in de middag", Part::of(12, 18)),
        ("in de namiddag", Part::of(12, 18)),
        ("'s avonds", Part::of(17, 24)),
        ("in de avond", Part::of(17, 24)),
        ("'s nachts", Part::of(18, 24)),
        ("in de nacht", Part::of(18, 24)),
        ("ochtend", Part::of(0, 12).beside_a_day()),
        ("voormiddag", Part::of(0, 12).beside_a_day()),
        ("middag", Part::of(12, 18).beside_a_day()),
        ("namiddag", Part::of(12, 18).beside_a_day()),
        ("avond", Part::of(17, 24).beside_a_day()),
        ("nacht", Part::of(18, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: true,
    names_owner: "zal",
    and: "en",
    usual: "terugbellen",
    end_of_day: "einde van de dag",
};

const CALLING: Calling = Calling {
    will: "zal",
    calls: "belt",
    titles: &[],
    away: "",
    about: "over",
    abouts: "over, wegens, ivm, in verband met, betreffende, voor",
    infinitives: &["en"],
};
