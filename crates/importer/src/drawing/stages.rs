//! The steps of a reading: which are settled, and in which something is open.

use danish::ui::Reading as Phrase;
use danish::ui::reading as sentence;
use protocol::reading::Stage;
use protocol::state::Language;
use reading::{Question, Unmatched};

use super::Drawing;
use crate::refuse::spoken;

impl Drawing {
    /// The steps in their order, each with how many questions are open in it.
    pub(super) fn stages(&self, language: Language) -> Vec<Stage> {
        let columns = self.tables().flat_map(|table| &table.columns);
        let questions: Vec<&Question> = columns
            .filter_map(|column| column.question.as_ref())
            .collect();
        let of_roles = questions
            .iter()
            .filter(|question| is_of_role(question))
            .count();
        let of_numbers = questions.len() - of_roles;
        let lost_header = |it: &&Unmatched| matches!(it, Unmatched::Header { .. });
        let of_header = self.applied.unmatched.iter().filter(lost_header).count();
        let of_block = usize::from(self.applied.reading.tables.is_empty());
        let steps = [
            (Phrase::StepSheets, 0),
            (Phrase::StepBlock, of_block),
            (Phrase::StepHeader, of_header),
            (Phrase::StepRoles, of_roles),
            (Phrase::StepNumbers, of_numbers),
            (Phrase::StepChecks, 0),
        ];
        let stage = |(phrase, open): (Phrase, usize)| Stage {
            label: phrase.in_language(spoken(language)).to_owned(),
            open: if open == 0 {
                String::new()
            } else {
                sentence::questions(open, spoken(language))
            },
            is_last: phrase == Phrase::StepChecks,
        };
        steps.map(stage).to_vec()
    }
}

fn is_of_role(question: &Question) -> bool {
    matches!(question, Question::Words { .. } | Question::NoPlace)
}
