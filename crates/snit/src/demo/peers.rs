//! Divisions of places into those that are alike, made up from what is known of them: size, islands, and the capital.

use health::geography::{Level, Place, places};
use serde_json::{Value, json};
use table::{MemberKind, Table, Text};

use super::axes::council_index;

/// Municipalities that are islands: Bornholm, Langeland, Ærø, Fanø, Samsø and Læsø.
const ISLANDS: [&str; 6] = ["0400", "0482", "0492", "0563", "0741", "0825"];
/// Councils round Copenhagen, which is itself in the one of [`CITIES`].
const SUBURBS: [&str; 3] = ["14", "15", "16"];
/// Councils with one of the four largest towns.
const CITIES: [&str; 4] = ["2", "6", "11", "17"];
/// The least that a city and a town have.
const CITY: u32 = 190_000;
const TOWN: u32 = 58_000;

/// A class of places: identifier, Danish and English.
type Class = (&'static str, &'static str, &'static str);

const MUNICIPALITIES: [Class; 5] = [
    ("storby", "Storbykommuner", "City municipalities"),
    (
        "forstad",
        "Kommuner omkring København",
        "Municipalities round Copenhagen",
    ),
    (
        "provinsby",
        "Provinsbykommuner",
        "Provincial-town municipalities",
    ),
    ("land", "Landkommuner", "Rural municipalities"),
    ("oe", "Økommuner", "Island municipalities"),
];
const COUNCILS: [Class; 3] = [
    ("storby", "Råd med en storby", "Councils with a city"),
    (
        "forstad",
        "Råd omkring København",
        "Councils round Copenhagen",
    ),
    ("provins", "Råd i provinsen", "Provincial councils"),
];

/// The divisions of the places that these tables have.
pub(crate) fn of(tables: &[Table]) -> Vec<Value> {
    let municipal = known(tables, Level::Municipality).map(|codes| {
        let words = ("kommunetype", "Lignende kommuner", "Similar municipalities");
        division(
            words,
            (Level::Municipality, &codes),
            (&MUNICIPALITIES, of_municipality),
        )
    });
    let councils = known(tables, Level::HealthCouncil).map(|codes| {
        let words = ("raadstype", "Lignende råd", "Similar councils");
        division(
            words,
            (Level::HealthCouncil, &codes),
            (&COUNCILS, of_council),
        )
    });
    municipal.into_iter().chain(councils).collect()
}

/// The codes of places of a level, where there are some: of a dimension of that name, of one of its levels, or printed
/// among finer places.
fn known(tables: &[Table], level: Level) -> Option<Vec<&str>> {
    let dimensions = tables.iter().flat_map(Table::dimensions);
    let mut codes = dimensions.filter_map(|column| {
        let dimension = &column.dimension;
        let levels = dimension.levels.iter();
        let of_level = levels.filter(|it| it.name == level.name());
        let printed = MemberKind::Of(level.name().to_owned());
        let own = dimension.members.iter().filter(|member| {
            member.kind == printed
                || dimension.name == level.name() && member.kind == MemberKind::Part
        });
        let members = of_level.flat_map(|it| &it.members).chain(own);
        let codes: Vec<&str> = members.map(|member| member.code.as_str()).collect();
        (!codes.is_empty()).then_some(codes)
    });
    codes.next()
}

fn of_municipality(place: &Place) -> &'static str {
    let council = (council_index(place) + 1).to_string();
    if ISLANDS.contains(&place.code) {
        "oe"
    } else if place.population_2020 >= CITY {
        "storby"
    } else if place.code == "0147" || SUBURBS.contains(&council.as_str()) {
        "forstad"
    } else if place.population_2020 >= TOWN {
        "provinsby"
    } else {
        "land"
    }
}

fn of_council(place: &Place) -> &'static str {
    if CITIES.contains(&place.code) {
        "storby"
    } else if SUBURBS.contains(&place.code) {
        "forstad"
    } else {
        "provins"
    }
}

fn division(
    (id, danish, english): Class,
    (level, known): (Level, &[&str]),
    (classes, class_of): (&[Class], fn(&Place) -> &'static str),
) -> Value {
    let class = |(class, danish, english): &Class| {
        let inside = places().iter().filter(|place| {
            place.level == level && class_of(place) == *class && known.contains(&place.code)
        });
        let members: Vec<&str> = inside.map(|place| place.code).collect();
        let label = Text::new(danish, english);
        (!members.is_empty()).then(|| json!({ "id": class, "label": label, "members": members }))
    };
    let definition = Text::new(
        "Demonstrationens egen inddeling efter folketal 1. januar 2020, øer og afstand til København.",
        "Our own division by people on 1 January 2020, islands and distance to Copenhagen.",
    );
    json!({
        "id": id,
        "level": level.name(),
        "label": Text::new(danish, english),
        "definition": definition,
        "classes": classes.iter().filter_map(class).collect::<Vec<_>>(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_and_council_is_in_one_class_with_others() {
        let sizes = |level: Level, classes: &[Class], class_of: fn(&Place) -> &'static str| {
            let inside = |class: &Class| {
                let places = places().iter().filter(|place| place.level == level);
                places.filter(|place| class_of(place) == class.0).count()
            };
            classes.iter().map(inside).collect::<Vec<_>>()
        };
        let municipal = sizes(Level::Municipality, &MUNICIPALITIES, of_municipality);
        let councils = sizes(Level::HealthCouncil, &COUNCILS, of_council);
        assert_eq!(municipal.iter().sum::<usize>(), 98);
        assert_eq!(
            (councils.as_slice(), municipal[0], municipal[4]),
            (&[4, 3, 10][..], 4, 6)
        );
        assert!(municipal.iter().all(|count| *count > 3), "{municipal:?}");
    }
}
