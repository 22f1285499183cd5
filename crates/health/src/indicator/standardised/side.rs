//! What stands beside the events of a stratum: people of the place, and people and events of the standard.

use table::Role;

use super::fold::Part;
use super::{
    Asked, Bound, Column, Figure, Keep, Refusal, Remark, Source, Standard, Translation, axis, bind,
    rolled,
};

/// All that stands beside.
pub(super) struct Sides {
    people: Side,
    standard: Side,
    reference: Option<Side>,
    /// For each group that the standard tells apart, the strata in which it has people.
    strata: Column<usize>,
}

/// Figures of another table, or of other filters, found by the key of a stratum.
struct Side {
    /// The levels of the stratum's key that it is asked by.
    positions: Vec<usize>,
    /// How many of them are not those of the strata.
    head: usize,
    translation: Translation,
    column: Column<Figure>,
    remarks: Vec<Remark>,
}

/// Which levels of the question a side is asked by.
#[derive(Clone, Copy)]
enum Scope {
    /// All that its table knows.
    Everything,
    /// All but where people live or are treated: the same for the whole country.
    Country,
    /// Those of the strata alone, so that all groups are weighed alike.
    Strata,
    /// Those of the strata, and the period.
    StrataInPeriod,
}

impl Sides {
    pub(super) fn new(
        asked: Asked<'_>,
        fine: &Bound<'_>,
        levels: &[String],
    ) -> Result<Self, Refusal> {
        let none = Keep::new();
        let side = |of: (&Source, &Keep, Scope)| Side::new(asked, (fine, levels), of);
        let (people, events) = (asked.denominator, &asked.indicator.numerator);
        let standard = match (asked.standard.method, &asked.standard.weights) {
            (Standard::Direct, None) => side((people, &none, Scope::StrataInPeriod))?,
            (Standard::Direct, Some(weights)) => {
                let source = Source {
                    table: weights.table.clone(),
                    measure: weights.measure.clone(),
                };
                side((&source, &weights.keep, Scope::Strata))?
            }
            (Standard::Indirect, _) => side((people, &none, Scope::Country))?,
        };
        let is_indirect = asked.standard.method == Standard::Indirect;
        let reference = is_indirect.then(|| side((events, &none, Scope::Country)));
        let has_people =
            |figures: &[Figure]| figures.iter().filter(|it| it.value() > Some(0.0)).count();
        Ok(Self {
            people: side((people, &none, Scope::Everything))?,
            strata: standard.column.regroup(standard.head, has_people),
            standard,
            reference: reference.transpose()?,
        })
    }

    /// A stratum with what stands beside its events; nobody, where there is no row.
    pub(super) fn part(&self, key: &[u32], events: Figure) -> Part {
        let at = |side: &Side| side.at(key).unwrap_or(Figure::Zero);
        Part {
            events,
            people: at(&self.people),
            standard: at(&self.standard),
            reference: self.reference.as_ref().map_or(Figure::Zero, at),
        }
    }

    /// The strata in which the standard of a group has people.
    pub(super) fn strata_of(&self, key: &[u32]) -> Option<usize> {
        let key = self.standard.key(key, self.standard.head)?;
        self.strata.get(&key).copied()
    }

    pub(super) fn remarks(&self) -> impl Iterator<Item = Remark> {
        let sides = [
            Some(&self.people),
            Some(&self.standard),
            self.reference.as_ref(),
        ];
        sides
            .into_iter()
            .flatten()
            .flat_map(|side| side.remarks.clone())
    }
}

impl Side {
    fn new(
        asked: Asked<'_>,
        (fine, levels): (&Bound<'_>, &[String]),
        (source, own, scope): (&Source, &Keep, Scope),
    ) -> Result<Self, Refusal> {
        let table = fine.dataset.table(&source.table)?;
        let is_asked = |level: &str| scope.holds(asked, level);
        let positions: Vec<usize> = (0..levels.len())
            .filter(|&at| {
                let level = levels.get(at);
                level.is_some_and(|level| is_asked(level) && axis::has_level(table, level))
            })
            .collect();
        let by: Vec<String> = positions
            .iter()
            .filter_map(|&at| levels.get(at).cloned())
            .collect();
        let kept = asked.keep.iter().filter(|(level, _)| is_asked(level));
        let keep: Keep = kept
            .chain(own)
            .map(|(level, members)| (level.clone(), members.clone()))
            .collect();
        let bound = bind(fine.dataset, asked.indicator, (source, &by, &keep))?;
        let rolled = rolled(&bound, source)?;
        Ok(Self {
            head: positions.iter().filter(|&&at| at < asked.by.len()).count(),
            translation: Translation::new(fine, &positions, &bound),
            positions,
            column: rolled.column,
            remarks: rolled.remarks,
        })
    }

    fn at(&self, key: &[u32]) -> Option<Figure> {
        let key = self.key(key, self.positions.len())?;
        self.column.get(&key).copied()
    }

    /// The first so many levels of the key, in the side's own codes.
    fn key(&self, key: &[u32], count: usize) -> Option<Vec<u32>> {
        let positions = self.positions.iter().take(count);
        let codes = positions.filter_map(|&at| key.get(at).copied());
        self.translation.key(codes)
    }
}

impl Scope {
    fn holds(self, asked: Asked<'_>, level: &str) -> bool {
        let table = asked.numerator.table;
        let of_stratum = || {
            let mut over = asked.standard.over.iter();
            over.any(|stratum| axis::same_dimension(table, stratum, level))
        };
        let role = axis::role_of(table, level);
        match self {
            Self::Everything => true,
            Self::Country => !matches!(role, Some(Role::Geography | Role::Organisation)),
            Self::Strata => of_stratum(),
            Self::StrataInPeriod => role == Some(Role::Time) || of_stratum(),
        }
    }
}
