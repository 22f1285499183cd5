//! Divisions of places into those that are alike: levels and places there are, each place in one class.

use std::collections::BTreeSet;

use table::{Role, Table};

use super::levels::level_names;
use super::{Described, Found, Wrong, found};
use crate::axis::{Axis, role_of};
use crate::peers::Peers;

impl Described {
    /// Holds a division against the tables, and against those before it.
    pub(super) fn peers(&self, peers: &Peers, earlier: &[Peers]) -> Found {
        let id = &peers.id;
        let plain = |letter: char| letter.is_alphanumeric() || "-_".contains(letter);
        if id.is_empty() || !id.chars().all(plain) || earlier.iter().any(|other| other.id == *id) {
            return found(&["id"], Wrong::Name(id.clone()));
        }
        let level = &peers.level;
        let is_place = |table: &&Table| role_of(table, level) == Some(Role::Geography);
        let tables: Vec<&Table> = self.tables.iter().filter(is_place).collect();
        if tables.is_empty() {
            let known = self.tables.iter().flat_map(place_levels);
            let known: BTreeSet<String> = known.collect();
            let (name, known) = (level.clone(), known.into_iter().collect());
            return found(&["level"], Wrong::Level { name, known });
        }
        classes(peers, &codes(&tables, level))
    }
}

fn place_levels(table: &Table) -> Vec<String> {
    let is_place = |level: &String| role_of(table, level) == Some(Role::Geography);
    let levels = level_names(table).into_iter();
    levels.filter(is_place).collect()
}

/// The codes of a level in the tables that have it.
fn codes(tables: &[&Table], level: &str) -> BTreeSet<String> {
    let axes = tables
        .iter()
        .filter_map(|table| Some((table, Axis::find(table, level)?)));
    let members = axes.flat_map(|(table, axis)| axis.members(table));
    members.map(|member| member.code.clone()).collect()
}

/// Each class has a name of its own, and members that are there and in no other.
fn classes(peers: &Peers, known: &BTreeSet<String>) -> Found {
    let (mut names, mut placed) = (BTreeSet::new(), BTreeSet::new());
    for (class, at) in peers.classes.iter().zip(0_usize..) {
        let at = at.to_string();
        if class.id.is_empty() || !names.insert(&class.id) {
            return found(&["classes", &at, "id"], Wrong::Name(class.id.clone()));
        }
        for (code, member) in class.members.iter().zip(0_usize..) {
            let (level, code) = (peers.level.clone(), code.clone());
            let wrong = if !known.contains(&code) {
                Wrong::Member { level, code }
            } else if !placed.insert(code.clone()) {
                Wrong::Twice(code)
            } else {
                continue;
            };
            return found(&["classes", &at, "members", &member.to_string()], wrong);
        }
    }
    Ok(())
}
