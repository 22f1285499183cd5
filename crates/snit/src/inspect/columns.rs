//! What there is to tell of a column.

use danish::Language;
use table::{
    Aggregation, Dimension, DimensionColumn, MeasureColumn, MemberKind, Numbers, Role, Status,
    StatusColumn, Text,
};

/// A text in one language.
pub(crate) fn words(text: &Text, language: Language) -> &str {
    language.pick(&text.da, &text.en)
}

/// The name of a role.
pub(crate) fn role(role: Role) -> &'static str {
    match role {
        Role::Geography => "geography",
        Role::Time => "time",
        Role::Age => "age",
        Role::Sex => "sex",
        Role::Sector => "sector",
        Role::Diagnosis => "diagnosis",
        Role::Organisation => "organisation",
        Role::Other => "other",
    }
}

/// The name of an aggregation class.
pub(crate) fn class(aggregation: &Aggregation) -> &'static str {
    match aggregation {
        Aggregation::Additive => "additive",
        Aggregation::SemiAdditive { .. } => "semi_additive",
        Aggregation::Distinct { .. } => "distinct",
        Aggregation::Ratio { .. } => "ratio",
        Aggregation::Mean { .. } => "mean",
        Aggregation::Printed => "printed",
    }
}

/// The type of a measure's numbers.
pub(crate) fn number_type(numbers: &Numbers) -> &'static str {
    match numbers {
        Numbers::Exact(scaled) if scaled.decimals == 0 => "integer",
        Numbers::Exact(_) => "decimal",
        Numbers::Float(_) => "float",
    }
}

/// Codes of the printed totals.
pub(crate) fn totals(dimension: &Dimension) -> Vec<&str> {
    dimension
        .members
        .iter()
        .filter(|member| member.kind == MemberKind::Total)
        .map(|member| member.code.as_str())
        .collect()
}

/// How many of the members are parts.
pub(crate) fn part_count(dimension: &Dimension) -> usize {
    dimension
        .members
        .iter()
        .filter(|member| member.kind == MemberKind::Part)
        .count()
}

/// Names of the coarser levels, with whether rows print members of them.
pub(crate) fn levels(column: &DimensionColumn) -> Vec<(&str, &Text, usize, bool)> {
    let printed = |name: &str| {
        column
            .dimension
            .members
            .iter()
            .any(|member| matches!(&member.kind, MemberKind::Of(level) if level == name))
    };
    let levels = column.dimension.levels.iter();
    levels
        .map(|level| {
            (
                level.name.as_str(),
                &level.label,
                level.members.len(),
                printed(&level.name),
            )
        })
        .collect()
}

/// Cells without a number: hidden, missing, not applicable.
pub(crate) fn without_number(column: &MeasureColumn) -> [(Status, u64); 3] {
    [Status::Hidden, Status::Missing, Status::NotApplicable].map(|wanted| {
        let statuses = column.status.iter().flat_map(StatusColumn::iter);
        (
            wanted,
            statuses.filter(|status| *status == wanted).count() as u64,
        )
    })
}
