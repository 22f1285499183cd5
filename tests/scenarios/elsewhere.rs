//! The demonstration packages with their rows in two shares: every answer is that of a package whose rows are in one place.

use health::{Dataset, Indicator, Keep, Partial, Question, Refusal, Table, Wanted, Work};
use package::Package;

use crate::asked::demo;

/// A data set without rows, and the two halves of each table.
struct Halves {
    dataset: Dataset,
    halves: Vec<Vec<Table>>,
}

fn bound(package: &Package, tables: Vec<Table>) -> Dataset {
    let indicators = package.descriptor.indicators.iter();
    let indicators = indicators.map(|value| serde_json::from_value::<Indicator>(value.clone()));
    Dataset::bind(
        tables,
        indicators.collect::<Result<_, _>>().unwrap(),
        vec![],
    )
    .unwrap()
}

impl Halves {
    fn of(package: &Package) -> Self {
        let tables = || package.tables.iter();
        let empty = tables().map(|table| fixture::cut::rows(table, 0..0));
        let mut dataset = bound(package, empty.collect());
        for (index, table) in tables().enumerate() {
            dataset = dataset.with_rows_elsewhere(index, table.row_count() as u64);
        }
        let halves = tables().map(|table| fixture::cut::shares(table, &[table.row_count() / 2]));
        Self {
            dataset,
            halves: halves.collect(),
        }
    }

    fn done(&self, table: usize, work: &Work) -> Result<Partial, Refusal> {
        let halves = self.halves[table].iter();
        let partials = halves.map(|half| work.perform(half));
        let merged = partials.reduce(|before, next| before?.merge(next?));
        merged.unwrap()
    }

    /// Puts a question until nothing is lacking.
    fn answer(&self, put: &dyn Fn(&Dataset) -> String) -> String {
        for _ in 0..20 {
            let answer = put(&self.dataset);
            let needed = self.dataset.needed();
            if needed.is_empty() {
                self.dataset.forget_given();
                return answer;
            }
            for (table, work) in needed {
                let partial = self.done(table, &work);
                self.dataset.give(table, work, partial);
            }
        }
        panic!("a question has an end")
    }
}

/// The levels of a table.
fn levels(table: &Table) -> Vec<String> {
    let dimensions = table.dimensions().iter().map(|column| &column.dimension);
    let names = dimensions.flat_map(|dimension| {
        let levels = dimension.levels.iter().map(|level| level.name.clone());
        std::iter::once(dimension.name.clone()).chain(levels)
    });
    names.collect()
}

/// Everything that can be wanted of a table, by each level and by each with the next, with and without a filter.
fn questions(dataset: &Dataset, table: &Table) -> Vec<Question> {
    let names = table
        .measures()
        .iter()
        .map(|column| column.measure.name.clone());
    let rolled = names.clone().map(Wanted::Rolled);
    let over_rows = names.flat_map(|name| [Wanted::Mean(name.clone()), Wanted::Max(name)]);
    let indicators = dataset.indicators().iter();
    let indicators = indicators.filter(|indicator| indicator.numerator.table == table.name());
    let indicators = indicators.map(|indicator| Wanted::Indicator(indicator.id.clone()));
    let wanted: Vec<Wanted> = rolled.chain(over_rows).chain(indicators).collect();
    let levels = levels(table);
    let first = &table.dimensions()[0].dimension;
    let kept = Keep::from([(first.name.clone(), vec![first.members[0].code.clone()])]);
    let alone = levels.iter().map(|level| vec![level.clone()]);
    let pairs = levels.windows(2).map(<[String]>::to_vec);
    let question = |by: Vec<String>| {
        let keeps = [Keep::new(), kept.clone()];
        keeps.map(|keep| Question {
            table: Some(table.name().to_owned()),
            by: by.clone(),
            keep,
            wanted: wanted.clone(),
        })
    };
    let nothing = std::iter::once(Vec::new());
    nothing
        .chain(alone)
        .chain(pairs)
        .flat_map(question)
        .collect()
}

fn check(name: &str) {
    let bytes = std::fs::read(demo(name)).unwrap();
    let limits = formats::Limits::default();
    let package = package::read(&bytes, &limits, &mut formats::unheard).unwrap();
    let (here, halves) = (
        bound(&package, package.tables.clone()),
        Halves::of(&package),
    );
    for table in here.tables() {
        for question in questions(&here, table) {
            let rows = |dataset: &Dataset| format!("{:?}", dataset.ask(&question));
            assert!(halves.answer(&rows) == rows(&here), "{name}: {question:?}");
            let columns = |dataset: &Dataset| format!("{:?}", dataset.columns(&question));
            assert!(
                halves.answer(&columns) == columns(&here),
                "{name}: {question:?}"
            );
        }
        let question = Question {
            table: Some(table.name().to_owned()),
            wanted: vec![Wanted::Rolled(table.measures()[0].measure.name.clone())],
            ..Question::default()
        };
        let levels = levels(table);
        let linked = |dataset: &Dataset| {
            format!(
                "{:?}",
                dataset.histograms(&levels, &question, Some(&levels[0]))
            )
        };
        assert!(
            halves.answer(&linked) == linked(&here),
            "{name}: {}",
            table.name()
        );
    }
}

#[test]
fn key_figures_in_two_shares_are_answered_as_in_one() {
    check("sundhedsraad-noegletal.snit");
}

#[test]
fn patients_across_sectors_in_two_shares_are_answered_as_in_one() {
    check("patienter-paa-tvaers.snit");
}

#[test]
fn hospital_activity_in_two_shares_is_answered_as_in_one() {
    check("hospitalsaktivitet.snit");
}

#[test]
fn nursing_homes_in_two_shares_are_answered_as_in_one() {
    check("kpos-fsiii.snit");
}

#[test]
fn practices_in_two_shares_are_answered_as_in_one() {
    check("ordiprax.snit");
}

#[test]
fn the_sandbox_in_two_shares_is_answered_as_in_one() {
    check("sandkasse.snit");
}
