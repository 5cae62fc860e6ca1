//! Portuguese.

use super::{
    language::{List, Part, Table},
    saying::Calling,
};

pub(super) const PORTUGUESE: Table = Table {
    lists: &[
        (List::Will, "vai, deve, pode, vão, devem, podem, vou, vamos, tem de, tem que, têm de"),
        (
            List::Does,
            "\
            liga, ligará, telefona, telefonará, envia, enviará, manda, mandará, traz, trará, encomenda, encomendará, \
            verifica, verificará, entregará, repara, reparará, conserta, faz, fará, dá, dará, escreve, escreverá, \
            contacta, contata, contactará, confirma, confirmará, prepara, preparará, responde, responderá, avisa, \
            avisará, instala, instalará, monta, montará, lava, lavará, passa, passará, recolhe, busca, buscará, \
            trata, tratará, organiza, informa, informará, devolve, devolverá, chama",
        ),
        (List::DoesTogether, "ligam, enviam, fazem, avisam"),
        (List::Me, "eu, mim, nós, me"),
        (
            List::Others,
            "\
            ele, ela, eles, elas, quem, que, isto, isso, cliente, clientes, comprador, senhor, senhora, sr, sra, \
            dona, dr, dra, família, marido, mulher, esposa, mãe, pai, filho, filha, amigo, amiga, vizinho, seguro, \
            oficina, alguém, ninguém, todos, e, ou, mas, então, se, quando, porque, favor, obrigado, carro, \
            reparação, fatura, factura, orçamento, entrega",
        ),
        (List::Joiners, "e, ou, a, até"),
        (
            List::Articles,
            "\
            as, um, uma, uns, umas, meu, minha, seu, sua, nosso, nossa, este, esta, esse, essa, nenhum, nenhuma, os, \
            a",
        ),
        (List::The, "o, no, na, ao, do, da"),
        (List::Dates, "dia, ao"),
        (List::Clauses, "e, ou, mas, então, que, se, porque"),
        (List::Asking, "pedir, pede, dizer, diz, lembrar, favor"),
        (
            List::Actions,
            "\
            ligar, telefonar, enviar, mandar, trazer, encomendar, verificar, entregar, reparar, consertar, fazer, \
            dar, escrever, contactar, contatar, confirmar, preparar, responder, avisar, instalar, montar, lavar, \
            passar, recolher, buscar, tratar, organizar, informar, devolver, cancelar, mudar, oferecer, perguntar, \
            imprimir, limpar, trocar, visitar, reembolsar, retornar, chamar, também, chamada",
        ),
        (
            List::Turns,
            "\
            a, à, ao, aos, às, por, pelo, pela, para, pra, com, sem, sobre, de, do, da, dos, das, e, ou, mas, se, \
            que, quem, quando, porque, como, em, no, na, nos, nas, desde, até, antes, depois, segundo, favor, \
            obrigado, ele, ela, eu, o, os, as, um, uma, seu, sua, meu, nosso, é, era, vai, deve, pode, tem, não, \
            senhor, senhora, sr, sra, dona, entre, acerca, respeito, volta, só, lhe, mais",
        ),
        (
            List::Before,
            "\
            para, para o, para a, para as, até, até ao, até o, até à, até às, até as, a, ao, o, antes de, antes do, \
            antes da, antes das, por volta de, por volta das, cerca de, cerca das, no máximo, no máximo até, o mais \
            tardar, no, na, este, esta, próximo, previsto, lá para, lá pelas",
        ),
        (List::Pins, "até"),
        (List::ClockPins, "às, pelas"),
        (List::Within, "em, dentro, daqui"),
        (List::Bounds, "antes, antes de, antes do, antes das, até, até às, até ao, até o"),
        (
            List::Limits,
            "\
            depois de, depois das, após, após as, desde, desde as, entre, a partir de, a partir das, a partir da, \
            não antes de, não antes das, das",
        ),
        (List::Negations, "não, nunca, jamais, exceto, excepto, salvo, nenhum, nenhuma"),
        (List::Repeats, "cada, todos os, todas as, toda, todo, diariamente, semanalmente, mensalmente, sempre"),
        (List::Trailing, "em ponto, no máximo, o mais tardar, ou assim, ou mais tarde, aproximadamente, mais ou menos"),
        (
            List::Amounts,
            "\
            eur, euro, euros, reais, brl, cêntimos, por cento, km, quilómetros, quilômetros, mm, cm, m, kg, peças, \
            unidades, x, litros, min, minuto, minutos, hora, horas, dia, dias, semana, semanas, mês, meses, ano, \
            anos, cv, vezes",
        ),
        (
            List::Everyday,
            "\
            seg, ter, qua, qui, sex, sáb, dom, segunda, terça, quarta, quinta, sexta, mar, set, out, mai, ago, \
            fecho, abertura, meio-dia",
        ),
        (List::Names, "dom"),
        (
            List::Vague,
            "\
            segundas, terças, quartas, quintas, sextas, segundas-feiras, terças-feiras, quartas-feiras, quintas- \
            feiras, sextas-feiras, sábados, domingos, o mês que vem, no próximo mês, próximo mês, este mês, o ano \
            que vem, este ano, esta semana, o fim de semana, no fim de semana, este fim de semana, fim de semana, no \
            fim da semana, fim da semana, no fim do mês, fim do mês, no início da próxima semana, no meio da semana, \
            asap, o mais rápido possível, o quanto antes, quanto antes, assim que possível, logo que possível, daqui \
            a uns minutos, daqui a alguns minutos, daqui a alguns dias, daqui a uns dias, em alguns dias, em alguns \
            minutos, em algumas horas, nos próximos dias, em breve, brevemente, mais tarde, um dia destes, qualquer \
            dia, logo mais, durante a semana",
        ),
        (List::Zones, "utc, gmt, cet, cest, mez, mesz, est, edt, cst, pst, bst, wet, west"),
    ],
    will_endings: &[],
    idioms: &["24/7", "50/50"],
    parts: &[
        ("esta manhã", Part::of(0, 12).today()),
        ("hoje de manhã", Part::of(0, 12).today()),
        ("esta tarde", Part::of(12, 20).today()),
        ("hoje à tarde", Part::of(12, 20).today()),
        ("esta noite", Part::of(18, 24).today()),
        ("hoje à noite", Part::of(18, 24).today()),
        ("de manhã", Part::of(0, 12)),
        ("pela manhã", Part::of(0, 12)),
        ("da manhã", Part::of(0, 12)),
        ("à manhã", Part::of(0, 12)),
        ("à tarde", Part::of(12, 20)),
        ("de tarde", Part::of(12, 20)),
        ("pela tarde", Part::of(12, 20)),
        ("da tarde", Part::of(12, 20)),
        ("à noite", Part::of(18, 24)),
        ("de noite", Part::of(18, 24)),
        ("da noite", Part::of(18, 24)),
        ("manhã", Part::of(0, 12).beside_a_day()),
        ("tarde", Part::of(12, 20).beside_a_day()),
        ("noite", Part::of(18, 24).beside_a_day()),
    ],
    says: |said| said.in_words(&CALLING),
    is_verb_second: false,
    names_owner: "vai",
    and: "e",
    usual: "ligar de volta",
    end_of_day: "fim do dia",
};

const CALLING: Calling = Calling {
    will: "vai",
    calls: "liga para",
    titles: &[
        ("sr.", "liga para o Sr."),
        ("sra.", "liga para a Sra."),
        ("senhor", "liga para o senhor"),
        ("senhora", "liga para a senhora"),
        ("dona", "liga para a Dona"),
    ],
    away: "",
    about: "sobre",
    abouts: "sobre, por, pelo, pela, pelos, pelas, para, acerca, a respeito",
    infinitives: &["ar", "er", "ir"],
};
