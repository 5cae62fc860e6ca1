//! French.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const FRENCH: Table = Table {
    lists: &[
        (List::Will, "va, doit, peut, vont, doivent, peuvent, vais, dois"),
        (
            List::Does,
            "\
            appelle, appelles, appellera, rappelle, rappellera, envoie, enverra, apporte, apportera, commande, \
            commandera, vérifie, vérifiera, livrera, répare, réparera, fait, fera, donne, donnera, écrit, écrira, \
            téléphone, téléphonera, contacte, contactera, confirme, confirmera, prépare, préparera, répond, \
            répondra, prévient, préviendra, installe, installera, monte, montera, lave, lavera, passe, passera, \
            récupère, récupérera, réglera, organise, organisera, informe, informera, s'occupe, s'occupera",
        ),
        (List::DoesTogether, "appellent, rappellent, envoient, font"),
        (List::Me, "je, moi, j', nous, me"),
        (
            List::Others,
            "\
            il, elle, on, ils, elles, qui, que, quoi, ce, cela, ça, client, cliente, clients, acheteur, monsieur, \
            madame, mme, mr, m, mlle, famille, mari, femme, mère, père, fils, fille, ami, amie, voisin, assurance, \
            garage, quelqu'un, personne, tous, et, ou, mais, donc, puis, si, quand, parce, merci, voiture, véhicule, \
            réparation, facture, devis, livraison",
        ),
        (List::Joiners, "et, ou, à, jusqu'à, jusqu'au"),
        (
            List::Articles,
            "\
            la, les, l', un, une, des, du, mon, ma, mes, son, sa, ses, notre, nos, votre, leur, leurs, cette, ces, \
            aucun, aucune",
        ),
        (List::The, "le"),
        (List::Dates, "le, au, du"),
        (List::Clauses, "et, ou, mais, donc, puis, que, si, parce"),
        (List::Asking, "demander, demande, dire, dis, prier, rappelez, faire, svp"),
        (
            List::Actions,
            "\
            appeler, rappeler, envoyer, apporter, commander, vérifier, livrer, réparer, faire, donner, écrire, \
            téléphoner, contacter, confirmer, préparer, répondre, prévenir, installer, monter, laver, passer, \
            récupérer, régler, organiser, informer, rembourser, annuler, reporter, déplacer, proposer, chercher, \
            trouver, demander, imprimer, nettoyer, remplacer, prendre, visiter, aussi, appel, rappel",
        ),
        (
            List::Turns,
            "\
            à, au, aux, pour, avec, sans, sur, sous, de, du, des, d', et, ou, mais, si, car, que, qui, quand, puis, \
            en, dans, par, chez, vers, avant, après, jusqu'à, svp, merci, il, elle, je, on, nous, vous, ils, elles, \
            le, la, les, l', un, une, son, sa, ses, leur, notre, mon, ma, est, était, va, doit, peut, a, avait, ne, \
            n', pas, au sujet, concernant, re, monsieur, madame, m, mme, mr, dès, entre, environ, précises, maximum, \
            encore, afin, seulement",
        ),
        (
            List::Before,
            "\
            pour, pour le, à, au, le, avant, avant le, d'ici, d'ici le, d'ici à, jusqu'à, jusqu'au, vers, vers les, \
            environ, au plus tard, au plus tard le, au plus tard à, prévu, prévue, dès, ce, pile",
        ),
        (List::Pins, "à, vers, jusqu'à, d'ici, avant"),
        (List::ClockPins, "à, vers"),
        (List::Within, "dans, d'ici, sous"),
        (List::Bounds, "avant, jusqu'à"),
        (List::Limits, "après, depuis, entre, à partir de, pas avant, au plus tôt, de"),
        (List::Negations, "ne, n', pas, jamais, sauf, aucun, non"),
        (List::Repeats, "chaque, tous les, toutes les, quotidiennement, hebdomadaire, mensuel, tous"),
        (List::Trailing, "précises, pile, au plus tard, au plus tôt, ou plus tard, environ, maximum, max"),
        (
            List::Amounts,
            "\
            eur, euro, euros, centimes, cent, pour cent, chf, francs, km, kilomètres, mm, cm, m, kg, pièces, x, \
            litres, min, minute, minutes, heure, heures, jour, jours, semaine, semaines, mois, an, ans, années, cv, \
            fois",
        ),
        (List::Everyday, "lun, mar, mer, jeu, ven, sam, dim, avr, mai, mars, midi, fermeture, ouverture, nov"),
        (List::Names, "sam"),
        (
            List::Vague,
            "\
            lundis, mardis, mercredis, jeudis, vendredis, samedis, dimanches, le mois prochain, ce mois, l'année \
            prochaine, cette année, cette semaine, le week-end, ce week-end, le weekend, ce weekend, week-end \
            prochain, en fin de semaine, fin de semaine, fin du mois, fin de mois, fin de l'année, début de semaine \
            prochaine, début de la semaine prochaine, en milieu de semaine, asap, dès que possible, au plus vite, au \
            plus tôt possible, dans quelques minutes, dans quelques heures, dans quelques jours, dans quelques \
            semaines, dans les prochains jours, prochainement, bientôt, plus tard, un de ces jours, un jour, sous \
            peu, tout à l'heure, dans la semaine, dans la journée, dans le mois",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("ce matin", Part::of(0, 12).today()),
        ("cet après-midi", Part::of(12, 19).today()),
        ("cette après-midi", Part::of(12, 19).today()),
        ("cet aprem", Part::of(12, 19).today()),
        ("ce soir", Part::of(17, 24).today()),
        ("cette nuit", Part::of(18, 24).today()),
        ("dans la matinée", Part::of(0, 12)),
        ("en matinée", Part::of(0, 12)),
        ("dans l'après-midi", Part::of(12, 19)),
        ("en début d'après-midi", Part::of(12, 19)),
        ("en fin d'après-midi", Part::of(12, 19)),
        ("dans la soirée", Part::of(17, 24)),
        ("en soirée", Part::of(17, 24)),
        ("matin", Part::of(0, 12).beside_a_day()),
        ("au matin", Part::of(0, 12).beside_a_day()),
        ("le matin", Part::of(0, 12).beside_a_day()),
        ("après-midi", Part::of(12, 19).beside_a_day()),
        ("après midi", Part::of(12, 19).beside_a_day()),
        ("aprem", Part::of(12, 19).beside_a_day()),
        ("l'après-midi", Part::of(12, 19).beside_a_day()),
        ("soir", Part::of(17, 24).beside_a_day()),
        ("au soir", Part::of(17, 24).beside_a_day()),
        ("le soir", Part::of(17, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: false,
    names_owner: "va",
    and: "et",
    usual: "rappeler",
    end_of_day: "fin de journée",
};

const CALLING: Calling = Calling {
    will: "va",
    calls: "appelle",
    titles: &[],
    away: "",
    about: "pour",
    abouts: "pour, au sujet, à propos, concernant, sur, à cause",
    infinitives: &["er", "ir", "re"],
};
