//! Why a package was not opened: its error as a case with values, which `danish` puts into words.

use danish::Language;
use danish::refusal::{self, Value};
use package::{ContainerFault, DescriptorFault, PackageError};
use protocol::message::Refusal;

/// A named value of a case.
type Named<'a> = (&'static str, Value<'a>);

/// A package that was not opened; the file's name leads the sentence.
pub(crate) fn package(name: &str, error: &PackageError, language: Language) -> Refusal {
    let (case, values) = case(error);
    let key = if case.is_empty() {
        error.code().to_owned()
    } else {
        format!("{}.{case}", error.code())
    };
    let words = refusal::sentence(&key, &values, language);
    Refusal {
        code: error.code().to_owned(),
        what: format!("{name}: {}", words.what),
        place: words.place,
        remedy: words.remedy,
    }
}

/// The case under the code, and its values.
fn case(error: &PackageError) -> (&'static str, Vec<Named<'_>>) {
    use PackageError as E;
    let text = Value::Text;
    match error {
        E::NotAPackage => ("", vec![]),
        E::TooLarge {
            found,
            limit,
            member,
            ..
        } => {
            let sizes = vec![
                ("found", Value::Count(*found)),
                ("limit", Value::Count(*limit)),
            ];
            ("", with_member(sizes, member.as_deref()))
        }
        E::Container {
            fault,
            byte,
            member,
        } => (
            container(fault),
            with_member(vec![("byte", Value::Count(*byte))], member.as_deref()),
        ),
        E::Descriptor {
            fault,
            line,
            column,
        } => descriptor(fault, *line, *column),
        E::NewerFormat { found } => ("", vec![("found", text(found))]),
        E::Damaged {
            member,
            expected,
            found,
        } => (
            "",
            vec![
                ("member", text(member)),
                ("expected", text(expected)),
                ("found", text(found)),
            ],
        ),
        E::Size {
            member,
            expected,
            found,
        } => ("size", counted(member, *expected, *found)),
        E::Missing { member } | E::Table { member, .. } => ("", vec![("member", text(member))]),
        E::Unlisted { member } => ("unlisted", vec![("member", text(member))]),
        E::Unreadable { member } => ("text", vec![("member", text(member))]),
        E::Rows {
            member,
            expected,
            found,
        } => ("rows", counted(member, *expected, *found)),
        E::Columns {
            member,
            expected,
            found,
        } => columns(member, expected.as_deref(), found.as_deref()),
        E::UnknownMember {
            member,
            column,
            code,
            row,
        } => (
            "code",
            vec![
                ("member", text(member)),
                ("column", text(column)),
                ("code", text(code)),
                ("row", Value::Count(*row)),
            ],
        ),
        E::Unwritable { what } => ("value", vec![("name", text(what))]),
    }
}

fn with_member<'a>(mut values: Vec<Named<'a>>, member: Option<&'a str>) -> Vec<Named<'a>> {
    values.extend(member.map(|member| ("member", Value::Text(member))));
    values
}

fn counted(member: &str, expected: u64, found: u64) -> Vec<Named<'_>> {
    vec![
        ("member", Value::Text(member)),
        ("expected", Value::Count(expected)),
        ("found", Value::Count(found)),
    ]
}

fn columns<'a>(
    member: &'a str,
    expected: Option<&'a str>,
    found: Option<&'a str>,
) -> (&'static str, Vec<Named<'a>>) {
    let case = match (expected, found) {
        (Some(_), None) => "column_missing",
        (None, _) => "column_extra",
        _ => "columns",
    };
    let named = [("expected", expected), ("found", found)];
    let named = named
        .into_iter()
        .filter_map(|(name, value)| Some((name, Value::Text(value?))));
    (
        case,
        std::iter::once(("member", Value::Text(member)))
            .chain(named)
            .collect(),
    )
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

fn descriptor(
    fault: &DescriptorFault,
    line: Option<u64>,
    column: Option<u64>,
) -> (&'static str, Vec<Named<'_>>) {
    let text = Value::Text;
    let (case, mut values) = match fault {
        DescriptorFault::Encoding | DescriptorFault::Json(_) | DescriptorFault::Depth => {
            ("", vec![])
        }
        DescriptorFault::KeyTwice(name) => ("key_twice", vec![("name", text(name))]),
        DescriptorFault::Value(name) => ("value", vec![("name", text(name))]),
        DescriptorFault::TableTwice(name) => ("table_twice", vec![("name", text(name))]),
        DescriptorFault::MemberTwice { dimension, code } => (
            "member_twice",
            vec![("name", text(dimension)), ("code", text(code))],
        ),
        DescriptorFault::Parents { dimension, level } => (
            "parents",
            vec![("name", text(dimension)), ("level", text(level))],
        ),
    };
    values.extend(line.map(|line| ("line", Value::Count(line))));
    values.extend(column.map(|column| ("column", Value::Count(column))));
    (case, values)
}
