//! The practices of Region Syddanmark, in clusters.

use health::geography::{Level, Place};
use table::{Role, Text};

use crate::demo::axes;
use crate::demo::cube::Axis;
use crate::demo::people::People;
use crate::demo::random::{Random, approximate, whole};
use crate::demo::tiers::{Inside, Tier, municipal_tiers, nested};

const REGION: &str = "syddanmark";
/// Residents for each practice, and practices of a cluster.
const RESIDENTS: f64 = 3_960.0;
const OF_A_CLUSTER: f64 = 9.0;
const PATIENTS_A_DOCTOR: f64 = 1_590.0;
const NEWEST_YEAR: usize = axes::YEARS.len() - 1;

/// A practice.
#[derive(Clone, Debug)]
pub(super) struct Practice {
    number: usize,
    cluster: usize,
    code: &'static str,
    name: String,
    /// Patients on its list.
    pub(super) listed: i64,
    /// The share of them from 65 years.
    pub(super) old: f64,
    /// The first of all years in which it is there.
    pub(super) opened: usize,
    /// A little more or less of everything.
    pub(super) habit: f64,
}

/// The clusters of a municipality of the region.
#[derive(Clone, Debug)]
struct Clusters {
    municipality: usize,
    code: &'static str,
    name: String,
    count: usize,
}

/// The practices and the axis that they stand on.
pub(super) struct Region {
    pub(super) practices: Vec<Practice>,
    pub(super) axis: Axis,
}

/// The practices of the region for a seed.
pub(super) fn region(seed: u64, people: &People) -> Region {
    let inside: Vec<(usize, &Place)> = axes::municipalities()
        .enumerate()
        .filter(|(_, place)| place.within(Level::Region) == Some(REGION))
        .collect();
    let mut random = Random::new(seed, "practices");
    let (mut clusters, mut practices) = (Vec::new(), Vec::new());
    for (place, municipality) in inside {
        let residents = people.within(place, NEWEST_YEAR, 0..axes::BANDS.len());
        let old =
            people.within(place, NEWEST_YEAR, axes::FIRST_OLD_BAND..axes::BANDS.len()) / residents;
        let many = at_least_one(residents / RESIDENTS);
        let count = at_least_one(approximate(i64::try_from(many).unwrap_or(1)) / OF_A_CLUSTER);
        let first: usize = clusters.iter().map(|own: &Clusters| own.count).sum();
        let of_place = Clusters {
            municipality: place,
            code: municipality.code.trim_start_matches('0'),
            name: municipality.label().da,
            count,
        };
        for number in 1..=many {
            let cluster = first + (number - 1) % count;
            practices.push(practice(&of_place, (number, cluster), (old, &mut random)));
        }
        clusters.push(of_place);
    }
    let axis = axis(&clusters, &practices);
    Region { practices, axis }
}

fn at_least_one(count: f64) -> usize {
    usize::try_from(whole(count).max(1)).unwrap_or(1)
}

fn practice(
    place: &Clusters,
    (number, cluster): (usize, usize),
    (old, random): (f64, &mut Random),
) -> Practice {
    // A third work alone; the others are two to six.
    let doctors = if random.unit() < 0.36 {
        1
    } else {
        2 + random.below(4)
    };
    let capacity = approximate(i64::try_from(doctors).unwrap_or(1));
    let is_new = random.unit() < 0.02;
    Practice {
        number,
        cluster,
        code: place.code,
        name: place.name.clone(),
        listed: whole(capacity * PATIENTS_A_DOCTOR * random.factor(0.09)),
        old: (old * random.factor(0.16)).clamp(0.06, 0.42),
        opened: if is_new { NEWEST_YEAR } else { 0 },
        habit: random.factor(0.07),
    }
}

/// From the country to the region, its councils and municipalities, clusters and practices.
fn axis(clusters: &[Clusters], practices: &[Practice]) -> Axis {
    let kept: Vec<usize> = clusters.iter().map(|own| own.municipality).collect();
    let mut tiers = within_region(municipal_tiers(), &kept);
    let members = clusters.iter().enumerate().flat_map(|(parent, own)| {
        (1..=own.count).map(move |number| Inside {
            code: format!("K{}-{number}", own.code),
            label: Text::new(
                &format!("Klynge {} {number}", own.name),
                &format!("Cluster {} {number}", own.name),
            ),
            parent,
        })
    });
    tiers.push(Tier {
        name: "klynge",
        label: Text::new("Klynge", "Cluster"),
        members: members.collect(),
    });
    let members = practices.iter().map(|own| Inside {
        code: format!("Y{}-{:03}", own.code, own.number),
        label: Text::new(
            &format!("{} praksis {}", own.name, own.number),
            &format!("{} practice {}", own.name, own.number),
        ),
        parent: own.cluster,
    });
    tiers.push(Tier {
        name: "praksis",
        label: Text::new("Praksis", "Practice"),
        members: members.collect(),
    });
    let described = axes::dimension("praksis", ("Praksis", "Practice"), Role::Geography);
    nested(described, &tiers)
}

/// Only these municipalities, and the councils and regions that they lie in.
fn within_region(mut tiers: Vec<Tier>, municipalities: &[usize]) -> Vec<Tier> {
    let mut kept = municipalities.to_vec();
    for tier in tiers.iter_mut().skip(1).rev() {
        let members = std::mem::take(&mut tier.members).into_iter().enumerate();
        tier.members = members
            .filter(|(index, _)| kept.contains(index))
            .map(|(_, member)| member)
            .collect();
        let mut above: Vec<usize> = tier.members.iter().map(|member| member.parent).collect();
        above.sort_unstable();
        above.dedup();
        let place = |parent: usize| above.iter().position(|kept| *kept == parent).unwrap_or(0);
        tier.members
            .iter_mut()
            .for_each(|member| member.parent = place(member.parent));
        kept = above;
    }
    tiers
}
