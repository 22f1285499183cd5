//! What is held side by side: the places of a level, or units that are no geography such as hospitals, in all of the country or
//! within one place.

use std::collections::BTreeMap;

use protocol::catalog::{FieldCard, FieldGroup, PlaceChoice};
use protocol::view::Named;

use super::basis::Basis;
use super::rows::{Filter, filter, table};

/// The level preferred where none is asked for.
pub(super) const COUNCIL: &str = "sundhedsraad";
/// Fewer units than these are not held side by side.
const FEWEST_UNITS: u32 = 3;

/// Which kind of member is held side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A place that a state can choose.
    #[default]
    Place,
    /// Anything else, such as a hospital; the module remembers which is chosen.
    Unit,
}

/// The level whose members are held side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Over {
    /// The level: what a slice holds, and what people read.
    pub(crate) level: Named,
    /// What its members are.
    pub(crate) kind: Kind,
    /// The place that all of them lie in, if one is chosen.
    pub(crate) within: Option<Named>,
    /// The member that is chosen.
    pub(crate) chosen: Option<Named>,
    /// The health council that each lies in, by its id; none where some lie in none.
    pub(crate) above: Option<Above>,
}

/// The coarser places of members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Above {
    /// The coarser level in words.
    pub(crate) label: String,
    /// For each member's id the coarser place: its position in the catalogue, and its name.
    pub(crate) of: BTreeMap<String, (usize, String)>,
}

impl Over {
    /// What the state chooses, where it can be had.
    pub(super) fn of(basis: &Basis) -> Self {
        let choices = levels(basis);
        let named = |id: &str| choices.iter().find(|level| level.id == id);
        // What the module remembers may be of another indicator, and gives way to the level of the state.
        let level = first(basis, "over")
            .and_then(named)
            .or_else(|| named(basis.state.level.as_deref()?))
            .or_else(|| named(COUNCIL))
            .or(choices.first());
        let level = level.cloned().unwrap_or_default();
        let kind = if is_place(basis, &level.id) {
            Kind::Place
        } else {
            Kind::Unit
        };
        let mut over = Self {
            kind,
            level,
            ..Self::default()
        };
        over.within = within(basis, &over);
        over.chosen = match kind {
            Kind::Place => place(basis),
            Kind::Unit => unit(basis, &over.level.id),
        };
        over.above = above(basis, &over.level.id);
        over
    }

    /// The members kept by it.
    pub(super) fn keep(&self) -> Filter {
        let kept = |place: &Named| filter(health::place::keep(&place.id));
        self.within.as_ref().map(kept).unwrap_or_default()
    }

    /// What the series over time is of: the chosen place or unit.
    pub(super) fn keep_chosen(&self) -> Filter {
        let kept = |id: &str| filter(health::place::keep(id));
        let chosen = self.chosen.as_ref().map(|chosen| kept(&chosen.id));
        let mut keep = chosen.unwrap_or_default();
        if self.kind == Kind::Unit {
            keep.extend(self.keep());
        }
        keep
    }
}

fn first<'a>(basis: &'a Basis, name: &str) -> Option<&'a str> {
    let values = basis.state.study.get(name)?;
    values.first().map(String::as_str)
}

/// The place that the state chooses; none where the numerator is not counted at its level, since the numbers are then of the
/// whole country.
fn place(basis: &Basis) -> Option<Named> {
    let chosen = basis.view.place.clone()?;
    let keep = health::place::keep(&chosen.id);
    let mut levels = keep.keys();
    levels
        .all(|level| is_counted_at(basis, level))
        .then_some(chosen)
}

/// Whether the numerator is counted at a level of places.
pub(super) fn is_counted_at(basis: &Basis, level: &str) -> bool {
    let table = table(basis, &basis.indicator.numerator);
    let mut fields = table.into_iter().flat_map(|table| &table.fields);
    fields.any(|field| field.group == FieldGroup::Place && field.name == level)
}

/// Levels of the numerator's table: places from the coarsest, then what else it is divided by and its denominator too.
pub(super) fn levels(basis: &Basis) -> Vec<Named> {
    let indicator = &basis.indicator;
    let Some(above) = table(basis, &indicator.numerator) else {
        return Vec::new();
    };
    let below = indicator.denominator.as_ref();
    let below = below.and_then(|source| table(basis, source));
    let is_shared = |field: &&FieldCard| {
        let mut fields = below.iter().flat_map(|table| &table.fields);
        fields.any(|it| it.name == field.name)
    };
    let over = indicator.standardisation.iter().flat_map(|way| &way.over);
    let strata: Vec<&String> = over.collect();
    let is_free = |field: &&FieldCard| {
        !indicator.keep.contains_key(&field.name) && !strata.contains(&&field.name)
    };
    let is_unit = |field: &&FieldCard| {
        let is_other = matches!(field.group, FieldGroup::Service | FieldGroup::Other);
        is_other && field.member_count >= FEWEST_UNITS && is_shared(field) && is_free(field)
    };
    let places = above.fields.iter();
    let places =
        places.filter(|field| field.group == FieldGroup::Place && is_offered(basis, field));
    let units = above.fields.iter().filter(is_unit);
    let named = |field: &FieldCard| Named {
        id: field.name.clone(),
        label: field.label.clone(),
    };
    places.chain(units).map(named).collect()
}

/// Regions and parts of the country of before are not offered beside the new ones.
fn is_offered(basis: &Basis, field: &FieldCard) -> bool {
    let is_older = matches!(field.name.as_str(), "region_2007" | "landsdel");
    !is_older || is_place(basis, &field.name)
}

/// Whether a state can choose a place of this level.
pub(super) fn is_place(basis: &Basis, level: &str) -> bool {
    let mut places = basis.catalog.places.iter();
    places.any(|place| place.level == level)
}

/// The places that the members can be narrowed to: those of coarser levels that the table knows.
pub(super) fn rooms(basis: &Basis, over: &Over) -> Vec<PlaceChoice> {
    let table = table(basis, &basis.indicator.numerator);
    let fields = table.into_iter().flat_map(|table| &table.fields);
    let levels = fields.filter(|field| field.group == FieldGroup::Place);
    let coarser: Vec<&str> = levels
        .map(|field| field.name.as_str())
        .take_while(|level| *level != over.level.id)
        .collect();
    let places = basis.catalog.places.iter();
    let places = places.filter(|place| coarser.contains(&place.level.as_str()));
    places.cloned().collect()
}

fn within(basis: &Basis, over: &Over) -> Option<Named> {
    let asked = first(basis, "within")?;
    let rooms = rooms(basis, over);
    let found = rooms.into_iter().find(|place| place.id == asked)?;
    Some(Named {
        id: found.id,
        label: found.label,
    })
}

/// The unit that the state chooses, of this level.
fn unit(basis: &Basis, level: &str) -> Option<Named> {
    let asked = first(basis, "unit")?;
    units(basis, level)
        .into_iter()
        .find(|unit| unit.id == asked)
}

/// The members of a level that is no place, as a state names them.
pub(super) fn units(basis: &Basis, level: &str) -> Vec<Named> {
    let table = table(basis, &basis.indicator.numerator);
    let mut fields = table.into_iter().flat_map(|table| &table.fields);
    let field = fields.find(|field| field.name == level);
    let members = field.into_iter().flat_map(|field| &field.members);
    let unit = |member: &protocol::catalog::Choice| Named {
        id: format!("{level}:{}", member.id),
        label: member.label.clone(),
    };
    members.map(unit).collect()
}

/// The council that each place of a level lies in; none where some lie in none.
fn above(basis: &Basis, level: &str) -> Option<Above> {
    let places = &basis.catalog.places;
    let at: BTreeMap<&str, usize> = places
        .iter()
        .enumerate()
        .map(|(at, place)| (place.id.as_str(), at))
        .collect();
    let parent = |place: &PlaceChoice| at.get(place.parent.as_deref()?).copied();
    let climb = |place: &PlaceChoice| {
        let chain = std::iter::successors(parent(place), |at| parent(places.get(*at)?));
        let mut chain = chain.filter_map(|at| Some((at, places.get(at)?)));
        chain.find(|(_, place)| place.level == COUNCIL)
    };
    let mut of = BTreeMap::new();
    let mut label = String::new();
    for place in places.iter().filter(|place| place.level == level) {
        let (at, council) = climb(place)?;
        label.clone_from(&council.level_label);
        let name = danish::answer::view::council_name(&council.label);
        of.insert(place.id.clone(), (at, name.to_owned()));
    }
    (!of.is_empty()).then_some(Above { label, of })
}
