//! One indicator seen through the filters of a view: series, values at a period, values by level.

use health::indicator::Caveat;
use health::{
    Cell, Dataset, Figure, Indicator, Keep, Member, Question, Reach, Remark, Role, Wanted,
};

/// An indicator with the filters that apply to it.
pub(crate) struct Lens<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) indicator: &'a Indicator,
    /// Members kept in every number: people and services, never places.
    filters: Keep,
    /// Places picked by a filter, which decides what is listed.
    picked: Keep,
    /// Levels filtered by that the indicator's table does not know.
    unknown: Vec<String>,
    time: String,
}

/// A value, or nothing reported.
const MISSING: Figure = Figure::Missing;

impl<'a> Lens<'a> {
    /// Looks at an indicator through the filters that its table knows.
    pub(crate) fn new(dataset: &'a Dataset, indicator: &'a Indicator, filters: &Keep) -> Self {
        let table = dataset.table(&indicator.numerator.table).ok();
        let time = table
            .and_then(health::place::time_level)
            .unwrap_or("")
            .to_owned();
        let role = |level: &str| table.and_then(|table| health::role_of(table, level));
        let (mut kept, mut picked, mut unknown) = (Keep::new(), Keep::new(), Vec::new());
        for (level, members) in filters {
            let into = match role(level) {
                Some(Role::Geography) => &mut picked,
                Some(_) => &mut kept,
                None => {
                    unknown.push(level.clone());
                    continue;
                }
            };
            into.insert(level.clone(), members.clone());
        }
        Self {
            dataset,
            indicator,
            filters: kept,
            picked,
            unknown,
            time,
        }
    }

    /// Whether numbers are made at the level of a place.
    pub(crate) fn is_counted_at(&self, place: &str) -> bool {
        let table = self.dataset.table(&self.indicator.numerator.table).ok();
        let keep = health::place::keep(place);
        let mut levels = keep.keys();
        levels.all(|level| table.is_some_and(|table| health::has_level(table, level)))
    }

    /// Whether a filter picks places.
    pub(crate) fn picks_places(&self) -> bool {
        !self.picked.is_empty()
    }

    /// The codes at a level that a filter on places leaves, or that hold a place it leaves; none where all are left.
    pub(crate) fn picked(&self, level: &str, period: &str) -> Option<Vec<String>> {
        if self.picked.is_empty() {
            return None;
        }
        let rows = self.rows(vec![level.to_owned()], self.picked.clone(), Some(period));
        let codes = rows.into_iter().filter_map(|(mut key, _)| key.pop());
        Some(codes.map(|member| member.code).collect())
    }

    /// Members kept in every number.
    pub(crate) const fn kept(&self) -> &Keep {
        &self.filters
    }

    /// Levels filtered by that the indicator's table does not know.
    pub(crate) fn unknown(&self) -> &[String] {
        &self.unknown
    }

    /// What keeps the indicator from being computed here, if anything does.
    pub(crate) fn refused(&self, level: &str, period: &str) -> Vec<Remark> {
        let question = self.question(vec![level.to_owned()], Keep::new(), Some(period));
        let remarks = self
            .dataset
            .ask(&question)
            .map(|answer| answer.remarks().to_vec());
        let mut remarks = remarks.unwrap_or_default();
        remarks.retain(|remark| matches!(remark, Remark::NotComputed { .. }));
        remarks
    }

    /// The name of the level with this role in the indicator's table.
    pub(crate) fn level_of(&self, role: Role) -> Option<String> {
        let table = self.dataset.table(&self.indicator.numerator.table).ok()?;
        health::level_of_role(table, role).map(str::to_owned)
    }

    /// The value at a place for each period, oldest first.
    pub(crate) fn series(&self, place: &str) -> Vec<(Member, Cell)> {
        let rows = self.rows(self.time(), health::place::keep(place), None);
        rows.into_iter()
            .filter_map(|(mut key, cell)| Some((key.pop()?, cell)))
            .collect()
    }

    /// The value at a place in a period.
    pub(crate) fn at(&self, place: &str, period: &str) -> Cell {
        let rows = self.rows(Vec::new(), health::place::keep(place), Some(period));
        rows.into_iter()
            .next()
            .map_or(Cell::of(MISSING), |(_, cell)| cell)
    }

    /// Values by a level within a place in a period, in the level's order.
    pub(crate) fn by(&self, level: &str, place: &str, period: &str) -> Vec<(Member, Cell)> {
        let by = vec![level.to_owned()];
        let rows = self.rows(by, health::place::keep(place), Some(period));
        rows.into_iter()
            .filter_map(|(mut key, cell)| Some((key.pop()?, cell)))
            .collect()
    }

    /// Values by two levels at a place in a period.
    pub(crate) fn by_two(
        &self,
        levels: [&str; 2],
        place: &str,
        period: &str,
    ) -> Vec<(Vec<Member>, Cell)> {
        let by = levels.map(str::to_owned).to_vec();
        self.rows(by, health::place::keep(place), Some(period))
    }

    /// The level of the periods, if there are any.
    pub(crate) fn time(&self) -> Vec<String> {
        let time = std::iter::once(&self.time).filter(|time| !time.is_empty());
        time.cloned().collect()
    }

    /// The caveats that are tied to members and concern the answer, each with the groups that it concerns.
    pub(crate) fn caveats(
        &self,
        by: Vec<String>,
        keep: Keep,
        period: Option<&str>,
    ) -> Vec<(&'a Caveat, Reach)> {
        let caveats = self.indicator.caveats.iter();
        if caveats.clone().all(|caveat| caveat.keep.is_empty()) {
            return Vec::new();
        }
        let question = self.question(by, keep, period);
        let reach = self.dataset.reach(self.indicator, &question);
        let tied = caveats.zip(reach).filter(|(it, _)| !it.keep.is_empty());
        tied.filter_map(|(caveat, reach)| Some((caveat, reach?)))
            .collect()
    }

    fn question(&self, by: Vec<String>, mut keep: Keep, period: Option<&str>) -> Question {
        if let Some(period) = period.filter(|_| !self.time.is_empty()) {
            keep.insert(self.time.clone(), vec![period.to_owned()]);
        }
        for (level, members) in &self.filters {
            keep.entry(level.clone()).or_insert_with(|| members.clone());
        }
        Question {
            table: None,
            by,
            keep,
            wanted: vec![Wanted::Indicator(self.indicator.id.clone())],
        }
    }

    /// Rows of the indicator by levels, of the members kept, in a period or in all; a question it cannot answer has none.
    pub(crate) fn rows(
        &self,
        by: Vec<String>,
        keep: Keep,
        period: Option<&str>,
    ) -> Vec<(Vec<Member>, Cell)> {
        let question = self.question(by, keep, period);
        let Ok(published) = self.dataset.ask(&question) else {
            return Vec::new();
        };
        let row = |(key, cells): (Vec<&Member>, &[Cell])| {
            let cell = cells.first().copied().unwrap_or(Cell::of(MISSING));
            (key.into_iter().cloned().collect(), cell)
        };
        published.rows().map(row).collect()
    }
}
