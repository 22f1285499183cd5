//! Why a package was not opened: its error as a case with values, which `danish` puts into words.

use danish::Language;
use danish::answer::question;
use danish::refusal::{self, Value};
use health::indicator::Class;
use package::{ContainerFault, DescriptorFault, PackageError};
use protocol::message::{Notice, Refusal, Weight};
use protocol::state;

/// The words' language for a message's.
pub(crate) fn spoken(language: state::Language) -> Language {
    match language {
        state::Language::Da => Language::Da,
        state::Language::En => Language::En,
    }
}

/// A named value of a case.
type Named<'a> = (&'static str, Value<'a>);

/// A package that was not opened; the file's name leads the sentence.
pub(crate) fn package(name: &str, error: &PackageError, language: Language) -> Refusal {
    let case = case(error);
    let key = if case.is_empty() {
        error.code().to_owned()
    } else {
        format!("{}.{case}", error.code())
    };
    let words = refusal::sentence(&key, &values(error), language);
    Refusal {
        code: error.code().to_owned(),
        what: format!("{name}: {}", words.what),
        place: words.place,
        remedy: words.remedy,
    }
}

/// A package that was to be added to another file.
pub(crate) fn stands_alone(name: &str, language: state::Language) -> Refusal {
    let language = spoken(language);
    let (what, remedy) = question::stands_alone(language);
    Refusal {
        what: what.to_owned(),
        place: name.to_owned(),
        remedy: remedy.to_owned(),
        ..Refusal::default()
    }
}

/// An indicator whose declaration cannot be read.
pub(crate) fn indicator(number: usize, reason: &str, language: Language) -> Refusal {
    unreadable(question::bad_indicator(number, reason, language), language)
}

/// A topic whose declaration cannot be read.
pub(crate) fn topic(number: usize, reason: &str, language: Language) -> Refusal {
    unreadable(question::bad_topic(number, reason, language), language)
}

/// A division into peers whose declaration cannot be read.
pub(crate) fn peers(number: usize, reason: &str, language: Language) -> Refusal {
    unreadable(question::bad_peers(number, reason, language), language)
}

/// A table of combinations whose declaration cannot be read.
pub(crate) fn combinations(number: usize, reason: &str, language: Language) -> Refusal {
    let what = question::bad_across("snit:combinations", (number, reason), language);
    unreadable(what, language)
}

/// A table of flows whose declaration cannot be read.
pub(crate) fn flow(number: usize, reason: &str, language: Language) -> Refusal {
    let what = question::bad_across("snit:flows", (number, reason), language);
    unreadable(what, language)
}

fn unreadable(what: String, language: Language) -> Refusal {
    Refusal {
        code: "E20".to_owned(),
        what,
        remedy: question::ask_publisher(language).to_owned(),
        ..Refusal::default()
    }
}

/// A declaration that cannot be right for the tables; the file's name leads the sentence.
pub(crate) fn declaration(
    name: &str,
    (key, values): (&str, &refusal::Values<'_>),
    language: Language,
) -> Refusal {
    let words = refusal::sentence(key, values, language);
    Refusal {
        code: refusal::code(key).to_owned(),
        what: format!("{name}: {}", words.what),
        place: words.place,
        remedy: words.remedy,
    }
}

/// Line and column of the descriptor, in words.
pub(crate) fn place((line, column): (u64, u64), language: Language) -> String {
    let values = [
        ("member", Value::Text("datapackage.json")),
        ("line", Value::Count(line)),
        ("column", Value::Count(column)),
    ];
    refusal::place(&values, language)
}

/// The name of a class in a declaration.
pub(crate) fn class(class: Class) -> &'static str {
    match class {
        Class::Additive => "additive",
        Class::SemiAdditive => "semi_additive",
        Class::Distinct => "distinct",
        Class::Ratio => "ratio",
        Class::Mean => "mean",
        Class::Printed => "printed",
    }
}

/// A ready view that is left out.
pub(crate) fn view(name: &str, reason: &str, language: Language) -> Notice {
    let (headline, text) = question::bad_view(name, reason, language);
    Notice {
        weight: Weight::Caution,
        headline,
        text,
    }
}

/// The case under the code; empty where the code says it all.
fn case(error: &PackageError) -> &'static str {
    use PackageError as E;
    match error {
        E::Container { fault, .. } => container(fault),
        E::Descriptor { fault, .. } => descriptor(fault),
        E::Size { .. } => "size",
        E::Unlisted { .. } => "unlisted",
        E::Unreadable { .. } => "text",
        E::Rows { .. } => "rows",
        E::Columns {
            expected: Some(_),
            found: None,
            ..
        } => "column_missing",
        E::Columns { expected: None, .. } => "column_extra",
        E::Columns { .. } => "columns",
        E::UnknownMember { .. } => "code",
        E::Unwritable { .. } => "value",
        _ => "",
    }
}

/// What the sentence names, and where it happened.
fn values(error: &PackageError) -> Vec<Named<'_>> {
    use PackageError as E;
    let text = |name, value| (name, Value::Text(value));
    let count = |name, value| (name, Value::Count(value));
    let mut values = match error {
        E::TooLarge { found, limit, .. } => vec![count("found", *found), count("limit", *limit)],
        E::Container { byte, .. } => vec![count("byte", *byte)],
        E::Descriptor {
            fault,
            line,
            column,
        } => {
            let lines = line.map(|line| count("line", line));
            let columns = column.map(|column| count("column", column));
            described(fault)
                .into_iter()
                .chain(lines)
                .chain(columns)
                .collect()
        }
        E::NewerFormat { found } => vec![text("found", found)],
        E::Damaged {
            expected, found, ..
        } => {
            vec![text("expected", expected), text("found", found)]
        }
        E::Size {
            expected, found, ..
        }
        | E::Rows {
            expected, found, ..
        } => {
            vec![count("expected", *expected), count("found", *found)]
        }
        E::Columns {
            expected, found, ..
        } => {
            let named = [
                ("expected", expected.as_deref()),
                ("found", found.as_deref()),
            ];
            named
                .into_iter()
                .filter_map(|(name, value)| Some(text(name, value?)))
                .collect()
        }
        E::UnknownMember {
            column, code, row, ..
        } => {
            vec![
                text("column", column),
                text("code", code),
                count("row", *row),
            ]
        }
        E::Unwritable { what } => vec![text("name", what)],
        _ => Vec::new(),
    };
    values.extend(member(error).map(|member| text("member", member)));
    values
}

/// The part of the package that is at fault.
fn member(error: &PackageError) -> Option<&str> {
    use PackageError as E;
    match error {
        E::TooLarge { member, .. } | E::Container { member, .. } => member.as_deref(),
        E::Damaged { member, .. }
        | E::Size { member, .. }
        | E::Missing { member }
        | E::Unlisted { member }
        | E::Unreadable { member }
        | E::Table { member, .. }
        | E::Rows { member, .. }
        | E::Columns { member, .. }
        | E::UnknownMember { member, .. } => Some(member),
        _ => None,
    }
}

fn container(fault: &ContainerFault) -> &'static str {
    match fault {
        ContainerFault::End => "end",
        ContainerFault::Compressed => "compressed",
        ContainerFault::Encrypted => "encrypted",
        ContainerFault::Name => "name",
        ContainerFault::NameTwice => "name_twice",
        ContainerFault::Checksum => "checksum",
        _ => "",
    }
}

fn descriptor(fault: &DescriptorFault) -> &'static str {
    match fault {
        DescriptorFault::KeyTwice(_) => "key_twice",
        DescriptorFault::Value(_) => "value",
        DescriptorFault::TableTwice(_) => "table_twice",
        DescriptorFault::MemberTwice { .. } => "member_twice",
        DescriptorFault::Parents { .. } => "parents",
        _ => "",
    }
}

/// What a fault of the descriptor names.
fn described(fault: &DescriptorFault) -> Vec<Named<'_>> {
    let text = |name, value| (name, Value::Text(value));
    match fault {
        DescriptorFault::KeyTwice(name)
        | DescriptorFault::Value(name)
        | DescriptorFault::TableTwice(name) => vec![text("name", name)],
        DescriptorFault::MemberTwice { dimension, code } => {
            vec![text("name", dimension), text("code", code)]
        }
        DescriptorFault::Parents { dimension, level } => {
            vec![text("name", dimension), text("level", level)]
        }
        _ => Vec::new(),
    }
}
