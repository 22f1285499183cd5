//! Keywords that stand before what a file says of itself, in words.

use table::Text;

/// Keywords of PX and JSON-stat, in Danish and English.
const KEYWORDS: &[(&str, &str, &str)] = &[
    ("SOURCE", "Kilde", "Source"),
    ("SURVEY", "Undersøgelse", "Survey"),
    ("LAST-UPDATED", "Senest opdateret", "Last updated"),
    ("NEXT-UPDATE", "Næste opdatering", "Next update"),
    ("UPDATE-FREQUENCY", "Opdateres", "Updated"),
    ("REFPERIOD", "Referenceperiode", "Reference period"),
    ("BASEPERIOD", "Basisperiode", "Base period"),
    ("CFPRICES", "Priser", "Prices"),
    (
        "DAYADJ",
        "Korrigeret for arbejdsdage",
        "Adjusted for working days",
    ),
    ("SEASADJ", "Sæsonkorrigeret", "Seasonally adjusted"),
    ("DATANOTESUM", "Ved summer", "Beside sums"),
    ("INFO", "Om tallene", "About the figures"),
    ("CONTACT", "Kontakt", "Contact"),
    ("LINK", "Læs mere", "Read more"),
    ("COPYRIGHT", "Ophavsret", "Copyright"),
    (
        "OFFICIAL-STATISTICS",
        "Officiel statistik",
        "Official statistics",
    ),
    ("LICENSE", "Licens", "Licence"),
];
/// What files say instead of a text.
const ANSWERS: &[(&str, &str, &str)] = &[
    ("YES", "ja", "yes"),
    ("NO", "nej", "no"),
    // Whether prices are those of the year or of one year.
    ("C", "løbende priser", "current prices"),
    ("F", "faste priser", "fixed prices"),
];

/// A note that begins with a keyword, in words; any other stays as it is.
pub(crate) fn in_words(note: &Text) -> Text {
    let said = |text: &str| {
        let (keyword, said) = text.split_once(": ")?;
        let (_, da, en) = KEYWORDS.iter().find(|(each, ..)| *each == keyword)?;
        Some(((*da, *en), said.to_owned()))
    };
    let (Some((words, da)), Some((_, en))) = (said(&note.da), said(&note.en)) else {
        return note.clone();
    };
    let answer = |said: &str| ANSWERS.iter().find(|(each, ..)| *each == said);
    let da = answer(&da).map_or(da, |(_, answer, _)| (*answer).to_owned());
    let en = answer(&en).map_or(en, |(.., answer)| (*answer).to_owned());
    Text::new(&format!("{}: {da}", words.0), &format!("{}: {en}", words.1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_before_a_note_are_put_into_words() {
        let check = |note: &str, da: &str, en: &str| {
            assert_eq!(in_words(&Text::same(note)), Text::new(da, en));
        };
        check("SOURCE: DST", "Kilde: DST", "Source: DST");
        check("COPYRIGHT: YES", "Ophavsret: ja", "Copyright: yes");
        check(
            "CFPRICES: C",
            "Priser: løbende priser",
            "Prices: current prices",
        );
        check("Se: her", "Se: her", "Se: her");
    }
}
