//! The nursing homes: how many each municipality has, how large they are, when they opened.

use table::{Role, Text};

use super::Edition;
use crate::demo::axes;
use crate::demo::cube::Axis;
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::tiers::{Inside, Tier, municipal_tiers, nested};

/// A nursing home.
#[derive(Clone, Debug)]
pub(super) struct Home {
    pub(super) municipality: usize,
    number: usize,
    /// Rooms.
    pub(super) size: i64,
    /// The first of all years in which it has residents.
    pub(super) opened: usize,
    /// What happens to residents here against elsewhere.
    pub(super) factor: f64,
}

/// Residents from 65 years for each home.
const OLD_A_HOME: f64 = 1_250.0;
/// Rooms of a home in the middle.
const ROOMS: f64 = 41.0;
/// Sønderborg, whose second home is closed in the later edition, while one more is there.
const CHANGING: &str = "0540";
const CLOSED: usize = 2;
const NEWEST_YEAR: usize = axes::YEARS.len() - 1;

/// The homes of an edition, municipality by municipality.
pub(super) fn homes(seed: u64, people: &People, edition: Edition) -> Vec<Home> {
    let municipalities = axes::municipalities().enumerate();
    municipalities
        .flat_map(|(municipality, place)| {
            let old = axes::FIRST_OLD_BAND..axes::BANDS.len();
            let old = people.within(municipality, NEWEST_YEAR, old);
            let count = usize::try_from(whole(old / OLD_A_HOME).max(1)).unwrap_or(1);
            let is_changing = place.code == CHANGING && edition == Edition::Revised;
            let numbers = (1..=count).filter(move |number| !(is_changing && *number == CLOSED));
            let own = numbers.map(move |number| home(seed, (municipality, number)));
            let new = is_changing.then(|| Home {
                opened: NEWEST_YEAR,
                ..home(seed, (municipality, count + 1))
            });
            own.chain(new)
        })
        .collect()
}

fn home(seed: u64, (municipality, number): (usize, usize)) -> Home {
    // A stream of its own, so that a home is the same whatever the others are.
    let mut random = Random::new(seed, &format!("home {municipality} {number}"));
    let rooms = ROOMS * random.factor(0.5);
    let is_tiny = random.unit() < 0.04;
    let is_young = random.unit() < 0.05;
    let opened = if is_young {
        super::FIRST_YEAR + 1 + random.below(3)
    } else {
        0
    };
    Home {
        municipality,
        number,
        size: whole(if is_tiny { rooms / 6.0 } else { rooms }).clamp(4, 140),
        opened,
        factor: random.factor(0.16),
    }
}

/// Places down to the homes. Codes and names are made up, and say so by having a number for a name.
pub(super) fn home_axis(homes: &[Home]) -> Axis {
    let names: Vec<(&str, String)> = axes::municipalities()
        .map(|place| (place.code, place.label().da))
        .collect();
    let inside = |home: &Home| {
        let (code, name) = names
            .get(home.municipality)
            .map_or(("", ""), |(code, name)| (*code, name.as_str()));
        let number = home.number;
        Inside {
            code: format!("P{code}-{number:02}"),
            label: Text::new(
                &format!("{name} plejehjem {number}"),
                &format!("{name} nursing home {number}"),
            ),
            parent: home.municipality,
        }
    };
    let homes = Tier {
        name: "plejehjem",
        label: Text::new("Plejehjem", "Nursing home"),
        members: homes.iter().map(inside).collect(),
    };
    let described = axes::dimension("plejehjem", ("Plejehjem", "Nursing home"), Role::Geography);
    let tiers: Vec<Tier> = municipal_tiers().into_iter().chain([homes]).collect();
    nested(described, &tiers)
}

/// Residents of a home: nearly all rooms are taken.
pub(super) fn taken(home: &Home, random: &mut Random) -> i64 {
    whole(approximate(home.size) * (0.955 * random.factor(0.03)).min(1.0))
}
