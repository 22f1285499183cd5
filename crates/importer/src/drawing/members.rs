//! What is decided of members: which are totals or parts, and under which name each is known.

use reading::{Alias, ColumnPlan, HeaderRow};

use super::terms::{PART, TOTAL};

/// Decisions about the members of a column, or of a row of the header; totals and parts go by the names they are read as.
pub(super) struct Members<'p> {
    aliases: &'p mut Vec<Alias>,
    totals: &'p mut Vec<String>,
    parts: &'p mut Vec<String>,
}

impl<'p> Members<'p> {
    /// Those of a column.
    pub(super) fn of_column(plan: &'p mut ColumnPlan) -> Self {
        Self {
            aliases: &mut plan.aliases,
            totals: &mut plan.totals,
            parts: &mut plan.parts,
        }
    }

    /// Those of a row of the header.
    pub(super) fn of_header(row: &'p mut HeaderRow) -> Self {
        Self {
            aliases: &mut row.aliases,
            totals: &mut row.totals,
            parts: &mut row.parts,
        }
    }

    /// Notes that a member is a total or a part.
    pub(super) fn set_kind(self, text: &str, value: &str) {
        let name = self.name_of(text).to_owned();
        self.totals.retain(|other| *other != name);
        self.parts.retain(|other| *other != name);
        match value {
            TOTAL => self.totals.push(name),
            PART => self.parts.push(name),
            _ => {}
        }
    }

    /// Reads a text as another, or as it is written, among `written` ones; what is decided of it goes with it, and
    /// stays with those that still go by its name.
    pub(super) fn rename(self, text: &str, read: &str, written: &[String]) {
        let before = self.name_of(text).to_owned();
        set_alias(self.aliases, text, read);
        let name = self.name_of(text).to_owned();
        if name == before {
            return;
        }
        let aliased = self.aliases.iter().map(|alias| &alias.written);
        let is_shared = aliased
            .chain(written)
            .any(|other| other != text && self.name_of(other) == before);
        let is_decided = self.totals.contains(&name) || self.parts.contains(&name);
        for list in [self.totals, self.parts] {
            if !list.contains(&before) {
                continue;
            }
            if !is_shared {
                list.retain(|other| *other != before);
            }
            if !is_decided {
                list.push(name.clone());
            }
        }
    }

    /// The name by which a text is known.
    fn name_of<'t>(&'t self, text: &'t str) -> &'t str {
        let alias = self.aliases.iter().find(|alias| alias.written == text);
        alias.map_or(text, |alias| &alias.read)
    }
}

fn set_alias(aliases: &mut Vec<Alias>, text: &str, read: &str) {
    let read = read.split_whitespace().collect::<Vec<_>>().join(" ");
    aliases.retain(|alias| alias.written != text);
    if !read.is_empty() && read != text {
        aliases.push(Alias {
            written: text.to_owned(),
            read,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Renames and marks, each `text>name` or `text=total`, of texts that are written; the names of totals and parts.
    fn check(written: &str, changes: &str, expected: &str) {
        let written: Vec<String> = written.split_whitespace().map(str::to_owned).collect();
        let mut plan = ColumnPlan::default();
        for change in changes.split_whitespace() {
            let members = Members::of_column(&mut plan);
            match change.split_once('>') {
                Some((text, read)) => members.rename(text, read, &written),
                None => {
                    let (text, kind) = change.split_once('=').unwrap();
                    members.set_kind(text, kind);
                }
            }
        }
        let found = format!("{} - {}", plan.totals.join(" "), plan.parts.join(" "));
        assert_eq!(found, expected, "{written:?} {changes}");
    }

    #[test]
    fn what_is_decided_of_a_member_goes_with_its_name() {
        check("Hele H D", "Hele=total Hele>Alle", "Alle - ");
        check("Hele H D", "Hele=total Hele>Alle Hele>Begge", "Begge - ");
        check("Hele H D", "Hele=total Hele>Alle Hele>", "Hele - ");
        check("Hele H D", "Hele>Alle Hele=total Hele>", "Hele - ");
        check("Alle H D", "Alle=part Alle>Almen", " - Almen");
    }

    #[test]
    fn what_another_text_goes_by_stays_decided_of_it() {
        check("Hele Alle D", "Hele=total Alle>Hele", "Hele - ");
        check("Hele Alle D", "Hele=total Alle>Hele Alle>", "Hele Alle - ");
        check("Hele Alle D", "Hele>X Alle>X Alle=total Hele>", "X Hele - ");
        check("Hele Alle D", "Hele=total Alle=part Hele>Alle", " - Alle");
    }
}
