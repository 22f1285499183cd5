//! Contacts of people on a pathway: from which sector to which they go next.

use table::{Role, Table, TableError, Text};

use super::{BEGUN, pathway_axis};
use crate::demo::axes;
use crate::demo::columns::{Rows, additive};
use crate::demo::counts::drawn;
use crate::demo::cube::{Axis, Cube};
use crate::demo::hide::small_counts;
use crate::demo::keyfigures::money::SECTORS;
use crate::demo::people::People;
use crate::demo::random::Random;
use crate::demo::scope::GROUPS;
use crate::demo::tiers::{council_tiers, nested};

const YEARS: [&str; 2] = ["2024", "2025"];
/// The first of them among all.
const FIRST_YEAR: usize = 5;
/// The places of the councils on their axis begin behind the country and the regions.
const FIRST_COUNCIL: usize = 5;
/// Contacts of a pathway from each sector to each: hospital, general practice, specialist, municipality.
const NEXT: [[f64; 4]; 4] = [
    [1.30, 0.82, 0.06, 0.51],
    [0.55, 3.10, 0.21, 0.33],
    [0.09, 0.24, 0.41, 0.02],
    [0.29, 0.62, 0.02, 4.20],
];
/// How much each pathway leans on the municipality.
const MUNICIPAL: [f64; 6] = [1.1, 0.6, 0.9, 1.9, 1.6, 0.4];

/// The table by council, year, pathway, and the two sectors.
pub(super) fn table(seed: u64, people: &People) -> Result<Table, TableError> {
    let places = axes::dimension("sundhedsraad", ("Bopæl", "Residence"), Role::Geography);
    let cube = Cube::new(vec![
        nested(places, &council_tiers()),
        axes::year_axis(&YEARS),
        pathway_axis(),
        sectors("fra", ("Fra sektor", "From sector")),
        sectors("til", ("Til sektor", "To sector")),
    ]);
    let mut random = Random::new(seed, "pathway contacts");
    let [contacts] = drawn(&cube, |part| {
        let (council, year) = (
            cube.member(part, 0) - FIRST_COUNCIL,
            FIRST_YEAR + cube.member(part, 1),
        );
        let pathway = cube.member(part, 2);
        let (from, to) = (cube.member(part, 3) - 1, cube.member(part, 4) - 1);
        let next = NEXT
            .get(from)
            .and_then(|row| row.get(to))
            .copied()
            .unwrap_or(0.0);
        let leaning = MUNICIPAL.get(pathway).copied().unwrap_or(1.0);
        let factor = if to == 3 || from == 3 { leaning } else { 1.0 };
        let begun = begun(people, (council, year), pathway);
        let noise = random.factor(0.08);
        [random.poisson(begun * next * factor * noise)]
    });
    let hidden = small_counts(&cube, &contacts);
    let measure = additive(
        ("kontakter", "Kontakter", "Contacts"),
        ("kontakter", "contacts"),
    );
    let title = Text::new("Næste kontakt i forløbet", "The next contact of a pathway");
    Rows::all(&cube)
        .with(measure, &contacts, &hidden)
        .finish("naeste_kontakt", title, &[])
}

fn sectors(name: &str, label: (&str, &str)) -> Axis {
    axes::total_axis(
        axes::dimension(name, label, Role::Sector),
        ("IALT", Text::new("Alle sektorer", "All sectors")),
        &SECTORS,
    )
}

/// Pathways that residents of a council begin in a year.
fn begun(people: &People, (council, year): (usize, usize), pathway: usize) -> f64 {
    let rates = BEGUN.get(pathway).copied().unwrap_or_default();
    let of_place = |place: usize| -> f64 {
        let groups = GROUPS.iter().zip(rates);
        groups
            .map(|((_, bands), rate)| people.within(place, year, bands.clone()) * rate)
            .sum()
    };
    axes::municipalities()
        .enumerate()
        .filter(|(_, place)| axes::council_index(place) == council)
        .map(|(place, _)| of_place(place))
        .sum()
}
