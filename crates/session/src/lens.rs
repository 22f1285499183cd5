//! One indicator seen through the filters of a view: series, values at a period, values by level.

use health::{Cell, Dataset, Figure, Indicator, Keep, Member, Question, Role, Wanted};

/// An indicator with the filters that apply to it.
pub(crate) struct Lens<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) indicator: &'a Indicator,
    filters: Keep,
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
        let known = |level: &str| table.is_some_and(|table| health::has_level(table, level));
        let filters = filters.iter().filter(|(level, _)| known(level));
        let filters = filters
            .map(|(level, members)| (level.clone(), members.clone()))
            .collect();
        Self {
            dataset,
            indicator,
            filters,
            time,
        }
    }

    /// The name of the level with this role in the indicator's table.
    pub(crate) fn level_of(&self, role: Role) -> Option<String> {
        let table = self.dataset.table(&self.indicator.numerator.table).ok()?;
        health::level_of_role(table, role).map(str::to_owned)
    }

    /// The value at a place for each period, oldest first.
    pub(crate) fn series(&self, place: &str) -> Vec<(Member, Cell)> {
        let by: Vec<String> = (!self.time.is_empty())
            .then(|| self.time.clone())
            .into_iter()
            .collect();
        let rows = self.ask(by, health::place::keep(place));
        rows.into_iter()
            .filter_map(|(mut key, cell)| Some((key.pop()?, cell)))
            .collect()
    }

    /// The value at a place in a period.
    pub(crate) fn at(&self, place: &str, period: &str) -> Cell {
        let rows = self.ask(
            Vec::new(),
            self.in_period(health::place::keep(place), period),
        );
        rows.into_iter()
            .next()
            .map_or(Cell::of(MISSING), |(_, cell)| cell)
    }

    /// Values by a level within a place in a period, in the level's order.
    pub(crate) fn by(&self, level: &str, place: &str, period: &str) -> Vec<(Member, Cell)> {
        let keep = self.in_period(health::place::keep(place), period);
        let rows = self.ask(vec![level.to_owned()], keep);
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
        let keep = self.in_period(health::place::keep(place), period);
        self.ask(levels.map(str::to_owned).to_vec(), keep)
    }

    fn in_period(&self, mut keep: Keep, period: &str) -> Keep {
        if !self.time.is_empty() {
            keep.insert(self.time.clone(), vec![period.to_owned()]);
        }
        keep
    }

    /// Rows of the indicator; a question it cannot answer has none.
    fn ask(&self, by: Vec<String>, keep: Keep) -> Vec<(Vec<Member>, Cell)> {
        let mut keep = keep;
        for (level, members) in &self.filters {
            keep.entry(level.clone()).or_insert_with(|| members.clone());
        }
        let wanted = vec![Wanted::Indicator(self.indicator.id.clone())];
        let question = Question {
            table: None,
            by,
            keep,
            wanted,
        };
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
