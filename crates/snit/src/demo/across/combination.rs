//! Residents by the combination of sectors they met in a year.

use serde_json::{Value, json};
use table::{
    Collapse, Dimension, Level, Measure, Member, MemberKind, Role, Table, TableError, Text,
};

use crate::demo::axes;
use crate::demo::columns::{Rows, additive, distinct, of_class, stock};
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::{complete, small_counts};
use crate::demo::keyfigures::hospital::totals;
use crate::demo::keyfigures::money::SECTORS;
use crate::demo::keyfigures::waiting::{inside, set};
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::rates::Places;

/// The three newest years, with the place of the first among all.
pub(crate) const YEARS: [&str; 3] = ["2023", "2024", "2025"];
pub(crate) const FIRST_YEAR: usize = 4;
pub(crate) const GROUPS: [(&str, std::ops::Range<usize>); 3] =
    [("0-17", 0..2), ("18-64", 2..6), ("65+", 6..11)];
/// Share of people who meet each sector in a year, by group of age.
const CHANCES: [[f64; 4]; 3] = [
    [0.11, 0.79, 0.041, 0.018],
    [0.19, 0.80, 0.069, 0.014],
    [0.33, 0.89, 0.098, 0.106],
];
const INITIALS: [&str; 4] = ["H", "A", "S", "K"];
/// How many times as likely a municipality's patient is to meet a hospital.
const TOGETHER: f64 = 1.9;
const CONTACTS: [f64; 4] = [2.6, 6.9, 1.8, 13.0];

/// The sectors of a combination, whose number has a bit for each sector.
fn sectors_of(combination: usize) -> impl Iterator<Item = usize> {
    (0..SECTORS.len()).filter(move |sector| combination >> sector & 1 == 1)
}

/// A code such as `HAK`, of the sectors' initials; `0` for none.
fn code_of(combination: usize) -> String {
    let initials: String = sectors_of(combination)
        .map(|sector| INITIALS.get(sector).copied().unwrap_or_default())
        .collect();
    if initials.is_empty() {
        "0".to_owned()
    } else {
        initials
    }
}

fn label_of(combination: usize) -> Text {
    if combination == 0 {
        return Text::new("Ingen sektor", "No sector");
    }
    let words = |pick: fn(&(&'static str, &'static str, &'static str)) -> &'static str| {
        sectors_of(combination)
            .filter_map(|sector| SECTORS.get(sector).map(pick))
            .collect::<Vec<_>>()
            .join(" + ")
    };
    Text {
        da: words(|sector| sector.1),
        en: words(|sector| sector.2),
    }
}

/// That the members of `combination` are combinations of sectors, for a table of these.
pub(crate) fn declared(table: &str, measure: &str, combinations: &[usize]) -> Value {
    let sector = |(id, (_, da, en)): (&str, &(&str, &str, &str))| json!({"id": id, "label": Text::new(da, en)});
    let sectors = INITIALS.into_iter().zip(&SECTORS).map(sector);
    let members = combinations.iter().map(|&combination| {
        let met = sectors_of(combination).filter_map(|sector| INITIALS.get(sector));
        (code_of(combination), met.copied().collect::<Value>())
    });
    json!({
        "table": table,
        "level": "combination",
        "measure": measure,
        "sectors": sectors.collect::<Value>(),
        "members": members.collect::<serde_json::Map<_, _>>(),
    })
}

/// The combinations of at least these sectors, with all of them together first and the number of sectors as a level.
pub(crate) fn combination_axis(all: Text, combinations: &[usize]) -> Axis {
    let described = Dimension {
        name: "combination".to_owned(),
        label: Text::new("Kombination af sektorer", "Combination of sectors"),
        role: Role::Sector,
        ..Dimension::default()
    };
    let axis = Axis {
        dimension: described,
        sums: Vec::new(),
    };
    let axis = axis.with(
        ("IALT", all),
        MemberKind::Total,
        (1..=combinations.len()).collect(),
    );
    let mut axis = combinations.iter().fold(axis, |axis, &combination| {
        axis.with_part(&code_of(combination), label_of(combination))
    });
    let group = |count: usize| Member {
        code: count.to_string(),
        label: Text::new(&format!("{count} sektorer"), &format!("{count} sectors")),
        kind: MemberKind::Part,
    };
    let counts = combinations
        .iter()
        .map(|&combination| u32::try_from(sectors_of(combination).count()).ok());
    axis.dimension.levels = vec![Level {
        name: "sector_count".to_owned(),
        label: Text::new("Antal sektorer", "Number of sectors"),
        members: (0..=SECTORS.len()).map(group).collect(),
        parents: std::iter::once(None).chain(counts).collect(),
    }];
    axis
}

/// The chance that a person meets exactly these sectors.
pub(crate) fn chance(group: usize, combination: usize) -> f64 {
    let chances = CHANCES.get(group).copied().unwrap_or_default();
    let [hospital, .., municipal] = chances;
    let meets_municipality = combination >> 3 & 1 == 1;
    let hospital = if meets_municipality {
        hospital * TOGETHER
    } else {
        hospital * (1.0 - municipal * TOGETHER) / (1.0 - municipal)
    };
    let all = std::iter::once(hospital)
        .chain(chances.into_iter().skip(1))
        .enumerate();
    all.map(|(sector, chance)| {
        if combination >> sector & 1 == 1 {
            chance
        } else {
            1.0 - chance
        }
    })
    .product()
}

/// Residents on 1 January, which combinations are shares of.
pub(crate) fn population(people: &People) -> Result<Table, TableError> {
    let cube = Cube::new(shared_axes());
    let mut values = cube.zeros();
    for part in cube.parts() {
        set(&mut values, part, whole(people_of(&cube, part, people)));
    }
    cube.sum_up(&mut values);
    let measure = additive(
        ("borgere", "Borgere", "Residents"),
        ("borgere", "residents"),
    );
    let measure = Measure {
        preliminary: Vec::new(),
        ..of_class(stock(Collapse::Refuse), measure)
    };
    let shown = vec![false; cube.len()];
    let title = Text::new("Befolkning", "Population");
    Rows::all(&cube)
        .with(measure, &values, &shown)
        .finish("befolkning", title, &[])
}

/// Places, years and ages.
fn shared_axes() -> Vec<Axis> {
    let ages = axes::wide_age_axis(&GROUPS.map(|(code, _)| code));
    vec![axes::place_axis(), axes::year_axis(&YEARS), ages]
}

fn municipality(cube: &Cube, part: usize) -> usize {
    inside(cube, cube.member(part, 0))
        .first()
        .copied()
        .unwrap_or(0)
}

fn people_of(cube: &Cube, part: usize, people: &People) -> f64 {
    let bands = GROUPS
        .get(cube.member(part, 2) - 1)
        .map_or(0..0, |(_, bands)| bands.clone());
    people.within(
        municipality(cube, part),
        FIRST_YEAR + cube.member(part, 1),
        bands,
    )
}

/// Residents and contacts by place, year, age and combination.
pub(crate) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let everybody = Text::new("Alle borgere", "All residents");
    let combinations = combination_axis(everybody, &(0..16).collect::<Vec<_>>());
    let cube = Cube::new(shared_axes().into_iter().chain([combinations]).collect());
    let (residents, contacts) = draw(seed, &cube, people);
    let hidden = small_counts(&cube, &residents);
    let follows = hidden
        .iter()
        .zip(&contacts)
        .map(|(hidden, count)| *hidden && *count > 0);
    let hidden_contacts = complete(&cube, &contacts, follows.collect());
    let measure = additive(
        ("borgere", "Borgere", "Residents"),
        ("borgere", "residents"),
    );
    let met = additive(
        ("kontakter", "Kontakter", "Contacts"),
        ("kontakter", "contacts"),
    );
    let title = Text::new(
        "Borgere efter kombination af sektorer",
        "Residents by combination of sectors",
    );
    Rows::all(&cube)
        .with(of_class(distinct(&["year"]), measure), &residents, &hidden)
        .with(met, &contacts, &hidden_contacts)
        .finish("kombinationer", title, &[])
}

fn draw(seed: u64, cube: &Cube, people: &People) -> (Vec<i64>, Vec<i64>) {
    let places = Places::by_chance(Random::new(seed, "combination places"), 0.05, 0.05);
    let mut random = Random::new(seed, "combination");
    let drawn = cube.parts().into_iter().map(|part| {
        let (group, combination) = (cube.member(part, 2) - 1, cube.member(part, 3) - 1);
        let is_many = sectors_of(combination).count() > 2;
        let more = if is_many {
            places.factor(municipality(cube, part))
        } else {
            1.0
        };
        let count =
            random.poisson(people_of(cube, part, people) * chance(group, combination) * more);
        let met =
            sectors_of(combination).map(|sector| CONTACTS.get(sector).copied().unwrap_or(0.0));
        let contacts = whole(approximate(count) * met.sum::<f64>() * random.factor(0.03));
        (count, contacts.max(count * i64::from(combination > 0)))
    });
    let (residents, contacts): (Vec<i64>, Vec<i64>) = drawn.unzip();
    let residents = totals(cube, residents.into_iter(), &mut random);
    let contacts = totals(cube, contacts.into_iter(), &mut random);
    (residents, contacts)
}
