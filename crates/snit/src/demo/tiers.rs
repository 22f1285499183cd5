//! Axes of places within places, finer than municipalities too: nursing homes, clusters and practices.
#![expect(
    clippy::indexing_slicing,
    reason = "a member's place in its tier is made from the tier's own length"
)]

use health::geography::{Level as PlaceLevel, Place, places};
use table::{Dimension, Level, Member, MemberKind, Text};

use super::axes;
use super::cube::Axis;

/// Places of one kind.
pub(crate) struct Tier {
    pub(crate) name: &'static str,
    pub(crate) label: Text,
    pub(crate) members: Vec<Inside>,
}

/// A place, and which place of the tier before it lies in.
pub(crate) struct Inside {
    pub(crate) code: String,
    pub(crate) label: Text,
    pub(crate) parent: usize,
}

/// The country, the four regions and the 17 councils.
pub(crate) fn council_tiers() -> Vec<Tier> {
    let regions: Vec<&Place> = of(PlaceLevel::Region).collect();
    let region_of = |place: &Place| {
        let code = place.within(PlaceLevel::Region);
        regions.iter().position(|region| Some(region.code) == code)
    };
    vec![
        tier(PlaceLevel::Country, |_| 0),
        tier(PlaceLevel::Region, |_| 0),
        tier(PlaceLevel::HealthCouncil, |place| {
            region_of(place).unwrap_or(0)
        }),
    ]
}

/// The same, and the 98 municipalities.
pub(crate) fn municipal_tiers() -> Vec<Tier> {
    let municipalities = tier(PlaceLevel::Municipality, axes::council_index);
    council_tiers()
        .into_iter()
        .chain([municipalities])
        .collect()
}

fn of(level: PlaceLevel) -> impl Iterator<Item = &'static Place> {
    places().iter().filter(move |place| place.level == level)
}

fn tier(level: PlaceLevel, parent: impl Fn(&Place) -> usize) -> Tier {
    let inside = |place: &Place| Inside {
        code: place.code.to_owned(),
        label: place.label(),
        parent: parent(place),
    };
    Tier {
        name: level.name(),
        label: level.label(),
        members: of(level).map(inside).collect(),
    }
}

/// The axis of these tiers, the coarsest first: each is printed, the last has the parts, and those between are levels.
pub(crate) fn nested(described: Dimension, tiers: &[Tier]) -> Axis {
    let starts: Vec<usize> = tiers
        .iter()
        .scan(0, |start, tier| {
            let own = *start;
            *start += tier.members.len();
            Some(own)
        })
        .collect();
    let empty = Axis {
        dimension: described,
        sums: Vec::new(),
    };
    let members = (0..tiers.len()).flat_map(|depth| {
        tiers[depth]
            .members
            .iter()
            .enumerate()
            .map(move |(index, member)| (depth, index, member))
    });
    let mut axis = members.fold(empty, |axis, (depth, index, member)| {
        let sums = parts_of(tiers.get(depth + 1), index);
        let sums = sums.map(|part| starts[depth + 1] + part).collect();
        let named = (member.code.as_str(), member.label.clone());
        axis.with(named, kind(tiers, depth), sums)
    });
    let between = 1..tiers.len().saturating_sub(1);
    axis.dimension.levels = between.rev().map(|depth| level(tiers, depth)).collect();
    axis
}

fn parts_of(finer: Option<&Tier>, index: usize) -> impl Iterator<Item = usize> + '_ {
    let members = finer.map_or(&[][..], |tier| &tier.members);
    let inside = members
        .iter()
        .enumerate()
        .filter(move |(_, member)| member.parent == index);
    inside.map(|(part, _)| part)
}

fn kind(tiers: &[Tier], depth: usize) -> MemberKind {
    if depth + 1 == tiers.len() {
        MemberKind::Part
    } else if depth == 0 {
        MemberKind::Total
    } else {
        MemberKind::Of(tiers[depth].name.to_owned())
    }
}

/// A tier as a level of the finer ones.
fn level(tiers: &[Tier], depth: usize) -> Level {
    let member = |inside: &Inside| Member {
        code: inside.code.clone(),
        label: inside.label.clone(),
        kind: MemberKind::Part,
    };
    let parents = (0..tiers.len()).flat_map(|own| {
        (0..tiers[own].members.len()).map(move |index| ancestor(tiers, (own, index), depth))
    });
    Level {
        name: tiers[depth].name.to_owned(),
        label: tiers[depth].label.clone(),
        members: tiers[depth].members.iter().map(member).collect(),
        parents: parents.collect(),
    }
}

/// The place of a tier that a finer place lies in.
fn ancestor(tiers: &[Tier], (mut own, mut index): (usize, usize), depth: usize) -> Option<u32> {
    if own <= depth {
        return None;
    }
    while own > depth {
        index = tiers[own].members[index].parent;
        own -= 1;
    }
    u32::try_from(index).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_lie_in_places_of_every_coarser_kind() {
        let axis = nested(
            axes::dimension("kommune", ("Bopæl", "Residence"), table::Role::Geography),
            &municipal_tiers(),
        );
        let place = axis.dimension.index_of("0630").unwrap();
        let within: Vec<&str> = axis
            .dimension
            .levels
            .iter()
            .map(|level| {
                level.members[level.parents[place].unwrap() as usize]
                    .code
                    .as_str()
            })
            .collect();
        assert_eq!(within, ["10", "syddanmark"]);
        assert_eq!(axis.parts().len(), 98);
        let count = |code: &str| axis.sums[axis.dimension.index_of(code).unwrap()].len();
        assert_eq!(["000", "syddanmark", "10"].map(count), [4, 4, 4]);
    }
}
