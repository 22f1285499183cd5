//! The session: one open package, requests in, replies out.
//!
//! Rows of large tables may lie elsewhere. A question that needs them is answered by replay: what it lacks is noted, done by
//! those who hold the rows, and the question is put again with the outcomes at hand.

use health::Partial;
use protocol::message::{Refusal, Reply, Request};
use protocol::state::Language;

use crate::further::Further;
use crate::handed::Handed;
use crate::open::Open;
use crate::opening::{self, Arrived};
use crate::reply::Question;
use crate::share::Need;
use crate::words;

/// The application without a screen.
#[derive(Debug, Default)]
pub struct Session {
    open: Option<Open>,
    asked: Option<Asked>,
    further: Option<Further>,
}

/// How far a request has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Carried out.
    Done(Box<Reply>),
    /// Waits for work on rows that lie elsewhere.
    Needs(Vec<Need>),
}

/// A question that waits for work.
#[derive(Debug)]
struct Asked {
    question: Question,
    needs: Vec<Need>,
    rounds: usize,
}

/// What a request left to do.
enum Changed {
    Asks(Question),
    Done(Reply),
}

/// Each round brings what the round before lacked; no question takes more than a few.
const MOST_ROUNDS: usize = 64;

impl Session {
    /// A session with nothing open.
    #[must_use]
    pub fn new() -> Self {
        let mut session = Self::first();
        session.learn(Further::all());
        session
    }

    /// A session that can answer what a first view asks, and learns the rest.
    #[must_use]
    pub fn first() -> Self {
        Self::default()
    }

    /// Answers these from now on.
    pub fn learn(&mut self, further: Further) {
        self.further = Some(further);
    }

    /// Whether it has learnt all answers.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.further.is_some()
    }

    /// Whether a request wants answers that the session has not learnt.
    #[must_use]
    pub fn lacks(&self, request: &Request) -> bool {
        let is_further = |open: &Open| Question::is_further(request, open);
        self.further.is_none() && self.open.as_ref().is_some_and(is_further)
    }

    /// Carries a request out, where all rows are here. What was open stays open when the request is refused.
    pub fn handle(&mut self, request: Request, handed: Handed) -> Reply {
        match self.begin(request, handed) {
            Step::Done(reply) => *reply,
            // Only a session whose rows were sent elsewhere needs any.
            Step::Needs(_) => Reply::Refused(Refusal::default()),
        }
    }

    /// The data set that is open.
    pub(crate) fn dataset(&self) -> Option<&health::Dataset> {
        self.open.as_ref().map(|open| &open.dataset)
    }

    /// What is open.
    pub(crate) fn open(&self) -> Option<&Open> {
        self.open.as_ref()
    }

    /// Begins a request; one that waits for work is forgotten.
    pub fn begin(&mut self, request: Request, handed: Handed) -> Step {
        self.forget_given();
        match self.change(request, handed) {
            Ok(Changed::Asks(question)) => {
                self.asked = Some(Asked {
                    question,
                    needs: Vec::new(),
                    rounds: 0,
                });
                self.answer()
            }
            Ok(Changed::Done(reply)) => Step::Done(Box::new(reply)),
            Err(refusal) => Step::Done(Box::new(Reply::Refused(refusal))),
        }
    }

    /// Goes on with a request, now that the work it needs is done: one outcome for each need, in their order.
    pub fn resume(&mut self, outcomes: Vec<Result<Partial, health::Refusal>>) -> Step {
        if let (Some(asked), Some(open)) = (&mut self.asked, &self.open) {
            let needs = std::mem::take(&mut asked.needs);
            for (need, outcome) in needs.into_iter().zip(outcomes) {
                open.dataset.give(need.table, need.work, outcome);
            }
        }
        self.answer()
    }

    /// Answers the question that waits, or tells what is lacking still.
    fn answer(&mut self) -> Step {
        let Some(mut asked) = self.asked.take() else {
            return Step::Done(Box::new(Reply::Refused(Refusal::default())));
        };
        let reply = asked
            .question
            .reply(self.open.as_ref(), self.further.as_ref());
        let needs = self.needed();
        if needs.is_empty() {
            self.forget_given();
            return Step::Done(Box::new(reply.unwrap_or_else(Reply::Refused)));
        }
        if asked.rounds == MOST_ROUNDS {
            self.forget_given();
            return Step::Done(Box::new(Reply::Refused(asked.question.too_large())));
        }
        asked.needs.clone_from(&needs);
        asked.rounds += 1;
        self.asked = Some(asked);
        Step::Needs(needs)
    }

    fn needed(&self) -> Vec<Need> {
        let needed = self.open.iter().flat_map(|open| open.dataset.needed());
        needed.map(|(table, work)| Need { table, work }).collect()
    }

    fn forget_given(&mut self) {
        self.asked = None;
        if let Some(open) = &self.open {
            open.dataset.forget_given();
        }
    }

    /// Does what a request changes; what is left of it is a question.
    fn change(&mut self, request: Request, handed: Handed) -> Result<Changed, Refusal> {
        let question = match request {
            Request::Adopt {
                name,
                size_bytes,
                language,
                notices,
                facts,
            } => {
                let arrived = Arrived {
                    name,
                    size_bytes,
                    notices,
                    facts,
                };
                self.open = Some(opening::adopt(arrived, handed, words::language(language))?);
                Question::Describe(language)
            }
            Request::Append {
                size_bytes,
                language,
                notices,
            } => {
                let spoken = words::language(language);
                let open = self
                    .open
                    .as_ref()
                    .ok_or_else(|| words::nothing_open(spoken))?;
                let arrived = Arrived {
                    name: String::new(),
                    size_bytes,
                    notices,
                    facts: None,
                };
                self.open = Some(opening::append(open, arrived, handed, spoken)?);
                Question::Describe(language)
            }
            Request::Describe(language) => Question::Describe(language),
            Request::Show(state) => Question::Show(state),
            Request::Ask { slice, language } => Question::Ask(slice, language),
            Request::Columns {
                slice,
                language,
                known,
            } => Question::Columns(slice, language, known),
            Request::Export(state) => Question::Export(state),
            Request::Forget => return Ok(Changed::Done(self.forget())),
            Request::Close => {
                self.open = None;
                return Ok(Changed::Done(Reply::Closed));
            }
        };
        Ok(Changed::Asks(question))
    }

    fn forget(&mut self) -> Reply {
        if let Some(open) = &mut self.open {
            open.dataset.forget_cubes();
        }
        Reply::Forgotten
    }
}

/// The reply to a request for which there is no memory.
#[must_use]
pub fn too_large(request: &Request) -> Reply {
    let language = match request {
        Request::Adopt { language, .. } | Request::Append { language, .. } => *language,
        _ => Language::default(),
    };
    let refusal = &health::Refusal::TooLarge;
    Reply::Refused(words::refusal(refusal, words::language(language)))
}

#[cfg(test)]
mod tests;
